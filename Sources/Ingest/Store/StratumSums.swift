// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The values of all units of one class and one set of register flags, added up; where sums are by an
/// attribute of the register, also of one value of it.
package struct StratumSums: Sendable {
  package let period: Period
  /// The class (小类).
  package let industry: String
  package let flags: RegisterFlags
  /// `nil` where the register does not say it of the units, and where sums are by no attribute.
  package let attributeValue: String?
  /// One sum a slot, in base units.
  package let slots: [ColumnSum]
  package let units: Int
  /// Of each least value in `ReturnSlots.counted`, how many units reach it this year, and how many by
  /// their same-period values.
  package let reaching: [(current: Int, reference: Int)]
}

/// Adds up one survey period's returns.
struct StratumSummation {
  private let returns: PeriodReturns
  private let slots: ReturnSlots
  private let classes: ClassNumbers
  private let register: Register?
  private let attribute: RegisteredUnits.Attribute?
  /// The flags of each of the register's sets of flags in the period.
  private let flags: [RegisterFlags]

  init(
    of returns: PeriodReturns, _ slots: ReturnSlots, _ classes: ClassNumbers, _ register: Register?,
    by attribute: RegisteredUnits.Attribute? = nil
  ) {
    self.returns = returns
    self.slots = slots
    self.classes = classes
    self.register = register
    self.attribute = attribute
    let period = returns.period
    flags = register?.units.flagSets.known.map { $0.flags(in: period) } ?? []
  }

  /// In no order.
  func sums() -> [StratumSums] {
    let strata = strata()
    let sums = returns.sums(groups: strata.groups, count: strata.firstRows.count)
    var units = [Int](repeating: 0, count: strata.firstRows.count)
    for group in strata.groups where group >= 0 { units[Int(group)] += 1 }
    let reaching = slots.counted.map { countReaching($0, strata.groups, count: units.count) }
    return strata.firstRows.indices.map { index in
      let row = strata.firstRows[index]
      let unit = Int(returns.unitOfRow[row])
      return StratumSums(
        period: returns.period, industry: classes.classes[Int(returns.industryOfRow[row])],
        flags: setOfFlags(unit).map { flags[$0] } ?? [], attributeValue: attributeValue(unit),
        slots: sums[index], units: units[index], reaching: reaching.map { $0[index] })
    }
  }

  /// How many units of each stratum reach a least value.
  private func countReaching(
    _ counted: ReturnSlots.Counted, _ groups: [Int32], count: Int
  ) -> [(current: Int, reference: Int)] {
    var reaching = [(current: Int, reference: Int)](repeating: (0, 0), count: count)
    let slots = Side.allCases.map {
      ReturnSlot(indicator: counted.indicator, basis: .ytd, side: $0).index
    }
    for (row, group) in groups.enumerated() where group >= 0 {
      if reaches(counted.minimum.value, row, slots[0]) { reaching[Int(group)].current += 1 }
      if reaches(counted.minimum.value, row, slots[1]) { reaching[Int(group)].reference += 1 }
    }
    return reaching
  }

  private func reaches(_ minimum: ExactDecimal, _ row: Int, _ slot: Int) -> Bool {
    guard case .known(let value)? = returns.value(row, slot: slot) else { return false }
    // Nearly all are whole numbers of 元.
    if value.scale == 0, minimum.scale == 0 { return value.coefficient >= minimum.coefficient }
    return Ratio(value) >= Ratio(minimum)
  }

  private func setOfFlags(_ unit: Int) -> Int? {
    guard let register, unit < register.units.count else { return nil }
    return Int(register.units.flagSets.numbers[unit])
  }

  private func attributeValue(_ unit: Int) -> String? {
    guard let attribute, unit < attribute.values.numbers.count else { return nil }
    return attribute.values[unit]
  }

  /// The stratum of each row by its number, −1 for rows that do not count; and a row of each.
  private func strata() -> (groups: [Int32], firstRows: [Int]) {
    let units = register?.units
    let sets = units?.flagSets.numbers ?? []
    let values = attribute?.values.numbers ?? []
    let flagNumbers = Self.numbers(of: flags)
    // A unit that the register does not have has no flags, and a number of its own.
    var byFlags = PairNumbers(seconds: flagNumbers.count + 1)
    var byValue = PairNumbers(seconds: (attribute?.values.known.count ?? 0) + 1)
    var firstRows: [Int] = []
    let groups: [Int32] = (0..<returns.count).map { row in
      if returns.isRemoved(row) { return -1 }
      let unit = Int(returns.unitOfRow[row])
      let flag = unit < sets.count ? flagNumbers[Int(sets[unit])] : Int32(flagNumbers.count)
      var group = byFlags.number(Int(returns.industryOfRow[row]), Int(flag))
      if attribute != nil {
        group = byValue.number(Int(group), unit < values.count ? Int(values[unit]) + 1 : 0)
      }
      if Int(group) == firstRows.count { firstRows.append(row) }
      return group
    }
    return (groups, firstRows)
  }

  /// By set: the first set that comes to the same flags.
  private static func numbers(of flags: [RegisterFlags]) -> [Int32] {
    var firsts: [RegisterFlags: Int32] = [:]
    return flags.enumerated().map { index, flags in
      let first = firsts[flags] ?? Int32(truncatingIfNeeded: index)
      firsts[flags] = first
      return first
    }
  }
}

/// Numbers pairs of small numbers, from 0 in the order met.
private struct PairNumbers {
  /// Pairs up to here are looked up in a table, others in a dictionary.
  private static let most = 1 << 18

  private let seconds: Int
  private var table = [Int32](repeating: -1, count: 1 << 12)
  private var others: [Int: Int32] = [:]
  private var count: Int32 = 0

  /// - Parameter seconds: how many second numbers there are.
  init(seconds: Int) { self.seconds = seconds }

  mutating func number(_ first: Int, _ second: Int) -> Int32 {
    let pair = first &* seconds &+ second
    if pair < table.count, table[pair] >= 0 { return table[pair] }
    if let known = others[pair] { return known }
    let number = count
    count += 1
    guard pair < Self.most else {
      others[pair] = number
      return number
    }
    if pair >= table.count {
      table += repeatElement(
        -1, count: min(Self.most, max(pair + 1, 2 * table.count)) - table.count)
    }
    table[pair] = number
    return number
  }
}
