// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What two or more promises of a plan say of each other, computed from their numbers.
package enum ConsistencyNote: Hashable, Sendable {
  /// A level and a yearly growth of one figure: which of them asks for more.
  case levelAndRate(LevelAndRate)
  /// Growth over the plan's years together, as growth a year in %, cut behind 15 decimals.
  case growthPerYear(target: Target, rate: Ratio)
  /// A share of what another target counts: so many of it. In the other's unit.
  case shareOfCount(share: Target, whole: Target, part: Ratio)
  /// What stands below a target as 其中: what the parts come to beside the whole. In its unit.
  case parts(whole: Target, parts: [Target], sum: Ratio)
  /// A sector's level above what a share of the total leaves for another: if both are just kept,
  /// the first sector cannot lie within the second. In the level's unit.
  case levelAboveShare(level: Target, share: Target, whole: Target, part: Ratio)

  package struct LevelAndRate: Hashable, Sendable {
    package let level: Target
    package let rate: Target
    /// The yearly growth that the level needs from its baseline, in %, cut behind 15 decimals.
    package let neededRate: Ratio
    /// The level that the yearly growth leads to, in the level's unit.
    package let reachedLevel: Ratio

    /// Whether the level asks for more; `nil` where both ask for the same.
    package var levelBinds: Bool? {
      let goal = Ratio(level.value)
      if reachedLevel == goal { return nil }
      return level.comparator.isUpwards == (goal > reachedLevel)
    }
  }
}

extension ConsistencyNote {
  /// All notes on targets, by kind, in the targets' order. A note whose numbers leave 128 bits is
  /// left out: it is a remark, and no figure rests on it.
  static func all(
    of targets: [Target], _ plan: PlanDefinition, _ indicators: [Indicator]
  ) -> [ConsistencyNote] {
    let numbers = TargetNumbers(targets, plan, indicators)
    return numbers.levelsAndRates + numbers.growthsPerYear + numbers.sharesOfCounts
      + numbers.partsOfWholes + numbers.levelsAboveShares
  }
}
