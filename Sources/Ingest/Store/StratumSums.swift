// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A survey period's returns added up by class and register flags; where sums are by an attribute of the
/// register, also by its values.
package struct StratumSums: Sendable {
  package struct Stratum: Hashable, Sendable {
    /// The class (小类).
    package let industry: String
    package let flags: RegisterFlags
    /// `nil` where the register does not say it of the units, and where sums are by no attribute.
    package let attributeValue: String?
  }

  package let period: Period
  /// Each once; by the attribute's values, then classes, then flags.
  package let strata: [Stratum]
  /// By slot of `ReturnSlots`, in base units or units counted; without slots in which no unit has a
  /// value or lacks one. Each has a place for each stratum.
  package let columns: [Int: ColumnSums]
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

  func sums() -> StratumSums {
    let (groups, strata) = strata()
    var columns: [Int: ColumnSums] = [:]
    for slot in 0..<slots.units where !returns.isEmpty(slot: slot) {
      let sums = returns.column(slot).sums(groups)
      if !sums.isEmpty { columns[slot] = sums }
    }
    columns[slots.units] = ColumnSums(ofUnits: Array(groups.sizes.prefix(groups.count)))
    for (position, counted) in slots.counted.enumerated() {
      for side in Side.allCases {
        let slot = ReturnSlot(indicator: counted.indicator, basis: .ytd, side: side)
        let reaching = returns.column(slot.index).countReaching(counted.minimum.value, groups)
        columns[slots.counting(position, side: side)] = ColumnSums(ofUnits: reaching)
      }
    }
    return StratumSums(period: returns.period, strata: strata, columns: columns)
  }

  // MARK: - Strata

  /// The stratum of each row by its number.
  private func strata() -> (groups: RowGroups, strata: [StratumSums.Stratum]) {
    let (groups, keys) = groups()
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    var places = [Int32](repeating: 0, count: keys.count)
    for (place, number) in order.enumerated() {
      places[number] = Int32(truncatingIfNeeded: place)
    }
    return (
      RowGroups(groups.map { $0 < 0 ? -1 : places[Int($0)] }, count: keys.count),
      order.map { stratum(keys[$0]) }
    )
  }

  private func stratum(_ key: Key) -> StratumSums.Stratum {
    StratumSums.Stratum(
      industry: classes.classes[Int(key.industry)],
      flags: Int(key.flags) < flags.count ? flags[Int(key.flags)] : [],
      attributeValue: key.value > 0 ? attribute?.values.known[Int(key.value) - 1] : nil)
  }

  /// What makes a stratum, in numbers.
  private struct Key: Comparable {
    /// The attribute's value, counted from 1; 0 for none.
    let value: Int32
    /// See `ClassNumbers`.
    let industry: Int16
    /// The first set of flags that comes to the same.
    let flags: Int32

    static func < (left: Key, right: Key) -> Bool {
      (left.value, left.industry, left.flags) < (right.value, right.industry, right.flags)
    }
  }

  /// The group of each row, numbered in the order met, −1 for rows that do not count; and what makes each
  /// group.
  private func groups() -> (ofRow: [Int32], keys: [Key]) {
    let sets = register?.units.flagSets.numbers ?? []
    let values = attribute?.values.numbers ?? []
    let flagNumbers = Self.numbers(of: flags)
    // Units that the register does not have are like those without flags.
    let noFlags =
      flags.firstIndex(of: []).map { Int32(truncatingIfNeeded: $0) }
      ?? Int32(truncatingIfNeeded: flags.count)
    var byFlags = PairNumbers(seconds: flags.count + 1)
    var byValue = PairNumbers(seconds: (attribute?.values.known.count ?? 0) + 1)
    var keys: [Key] = []
    let (units, industries, removed) = (returns.unitOfRow, returns.industryOfRow, returns.removed)
    let groups: [Int32] = units.indices.map { row in
      if !removed.isEmpty, removed.contains(row) { return -1 }
      let unit = Int(units[row])
      let industry = industries[row]
      let flag = unit < sets.count ? flagNumbers[Int(sets[unit])] : noFlags
      let value = unit < values.count ? values[unit] + 1 : 0
      var group = byFlags.number(Int(industry), Int(flag))
      if attribute != nil { group = byValue.number(Int(group), Int(value)) }
      if Int(group) == keys.count {
        keys.append(Key(value: value, industry: industry, flags: flag))
      }
      return group
    }
    return (groups, keys)
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

  @inline(__always)
  mutating func number(_ first: Int, _ second: Int) -> Int32 {
    let pair = first &* seconds &+ second
    if pair < table.count, table[pair] >= 0 { return table[pair] }
    return number(ofPair: pair)
  }

  private mutating func number(ofPair pair: Int) -> Int32 {
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
