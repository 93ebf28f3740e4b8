// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The values of all units of one class and one set of register flags, added up.
package struct StratumSums: Sendable {
  package let period: Period
  /// The class (小类).
  package let industry: String
  package let flags: RegisterFlags
  /// One sum a slot, in base units.
  package let slots: [ColumnSum]
  package let units: Int
  /// Of each least value in `ReturnSlots.counted`, how many units reach it this year, and how many by
  /// their same-period values.
  package let reaching: [(current: Int, reference: Int)]
}

/// Adds up one survey period's returns.
func stratumSums(
  of returns: PeriodReturns, _ slots: ReturnSlots, _ classes: ClassNumbers,
  _ register: RegisterCheck?
) -> [StratumSums] {
  struct Stratum: Hashable {
    let industry: Int16
    let flags: RegisterFlags
  }
  var numbers: [Stratum: Int32] = [:]
  var strata: [Stratum] = []
  let groups: [Int32] = (0..<returns.count).map { row in
    if returns.removed.contains(row) { return -1 }
    let flags =
      register?.flags(returns.unitOfRow[row], returns.unit(row), in: returns.period) ?? []
    let stratum = Stratum(industry: returns.industryOfRow[row], flags: flags)
    if let number = numbers[stratum] { return number }
    let number = Int32(strata.count)
    numbers[stratum] = number
    strata.append(stratum)
    return number
  }
  var units = [Int](repeating: 0, count: strata.count)
  for group in groups where group >= 0 { units[Int(group)] += 1 }
  let reaching = slots.counted.map { reached($0, returns, groups, count: strata.count) }
  let sums = returns.sums(groups: groups, count: strata.count)
  return strata.indices.map { index in
    StratumSums(
      period: returns.period, industry: classes.classes[Int(strata[index].industry)],
      flags: strata[index].flags, slots: sums[index], units: units[index],
      reaching: reaching.map { $0[index] })
  }
}

/// How many units of each group reach a least value.
private func reached(
  _ counted: ReturnSlots.Counted, _ returns: PeriodReturns, _ groups: [Int32], count: Int
) -> [(current: Int, reference: Int)] {
  var reached = [(current: Int, reference: Int)](repeating: (0, 0), count: count)
  let minimum = Ratio(counted.minimum.value)
  func reaches(_ row: Int, _ side: Side) -> Bool {
    let slot = ReturnSlot(indicator: counted.indicator, basis: .ytd, side: side)
    guard case .known(let value)? = returns.value(row, slot: slot.index) else { return false }
    return Ratio(value) >= minimum
  }
  for (row, group) in groups.enumerated() where group >= 0 {
    if reaches(row, .current) { reached[Int(group)].current += 1 }
    if reaches(row, .reference) { reached[Int(group)].reference += 1 }
  }
  return reached
}
