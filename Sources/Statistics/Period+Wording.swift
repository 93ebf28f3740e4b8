// SPDX-License-Identifier: Apache-2.0

extension Period {
  /// Finds the period that a title, a cell or a file name speaks of.
  ///
  /// Reads `2021年1-5月`, `2021年1—5月`, `2021年5月份`, `2021年前5个月`, `2021年上半年`, `2021年一季度`,
  /// `2021年前三季度`, `2021年`, the same with Chinese numerals (`二〇二一年一至五月`), `202105`, `2021-05`,
  /// `2021.05`, `2021M05`, `2021-Q1`, `2021-S1`, `2020 JAN`, `January 2024`, `January-May 2021`. A
  /// cumulative span `1-5月` is the survey period it ends with, a quarter, half or whole year the
  /// survey period of its last month: what kind of value stands in a column is the column's own
  /// business. Full-width digits and any dash are read.
  ///
  /// `nil` where no period, or more than one, is found. A day such as `2021年6月8日`, `2021-06-08` or
  /// `8 June 2021` is a date and no period; and a year is the whole year only where no month, quarter
  /// or half is spoken of behind it.
  ///
  /// - Parameter calendarMonths: whether the series has January and February on their own. Without,
  ///   January alone is none, since an industrial survey has no January figure, and February is
  ///   `01..02`.
  package init?(wording text: some StringProtocol, calendarMonths: Bool = false) {
    if let plain = SpokenPeriod(plain: text.utf8) {
      guard let period = plain.surveyPeriod(calendarMonths: calendarMonths) else { return nil }
      self = period
      return
    }
    var scanner = PeriodScanner(text, takesMonthPairs: !calendarMonths)
    let found = Set(scanner.scan().compactMap { $0.surveyPeriod(calendarMonths: calendarMonths) })
    guard found.count == 1, let period = found.first, !scanner.isUnclear else { return nil }
    self = period
  }

  /// The same for a cell of a series' time column, where a quarter, half or year is itself and not
  /// the survey period it ends with. `2017` alone is the year.
  package static func asSpoken(_ text: String, calendarMonths: Bool = false) -> Period? {
    if let plain = SpokenPeriod(plain: text.utf8) ?? SpokenPeriod(timeRange: text) {
      return plain.period(calendarMonths: calendarMonths)
    }
    var scanner = PeriodScanner(text, takesMonthPairs: !calendarMonths)
    if let year = scanner.bareYear { return Period.year(year) }
    let found = Set(scanner.scan().compactMap { $0.period(calendarMonths: calendarMonths) })
    return found.count == 1 && !scanner.isUnclear ? found.first : nil
  }
}

extension SpokenPeriod {
  /// `202105` and `2021-05`, the forms of most columns, without the scanner.
  ///
  /// `nil` for every other form, which says nothing about whether a period stands there.
  fileprivate init?(plain text: some Collection<UInt8>) {
    let count = text.count
    guard count == 6 || count == 7 else { return nil }
    var (number, position) = (0, 0)
    for byte in text {
      if count == 7, position == 4 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (48...57).contains(byte) else { return nil }
        number = number * 10 + Int(byte) - 48
      }
      position += 1
    }
    self = .month(number % 100, year: number / 100)
  }
}
