// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The list of units with their codes and flags (名录库).
package struct Register: Sendable {
  package struct Unit: Hashable, Sendable {
    package let name: String
    package let industry: String
    /// 社区; `nil` where the register does not say.
    package let community: String?
    /// The first survey period it reports for; `nil` from the beginning.
    package let enters: Period?
    /// The first survey period it no longer reports for; `nil` never.
    package let leaves: Period?
    private let lasting: RegisterFlags
    /// The flags that hold in some survey periods only. No flag stands in both.
    private let dated: [DatedFlag]

    /// - Parameter flags: each flag at most once.
    init(
      name: String, industry: String, community: String?, enters: Period?, leaves: Period?,
      flags: [DatedFlag]
    ) {
      self.name = name
      self.industry = industry
      self.community = community
      self.enters = enters
      self.leaves = leaves
      lasting = flags.filter(\.isLasting).reduce(into: []) { $0.formUnion($1.flag) }
      dated = flags.filter { !$0.isLasting }
    }

    /// The flags, where they are the same in every survey period; else `nil`.
    var lastingFlags: RegisterFlags? { dated.isEmpty ? lasting : nil }

    /// The flags that the unit has in a survey period; of a longer period, those at its end.
    package func flags(in period: Period) -> RegisterFlags {
      if dated.isEmpty { return lasting }
      let period = period.lastSurveyPeriod
      return dated.reduce(into: lasting) { flags, flag in
        if flag.holds(in: period) { flags.formUnion(flag.flag) }
      }
    }

    package func isExpected(in period: Period) -> Bool { stay.covers(period) }

    var stay: Stay { Stay(enters: enters, leaves: leaves) }
  }

  /// A flag and the survey periods that it holds in.
  struct DatedFlag: Hashable, Sendable {
    let flag: RegisterFlags
    /// The first survey period; `nil` from the beginning.
    let since: Period?
    /// The last survey period; `nil` without an end.
    let through: Period?

    var isLasting: Bool { since == nil && through == nil }

    func holds(in period: Period) -> Bool {
      if let since, period < since { return false }
      if let through, period > through { return false }
      return true
    }
  }

  package let file: String
  package let units: [UnitCode: Unit]
  /// By position in `RegisterFlags`.
  package let flagNames: [String]
  /// When each unit is in the population, in no order; without texts, since each is looked at for
  /// every period.
  let stays: [(unit: UnitCode, stay: Stay)]

  /// The survey periods in which a unit is in the population.
  struct Stay: Hashable, Sendable {
    /// The first; `nil` from the beginning.
    let enters: Period?
    /// The first after it; `nil` never.
    let leaves: Period?

    func covers(_ period: Period) -> Bool {
      if let enters, period < enters { return false }
      if let leaves, period >= leaves { return false }
      return true
    }
  }

  init(file: String, units: [UnitCode: Unit], flagNames: [String]) {
    self.file = file
    self.units = units
    self.flagNames = flagNames
    stays = units.map { ($0.key, $0.value.stay) }
  }

  /// How many units should report for `period`.
  package func expectedCount(in period: Period) -> Int {
    stays.count { $0.stay.covers(period) }
  }
}
