// SPDX-License-Identifier: Apache-2.0

/// A stretch of time as a text speaks of it, before it is decided which period that is.
enum SpokenPeriod: Hashable, Sendable {
  /// `2021年5月`, `202105`.
  case month(Int, year: Int)
  /// January to the month, `2021年1-5月`, `2021年前三季度`.
  case firstMonths(Int, year: Int)
  case quarter(Int, year: Int)
  case half(Int, year: Int)
  case year(Int)

  /// The survey period that it ends with; `nil` for months outside 1…12, and for January alone and
  /// February alone as `calendarMonths` says.
  ///
  /// - Parameter calendarMonths: whether the series has January and February on their own. Without,
  ///   January is none and February stands for both.
  func surveyPeriod(calendarMonths: Bool) -> Period? {
    switch self {
    case .month(let month, let year) where calendarMonths:
      Period.calendarMonth(year: year, month: month)
    case .firstMonths(1, let year) where calendarMonths:
      Period.calendarMonth(year: year, month: 1)
    case .month(1, _), .firstMonths(1, _): nil
    case .month(let month, let year), .firstMonths(let month, let year):
      Period(year: year, month: month)
    case .quarter(let number, let year):
      Period.quarter(number, of: year).flatMap { Period(year: year, month: $0.months.upperBound) }
    case .half(let number, let year):
      Period.half(number, of: year).flatMap { Period(year: year, month: $0.months.upperBound) }
    case .year(let year): Period(year: year, month: 12)
    }
  }

  /// The same, with quarters, halves and years as they are.
  func period(calendarMonths: Bool) -> Period? {
    switch self {
    case .quarter(let number, let year): Period.quarter(number, of: year)
    case .half(let number, let year): Period.half(number, of: year)
    case .year(let year): Period.year(year)
    case .month, .firstMonths: surveyPeriod(calendarMonths: calendarMonths)
    }
  }
}
