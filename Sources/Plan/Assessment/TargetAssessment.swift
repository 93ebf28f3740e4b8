// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How one target stands at a period. Documentation/Assessment.md has every formula.
package struct TargetAssessment: Hashable, Sendable {
  /// As it stood at the period.
  package let target: Target
  package let period: Period
  /// The survey period of the value: the period's last, but none after the deadline; of what only a
  /// whole year shows, the last year's end.
  package let valuePeriod: Period
  package let accrual: Accrual
  package let value: TargetValue
  /// Of what is there or not, what was last reported of it.
  package let state: ProgressReport.State?
  /// Whether the promise is kept as things stand; `nil` where the value is missing, and while more
  /// may come to an amount that has an upper limit.
  package let isMet: Bool?
  /// The end of the year at which it is due has come.
  package let isDue: Bool
  /// Who answers for it, the leading one first: the target's departments, else those of its tasks.
  package let departments: [String]
  package let light: Light
  /// What follows from a value in numbers; `nil` without one.
  package let numbers: Numbers?

  /// In the target's unit where nothing else is said.
  package struct Numbers: Hashable, Sendable {
    /// The value minus the promised number; of a range, minus the nearer end, zero inside. In
    /// `Target.gapUnit`.
    package let gap: Ratio
    /// `nil` for what is no year's amount.
    package let partOfYear: PartOfYear?
    /// What the year comes to at this pace: value ÷ part of the year; `nil` likewise.
    package let yearPace: Ratio?
    /// `nil` where the target starts from nowhere that is known.
    package let start: TargetStart?
    /// In %; `nil` for a goal of zero or below without a start short of it.
    package let completion: Ratio?
    package let expected: Expected?
    /// `nil` once it is met or due, and where no pace can be told.
    package let needed: NeededPace?
    /// `nil` once it is met or due, and where there is no past to go on from.
    package let arrival: Arrival?
    /// Of being kept at the deadline, in whole percent, 1…99; `nil` where the history is too short.
    package let probability: Int?
  }

  /// What the path expects at the value's period.
  package struct Expected: Hashable, Sendable {
    package let value: Ratio
    /// Whether `value` and what is computed from it are cut behind 15 decimals.
    package let isCut: Bool
    /// `nil` where the promised number itself is expected at any time.
    package let path: Target.Path?
    /// In %, on the value's own scale; `nil` with it.
    package let completion: Ratio?
    /// How far the value is ahead, in `Target.gapUnit`; negative is behind, also where less is
    /// better.
    package let ahead: Ratio
    /// The same in points of completion.
    package let aheadPoints: Ratio?
  }

  /// The deadline has come, and it is not known to be met.
  package var isOverdue: Bool { isDue && light != .met }

  /// Who has to report: the leading department, where there is no value. Empty where there is one.
  package var owedBy: [String] { value.isMissing ? Array(departments.prefix(1)) : [] }
}
