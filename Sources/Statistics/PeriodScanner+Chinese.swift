// SPDX-License-Identifier: Apache-2.0

extension PeriodScanner {
  /// Writes `二〇二一年` as `2021年`: exactly four numerals directly before 年, read digit by digit.
  static func withDigitYears(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var written = text
    for index in text.indices where text[index] == "年" {
      var end = index
      while end > 0, text[end - 1].properties.isWhitespace { end -= 1 }
      let numerals = text[..<end].suffix(5)
      let year = numerals.suffix(4).compactMap { digit($0) }
      // A fifth numeral before them makes it another number.
      guard year.count == 4, numerals.count == 4 || numerals.first.map(digit) == .some(nil) else {
        continue
      }
      for (offset, digit) in year.enumerated() {
        written[end - 4 + offset] = Unicode.Scalar(UInt8(48 + digit))
      }
    }
    return written
  }

  private static func digit(_ numeral: Unicode.Scalar) -> Int? {
    switch numeral {
    // 0 is a full-width one in the middle of numerals, a habit of typing.
    case "〇", "○", "零", "0": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// Reads digits, or a numeral 一…十二 or 两.
  ///
  /// - Returns: `nil` where no number stands, or one of more than four digits.
  private func number(from start: Int) -> (value: Int, end: Int)? {
    let run = digits(from: start)
    if !run.isEmpty { return value(run).map { ($0, run.upperBound) } }
    guard start < text.count else { return nil }
    if text[start] == "两" { return (2, start + 1) }
    if text[start] == "十" {
      guard start + 1 < text.count, let unit = Self.digit(text[start + 1]), (1...2).contains(unit)
      else { return (10, start + 1) }
      return (10 + unit, start + 2)
    }
    return Self.digit(text[start]).flatMap { $0 > 0 ? ($0, start + 1) : nil }
  }

  /// Reads what follows `2021年`.
  func periodAfterYear(_ year: Int, from start: Int) -> (SpokenPeriod?, end: Int) {
    let index = skippingBlanks(from: start)
    guard index < text.count else { return (.year(year), index) }
    if let end = end(of: "上半年", from: index) { return (.half(1, year: year), end) }
    if let end = end(of: "下半年", from: index) { return (.half(2, year: year), end) }
    if let end = end(of: "全年", from: index) { return (.year(year), end) }
    if text[index] == "前" { return firstParts(of: year, from: index + 1) }
    let first = skippingBlanks(from: text[index] == "第" ? index + 1 : index)
    if let number = number(from: first) {
      if let part = part(number.value, of: year, from: number.end) { return part }
      // 一 in `2021年一般公共预算` counts nothing; digits always count something.
      if !digits(from: index).isEmpty { return (nil, number.end) }
    }
    return (index <= lastMonthWord ? nil : .year(year), index)
  }

  private func end(of word: String, from start: Int) -> Int? {
    text[start...].starts(with: word.unicodeScalars) ? start + word.unicodeScalars.count : nil
  }

  /// Reads what follows `2021年前`: `5个月`, `三季度`.
  private func firstParts(of year: Int, from start: Int) -> (SpokenPeriod?, end: Int) {
    guard let count = number(from: skippingBlanks(from: start)) else { return (nil, start) }
    var end = skippingBlanks(from: count.end)
    if end < text.count, text[end] == "个" { end = skippingBlanks(from: end + 1) }
    return closed(count.value, of: year, at: end, isSpan: true) ?? (nil, end)
  }

  /// Reads what follows a year and a first number: `月`, `季度`, `-5月`, `月-5月`.
  ///
  /// - Returns: `nil` where the number counts neither months nor quarters.
  private func part(
    _ first: Int, of year: Int, from start: Int
  ) -> (SpokenPeriod?, end: Int)? {
    var end = skippingBlanks(from: start)
    if end < text.count, text[end] == "月" {
      let dash = skippingBlanks(from: end + 1)
      if dash < text.count, text[dash] == "-" { end = dash }
    }
    guard end < text.count, text[end] == "-" else {
      return closed(first, of: year, at: end, isSpan: false)
    }
    guard let last = number(from: skippingBlanks(from: end + 1)), first == 1 else {
      return (nil, end)
    }
    return closed(last.value, of: year, at: skippingBlanks(from: last.end), isSpan: true)
      ?? (nil, last.end)
  }

  /// Closes a number with the 月 or 季度 that must stand at `end`, and no day behind a month.
  ///
  /// - Returns: `nil` where neither stands there.
  private func closed(
    _ number: Int, of year: Int, at end: Int, isSpan: Bool
  ) -> (SpokenPeriod?, end: Int)? {
    guard end < text.count else { return nil }
    if let end = self.end(of: "季度", from: end) {
      guard (1...4).contains(number) else { return (nil, end) }
      return (isSpan ? .firstMonths(3 * number, year: year) : .quarter(number, year: year), end)
    }
    guard text[end] == "月" else { return nil }
    if !isSpan, let day = endOfDay(from: end + 1) { return (nil, day) }
    return (isSpan ? .firstMonths(number, year: year) : .month(number, year: year), end + 1)
  }

  /// The end of `8日` or `二十八号`; `nil` where no day stands.
  private func endOfDay(from start: Int) -> Int? {
    let first = skippingBlanks(from: start)
    var end = digits(from: first).upperBound
    while end < text.count, text[end] == "十" || Self.digit(text[end]) != nil { end += 1 }
    let after = skippingBlanks(from: end)
    guard end > first, after < text.count, "日号".unicodeScalars.contains(text[after]) else {
      return nil
    }
    return after + 1
  }
}
