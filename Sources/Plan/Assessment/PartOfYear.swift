// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How much of a year's amount has to be there at a period's end.
package struct PartOfYear: Hashable, Sendable {
  package enum Source: String, Hashable, Sendable {
    /// Of last year's amount, so much had come by then: a year has its seasons.
    case lastYear = "last_year"
    /// The months that have passed of twelve (序时进度, methods.md §5): where last year is not known,
    /// and on the path of time.
    case months
  }

  /// Above zero, at most one.
  package let value: Ratio
  package let source: Source
}

extension TargetCourse {
  /// - Returns: `nil` for what is no year's amount.
  func partOfYear(at period: Period) throws(PlanError) -> PartOfYear? {
    guard accrual == .year else { return nil }
    return try partOfYear(at: period) { period throws(PlanError) in
      try value(at: period, isExact: true).exact
    }
  }

  /// - Parameter amount: the year's amount from January to a period.
  func partOfYear(
    at period: Period, of amount: (Period) throws(PlanError) -> Ratio?
  ) throws(PlanError) -> PartOfYear {
    let months = try exactly { () throws(ArithmeticError) in
      PartOfYear(value: try Ratio(Int128(period.months.upperBound), over: 12), source: .months)
    }
    let before = period.yearEarlier
    guard target.path != .time, period.months.upperBound < 12,
      let end = Period(year: before.year, month: 12),
      let year = try amount(end), let part = try amount(before), part > .zero, part <= year
    else { return months }
    return try exactly { () throws(ArithmeticError) in
      PartOfYear(value: try part.divided(by: year), source: .lastYear)
    }
  }
}
