// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The list of units with their codes and flags (名录库).
package struct Register: Sendable {
  /// What the register says of one unit.
  package struct Unit: Hashable, Sendable {
    package let name: String
    package let industry: String
    /// 社区; `nil` where the register does not say.
    package let community: String?
    let stay: Stay
    let flags: FlagSet

    /// The first survey period it reports for; `nil` from the beginning.
    package var enters: Period? { stay.enters }
    /// The first survey period it no longer reports for; `nil` never.
    package var leaves: Period? { stay.leaves }

    /// The flags that the unit has in a survey period; of a longer period, those at its end.
    package func flags(in period: Period) -> RegisterFlags { flags.flags(in: period) }

    package func isExpected(in period: Period) -> Bool { stay.covers(period) }
  }

  /// The survey periods in which a unit is in the population.
  struct Stay: Hashable, Sendable {
    /// The first; `nil` from the beginning.
    let enters: Period?
    /// The first after it; `nil` never.
    let leaves: Period?

    static let always = Stay(enters: nil, leaves: nil)

    func covers(_ period: Period) -> Bool {
      if let enters, period < enters { return false }
      if let leaves, period >= leaves { return false }
      return true
    }
  }

  /// A unit's flags.
  struct FlagSet: Hashable, Sendable {
    /// Those that hold in every survey period.
    var lasting = RegisterFlags(rawValue: 0)
    /// Those that hold in some only, in the order of the columns. No flag stands in both.
    var dated: [DatedFlag] = []

    func flags(in period: Period) -> RegisterFlags {
      if dated.isEmpty { return lasting }
      let period = period.lastSurveyPeriod
      return dated.reduce(into: lasting) { flags, flag in
        if flag.holds(in: period) { flags.formUnion(flag.flag) }
      }
    }
  }

  /// A flag and the survey periods that it holds in.
  struct DatedFlag: Hashable, Sendable {
    let flag: RegisterFlags
    /// The first survey period; `nil` from the beginning.
    let since: Period?
    /// The last survey period; `nil` without an end.
    let through: Period?

    func holds(in period: Period) -> Bool {
      if let since, period < since { return false }
      if let through, period > through { return false }
      return true
    }
  }

  package let file: String
  package let units: RegisteredUnits
  /// By position in `RegisterFlags`.
  package let flagNames: [String]
  /// The ids of the attributes, in the layout's order.
  package var attributeNames: [String] { units.attributes.map(\.id) }

  /// The flags that a unit has in a survey period.
  ///
  /// - Parameter number: the unit's in the store; one that is no position here has none.
  func flags(_ number: Int32, in period: Period) -> RegisterFlags {
    Int(number) < units.count ? units.flagSets[Int(number)].flags(in: period) : []
  }

  /// How many units should report for `period`.
  package func expectedCount(in period: Period) -> Int {
    let isExpected = units.stays.known.map { $0.covers(period) }
    return units.stays.numbers.count { isExpected[Int($0)] }
  }
}
