// SPDX-License-Identifier: Apache-2.0

extension Period {
  /// Finds the period that a title, a cell or a file name speaks of.
  ///
  /// Reads `2021年1-5月`, `2021年1—5月`, `2021年5月`, `2021年上半年`, `2021年一季度`, `2021年前三季度`,
  /// `2021年`, `202105`, `2021-05`, `2021.05`. A cumulative span `1-5月` is the survey period it ends
  /// with, a quarter, half or whole year the survey period of its last month: what kind of value
  /// stands in a column is the column's own business. Full-width digits and any dash are read.
  /// `nil` where no period, or more than one, is found.
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
      return (Period(year: year, month: month), run.upperBound)
    }
    guard run.count == 4, let year = value(text, run[...]), (1949...2999).contains(year) else {
      return (nil, run.upperBound)
    }
    let next = skippingBlanks(in: text, from: run.upperBound)
    guard next < text.count else { return (nil, next) }
    switch text[next] {
    case "年": return periodAfterYear(year, in: text, from: next + 1)
    case "-", ".", "/":
      let month = digits(in: text, from: next + 1)
      // One digit after a point is the trap `2019.1`, which may be October: refused.
      guard month.count == 2, let number = value(text, month[...]) else { return (nil, next + 1) }
      return (Period(year: year, month: number), month.upperBound)
    default: return (nil, next)
    }
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
    let first = digits(in: text, from: index)
    guard let firstMonth = value(text, first[...]) else {
      return (Period(year: year, month: 12), index)
    }
    var end = skippingBlanks(in: text, from: first.upperBound)
    var last = firstMonth
    if end < text.count, text[end] == "月", end + 1 < text.count, text[end + 1] == "-" { end += 1 }
    if end < text.count, text[end] == "-" {
      let second = digits(in: text, from: skippingBlanks(in: text, from: end + 1))
      guard firstMonth == 1, let number = value(text, second[...]) else { return (nil, end) }
      (last, end) = (number, skippingBlanks(in: text, from: second.upperBound))
    }
    guard end < text.count, text[end] == "月" else { return (nil, end) }
    return (Period(year: year, month: last), end + 1)
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
