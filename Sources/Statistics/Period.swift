// SPDX-License-Identifier: Apache-2.0

/// The reference period (报告期): a month, January and February together, a quarter, a half year
/// or a year.
///
/// January and February are surveyed and published as one (methods.md §1): an industrial survey has
/// no period `2021-01`, and there `2021-02` stands for `2021-01..02`. Other series (consumer prices)
/// have both months: these two are calendar months, see `calendarMonth(year:month:)`. A period is
/// integers only: no calendar, no clock, no time zone.
package struct Period: Hashable, Sendable {
  package let year: Int
  /// The months it covers, 1…12.
  package let months: ClosedRange<Int>

  private init(year: Int, months: ClosedRange<Int>) {
    self.year = year
    self.months = months
  }

  /// The survey period that ends with `month`: 3…12 alone, 1 and 2 together as `01..02`.
  ///
  /// `nil` outside 1…12 and outside the years 1949…2999.
  package init?(year: Int, month: Int) {
    guard (1949...2999).contains(year), (1...12).contains(month) else { return nil }
    self.init(year: year, months: month <= 2 ? 1...2 : month...month)
  }

  /// The month alone, January and February too, for series that are no industrial survey.
  ///
  /// From March on it is the survey period. `nil` as for `init(year:month:)`.
  package static func calendarMonth(year: Int, month: Int) -> Period? {
    guard (1949...2999).contains(year), (1...12).contains(month) else { return nil }
    return Period(year: year, months: month...month)
  }

  package static func quarter(_ number: Int, of year: Int) -> Period? {
    guard (1949...2999).contains(year), (1...4).contains(number) else { return nil }
    return Period(year: year, months: (3 * number - 2)...(3 * number))
  }

  package static func half(_ number: Int, of year: Int) -> Period? {
    guard (1949...2999).contains(year), (1...2).contains(number) else { return nil }
    return Period(year: year, months: (6 * number - 5)...(6 * number))
  }

  package static func year(_ year: Int) -> Period? {
    guard (1949...2999).contains(year) else { return nil }
    return Period(year: year, months: 1...12)
  }
}

extension Period {
  /// What returns are filed for: a month from March on, or January and February together.
  package var isSurveyPeriod: Bool {
    months == 1...2 || (months.count == 1 && months.lowerBound >= 3)
  }

  /// The survey periods it is made of, oldest first: `2021-Q1` is `2021-01..02` and `2021-03`.
  ///
  /// Empty for January or February alone, which are only a part of one.
  package var surveyPeriods: [Period] {
    if months.count == 1, !isSurveyPeriod { return [] }
    let ends = months.filter { $0 >= 2 }
    return ends.map { Period(year: year, months: $0 == 2 ? 1...2 : $0...$0) }
  }

  /// The survey period that this period begins with, or for January or February alone lies in.
  package var firstSurveyPeriod: Period {
    Period(
      year: year, months: months.lowerBound <= 2 ? 1...2 : months.lowerBound...months.lowerBound)
  }

  /// The survey period whose cumulative values (1—本月) end where this period ends; January alone
  /// lies in `01..02`, as February does.
  package var lastSurveyPeriod: Period {
    Period(
      year: year, months: months.upperBound <= 2 ? 1...2 : months.upperBound...months.upperBound)
  }

  /// The same period a year earlier (上年同期).
  package var yearEarlier: Period { Period(year: year - 1, months: months) }

  /// The survey period before this period's first; `2021-01..02` follows `2020-12`.
  package var previousSurveyPeriod: Period {
    switch months.lowerBound {
    case 1, 2: Period(year: year - 1, months: 12...12)
    case 3: Period(year: year, months: 1...2)
    default: Period(year: year, months: (months.lowerBound - 1)...(months.lowerBound - 1))
    }
  }

  /// The survey period after this period's last.
  package var nextSurveyPeriod: Period {
    switch months.upperBound {
    case 12: Period(year: year + 1, months: 1...2)
    case 1: Period(year: year, months: 3...3)
    default: Period(year: year, months: (months.upperBound + 1)...(months.upperBound + 1))
    }
  }

  /// All survey periods from the one that begins this period to the one that ends `end`.
  package func surveyPeriods(through end: Period) -> [Period] {
    var periods: [Period] = []
    var current = firstSurveyPeriod
    while current <= end.lastSurveyPeriod {
      periods.append(current)
      current = current.nextSurveyPeriod
    }
    return periods
  }
}

extension Period: Comparable {
  /// By the month it ends with, then the shorter first: `2021-03` < `2021-Q1` < `2021-04`.
  package static func < (left: Period, right: Period) -> Bool {
    (left.year, left.months.upperBound, left.months.count)
      < (right.year, right.months.upperBound, right.months.count)
  }
}

extension Period: CustomStringConvertible {
  /// The contract's form: `2021-05`, `2021-01..02`, `2021-Q1`, `2021-H1`, `2021`; `2021-01` and
  /// `2021-02` for the calendar months, which `init(_:)` does not read.
  package var description: String {
    switch months.count {
    case 12: "\(year)"
    case 6: "\(year)-H\(months.upperBound / 6)"
    case 3: "\(year)-Q\(months.upperBound / 3)"
    case 2: "\(year)-01..02"
    default: "\(year)-\(months.upperBound < 10 ? "0" : "")\(months.upperBound)"
    }
  }
}
