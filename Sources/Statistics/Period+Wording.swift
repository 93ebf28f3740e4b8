// SPDX-License-Identifier: Apache-2.0

extension Period {
  /// Finds the period that a title, a cell or a file name speaks of.
  ///
  /// Reads `2021年1-5月`, `2021年1—5月`, `2021年5月`, `2021年前5个月`, `2021年上半年`, `2021年一季度`,
  /// `2021年前三季度`, `2021年`, `202105`, `2021-05`, `2021.05`. A cumulative span `1-5月` is the survey
  /// period it ends with, a quarter, half or whole year the survey period of its last month: what
  /// kind of value stands in a column is the column's own business. Full-width digits and any dash
  /// are read.
  ///
  /// `nil` where no period, or more than one, is found. January alone is none, since no January
  /// figure exists; a day such as `2021年6月8日` or `2021-06-08` is a date and no period; and a year
  /// is the whole year only where no month, quarter or half is spoken of behind it.
  package init?(wording text: some StringProtocol) {
    let found = Set(Period.periods(in: Array(text.unicodeScalars.map(Period.folded))))
    guard found.count == 1, let period = found.first else { return nil }
    self = period
  }

  /// Full-width digits become ASCII, every dash and 至 becomes `-`, blanks stay.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19: Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 48))
    case 0x2010...0x2015, 0x2212, 0xFF0D, 0x7E, 0xFF5E, 0x301C, 0x81F3: "-"
    case 0xFF0E: "."
    default: scalar
    }
  }

  private static func periods(in text: [Unicode.Scalar]) -> [Period] {
    var found: [Period] = []
    var index = 0
    while index < text.count {
      let run = digits(in: text, from: index)
      if run.isEmpty {
        index += 1
        continue
      }
      let (period, end) = period(yearAt: run, in: text)
      if let period { found.append(period) }
      index = max(end, run.upperBound)
    }
    return found
  }

  /// Reads one period whose year (or year and month) is the digit run `run`.
  private static func period(
    yearAt run: Range<Int>, in text: [Unicode.Scalar]
  ) -> (Period?, end: Int) {
    if run.count == 6, let year = value(text, run.prefix(4)), let month = value(text, run.suffix(2))
    {
      return (survey(year, month), run.upperBound)
    }
    guard run.count == 4, let year = value(text, run[...]), (1949...2999).contains(year) else {
      return (nil, run.upperBound)
    }
    let next = skippingBlanks(in: text, from: run.upperBound)
    guard next < text.count else { return (nil, next) }
    switch text[next] {
    case "年": return periodAfterYear(year, in: text, from: next + 1)
    case "-", ".", "/": return periodAfterMark(year, in: text, from: next)
    default: return (nil, next)
    }
  }

  /// What returns are filed for; there are none for January alone.
  private static func survey(_ year: Int, _ month: Int) -> Period? {
    month == 1 ? nil : Period(year: year, month: month)
  }

  /// Reads the month behind `2021-`: two digits, and no day behind them.
  private static func periodAfterMark(
    _ year: Int, in text: [Unicode.Scalar], from mark: Int
  ) -> (Period?, end: Int) {
    let month = digits(in: text, from: mark + 1)
    // One digit after a point is the trap `2019.1`, which may be October: refused.
    guard month.count == 2, let number = value(text, month[...]) else { return (nil, mark + 1) }
    let isRange = text[month.upperBound...].starts(with: "..".unicodeScalars)
    let isMarked = month.upperBound < text.count && text[month.upperBound] == text[mark]
    guard isRange || isMarked else { return (survey(year, number), month.upperBound) }
    let second = digits(in: text, from: month.upperBound + (isRange ? 2 : 1))
    if number == 1, second.count == 2, value(text, second[...]) == 2 {
      return (survey(year, 2), second.upperBound)
    }
    let isDate = !isRange && second.count == 2
    return isDate ? (nil, second.upperBound) : (survey(year, number), month.upperBound)
  }

  private static let spans: [(word: String, lastMonth: Int)] = [
    ("上半年", 6), ("前三季度", 9), ("全年", 12), ("一季度", 3), ("二季度", 6), ("三季度", 9), ("四季度", 12),
    ("第一季度", 3), ("第二季度", 6), ("第三季度", 9), ("第四季度", 12), ("下半年", 12),
  ]

  private static func periodAfterYear(
    _ year: Int, in text: [Unicode.Scalar], from start: Int
  ) -> (Period?, end: Int) {
    let index = skippingBlanks(in: text, from: start)
    for span in spans where text[index...].starts(with: span.word.unicodeScalars) {
      return (Period(year: year, month: span.lastMonth), index + span.word.unicodeScalars.count)
    }
    if text[index...].first == "前" { return periodOfFirstMonths(year, in: text, from: index + 1) }
    let first = digits(in: text, from: index)
    guard let firstMonth = value(text, first[...]) else {
      let speaksOfMonths = text[index...].contains { "月季半".unicodeScalars.contains($0) }
      return (speaksOfMonths ? nil : Period(year: year, month: 12), index)
    }
    var end = skippingBlanks(in: text, from: first.upperBound)
    if end < text.count, text[end] == "月", end + 1 < text.count, text[end + 1] == "-" { end += 1 }
    guard end < text.count, text[end] == "-" else {
      return month(firstMonth, of: year, in: text, closedAt: end, isSpan: false)
    }
    let second = digits(in: text, from: skippingBlanks(in: text, from: end + 1))
    guard firstMonth == 1, let last = value(text, second[...]) else { return (nil, end) }
    end = skippingBlanks(in: text, from: second.upperBound)
    return month(last, of: year, in: text, closedAt: end, isSpan: true)
  }

  /// Reads what follows `2021年前`: `5个月`.
  private static func periodOfFirstMonths(
    _ year: Int, in text: [Unicode.Scalar], from start: Int
  ) -> (Period?, end: Int) {
    let count = digits(in: text, from: skippingBlanks(in: text, from: start))
    guard let last = value(text, count[...]) else { return (nil, start) }
    var end = skippingBlanks(in: text, from: count.upperBound)
    if end < text.count, text[end] == "个" { end += 1 }
    return month(last, of: year, in: text, closedAt: end, isSpan: true)
  }

  /// Closes a month with the 月 that must stand at `end`, and no day behind it.
  private static func month(
    _ number: Int, of year: Int, in text: [Unicode.Scalar], closedAt end: Int, isSpan: Bool
  ) -> (Period?, end: Int) {
    guard end < text.count, text[end] == "月" else { return (nil, end) }
    let day = digits(in: text, from: skippingBlanks(in: text, from: end + 1))
    let afterDay = skippingBlanks(in: text, from: day.upperBound)
    if !isSpan, !day.isEmpty, afterDay < text.count, "日号".unicodeScalars.contains(text[afterDay]) {
      return (nil, afterDay + 1)
    }
    return (survey(year, number), end + 1)
  }

  private static func digits(in text: [Unicode.Scalar], from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, (48...57).contains(text[end].value) { end += 1 }
    return start..<end
  }

  private static func skippingBlanks(in text: [Unicode.Scalar], from start: Int) -> Int {
    var index = start
    while index < text.count, text[index].properties.isWhitespace { index += 1 }
    return index
  }

  private static func value(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 4 else { return nil }
    return range.reduce(0) { $0 * 10 + Int(text[$1].value) - 48 }
  }
}
