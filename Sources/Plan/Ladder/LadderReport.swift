// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The growth ladder of enterprises at a survey period: who stands on which step, who is near one, and
/// who has moved since a year before. It names units: for internal use only.
package struct LadderReport: Sendable {
  /// A unit on a step, near it, or of which that cannot be told.
  package struct Entry: Hashable, Sendable {
    package let unit: UnitCode
    /// The register's; `nil` where the unit is not in it.
    package let name: String?
    package let evidence: LadderEvidence
  }

  package struct Step: Sendable {
    package let step: LadderStep
    /// Each with the largest amount first, then by code. A unit may stand on several steps.
    package let on: [Entry]
    package let near: [Entry]
    package let unknown: [Entry]
    /// How many stood on it a year before; `nil` where that cannot be told.
    package let before: Int?
  }

  /// Since the same survey period a year before.
  package struct Comparison: Sendable {
    package let with: Period
    /// The steps that can be told at both times, `LadderStep.id`; moves are between these. Empty
    /// without returns of the year before.
    package let steps: [String]
    /// Survey periods whose returns would be needed for the others, and that have none.
    package let lacking: [Period]
    /// By kind, then the step, from the highest, then the unit's code.
    package let moves: [LadderMove]
    /// Units whose place at one of both times cannot be told, since an amount is missing; by code.
    package let unknown: [UnitCode]
  }

  package let period: Period
  /// From the highest to the lowest.
  package let steps: [Step]
  package let comparison: Comparison
  /// The newest row of each unit up to the period's year, the largest revenue first.
  package let candidates: [LadderCandidateStanding]
}

/// How a unit's place has changed: the highest step that it stands on.
package struct LadderMove: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case up, down
    /// It stands on the ladder now, and did not: as a rule it did not report.
    case `in`
    case out
  }

  package let kind: Kind
  package let unit: UnitCode
  /// The register's; `nil` where the unit is not in it.
  package let name: String?
  /// Its places then and now, `LadderStep.id`; `nil` for none.
  package let from: String?
  package let to: String?
  /// The higher of both places, which it reached or left.
  package let step: String
  /// What it reported of that step; `nil` for a time without a return.
  package let before: LadderEvidence?
  package let now: LadderEvidence?
}

/// A unit that may come over the survey's line (小升规).
package struct LadderCandidateStanding: Hashable, Sendable {
  package let candidate: LadderCandidate
  package let standing: LadderThreshold.Standing
  /// What its revenue is of the threshold, in %.
  package let share: Ratio?
  /// Whether it reports for the period.
  package let hasEntered: Bool
}
