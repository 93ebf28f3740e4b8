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
}

/// Adds up one survey period's returns.
func stratumSums(
  of returns: PeriodReturns, _ classes: ClassNumbers, _ register: Register?
) -> [StratumSums] {
  struct Stratum: Hashable {
    let industry: Int16
    let flags: RegisterFlags
  }
  var numbers: [Stratum: Int32] = [:]
  var strata: [Stratum] = []
  let groups: [Int32] = (0..<returns.count).map { row in
    if returns.removed.contains(row) { return -1 }
    let flags = register?.flags(returns.unitOfRow[row], in: returns.period) ?? []
    let stratum = Stratum(industry: returns.industryOfRow[row], flags: flags)
    if let number = numbers[stratum] { return number }
    let number = Int32(strata.count)
    numbers[stratum] = number
    strata.append(stratum)
    return number
  }
  return zip(strata, returns.sums(groups: groups, count: strata.count)).map { stratum, sums in
    StratumSums(
      period: returns.period, industry: classes.classes[Int(stratum.industry)],
      flags: stratum.flags, slots: sums)
  }
}
