// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A value of a unit's return, in this or an earlier survey period.
package struct RuleVariable: Hashable, Sendable {
  package let slot: ReturnSlot
  /// How many survey periods back, 0…60. A year has eleven of them, so the same period a year
  /// earlier is 11.
  package let lag: Int

  package init(slot: ReturnSlot, lag: Int = 0) {
    self.slot = slot
    self.lag = lag
  }

  package static let surveyPeriodsAYear = 11

  /// The survey period that is `lag` before `period`.
  package func period(seenFrom period: Period) -> Period { period.surveyPeriod(before: lag) }
}

/// A figure of an area, in the period of a rule's evaluation or an earlier one.
package struct FigureVariable: Hashable, Sendable {
  package let indicator: String
  package let sector: String
  package let basis: Basis
  package let measure: Measure
  /// The wider area whose figure it is; `nil` for the own.
  package let area: String?
  /// How many survey periods back.
  package let lag: Int

  package func name(seenFrom period: Period) -> FigureName {
    FigureName(
      indicator: indicator, sector: sector, basis: basis, measure: measure,
      period: period.surveyPeriod(before: lag))
  }
}

extension Period {
  fileprivate func surveyPeriod(before count: Int) -> Period {
    let years = count / RuleVariable.surveyPeriodsAYear
    var period = self
    for _ in 0..<years { period = period.yearEarlier }
    for _ in 0..<(count % RuleVariable.surveyPeriodsAYear) { period = period.previousSurveyPeriod }
    return period
  }
}

/// A text that a rule can ask for; the raw value is its name in the language.
package enum RuleTextField: String, Hashable, Sendable, CaseIterable {
  /// The 4-digit class that the return states.
  case industry
  case registerName = "register.name"
  case registerCommunity = "register.community"
  case registerIndustry = "register.industry"

  /// Whether `in` means "is, or lies within".
  var isCategory: Bool { self == .industry || self == .registerIndustry }
}
