// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The months that a target has: from the end of one year to the end of another.
struct TargetSpan: Hashable, Sendable {
  /// At whose end it starts.
  let startYear: Int
  /// At whose end it is due; after `startYear`.
  let endYear: Int

  init(startYear: Int, endYear: Int) {
    self.endYear = endYear
    // A deadline before the base year is a finding of the plan's loader; here it only must not trap.
    self.startYear = min(startYear, endYear - 1)
  }

  var months: Int { 12 * (endYear - startYear) }
  var years: Int { endYear - startYear }

  /// Months that have passed at a period's end, 0…`months`.
  func elapsedMonths(at period: Period) -> Int {
    min(max(period.endMonth - 12 * startYear - 12, 0), months)
  }

  /// The running year counts as a whole one; 0…`years`.
  func runningYear(at period: Period) -> Int { min(max(period.year - startYear, 0), years) }

  /// Months from a period's end to the deadline; 0 from there on.
  func remainingMonths(at period: Period) -> Int {
    max(12 * endYear + 12 - period.endMonth, 0)
  }

  func isDue(at period: Period) -> Bool { remainingMonths(at: period) == 0 }

  /// The period itself, or from the deadline on the deadline's survey period: what comes later says
  /// nothing of a value that was promised for then.
  func counted(_ period: Period) -> Period {
    guard period.year > endYear else { return period.lastSurveyPeriod }
    return Period(year: endYear, month: 12) ?? period
  }
}

extension Period {
  /// The month it ends with, counted through the years: 12 × year + month.
  var endMonth: Int { 12 * year + months.upperBound }

  /// The survey period that such a month lies in; `nil` outside the years of periods.
  init?(endMonth: Int) {
    self.init(year: (endMonth - 1) / 12, month: (endMonth - 1) % 12 + 1)
  }
}
