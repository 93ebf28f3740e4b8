// SPDX-License-Identifier: Apache-2.0

/// Finds the stretches of time that a text speaks of, from left to right.
struct PeriodScanner {
  let text: [Unicode.Scalar]
  /// Whether `2021-01-02` is January and February, as file names have it, and no day.
  let takesMonthPairs: Bool
  /// Whether a stretch was met that is spoken of and cannot be read, so that what was found beside
  /// it is not all there is: `Q1-Q3 2021`, `2020-2022年`.
  private(set) var isUnclear = false
  /// Where 月, 季 or 半 stands last; -1 without.
  let lastMonthWord: Int

  init(_ text: some StringProtocol, takesMonthPairs: Bool) {
    let folded = text.unicodeScalars.map(PeriodScanner.folded)
    self.text = PeriodScanner.withDigitYears(folded)
    self.takesMonthPairs = takesMonthPairs
    lastMonthWord = self.text.lastIndex { "月季半".unicodeScalars.contains($0) } ?? -1
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

  /// The year of a text that is nothing else.
  var bareYear: Int? {
    let run = digits(from: skippingBlanks(from: 0))
    guard run.count == 4, skippingBlanks(from: run.upperBound) == text.count else { return nil }
    return year(run)
  }

  mutating func scan() -> [SpokenPeriod] {
    var found: [SpokenPeriod] = []
    var index = 0
    while index < text.count {
      let run = digits(from: index)
      let (period, end) =
        run.isEmpty ? periodBeforeYear(from: index) : period(yearAt: run)
      if let period { found.append(period) }
      index = max(end, run.upperBound, index + 1)
    }
    return found
  }

  /// Marks the text as one that speaks of a stretch that cannot be read.
  mutating func unclear(at end: Int) -> (SpokenPeriod?, end: Int) {
    isUnclear = true
    return (nil, end)
  }

  /// Reads one period whose year (or year and month) is the digit run `run`.
  private mutating func period(yearAt run: Range<Int>) -> (SpokenPeriod?, end: Int) {
    if run.count == 6, let year = value(run.prefix(4)), let month = value(run.suffix(2)) {
      return (.month(month, year: year), run.upperBound)
    }
    guard let year = year(run) else { return (nil, run.upperBound) }
    let next = skippingBlanks(from: run.upperBound)
    guard next < text.count else { return (nil, next) }
    if text[next] == "年" { return periodAfterYear(year, from: next + 1) }
    let code = text[next] == "-" ? skippingBlanks(from: next + 1) : next
    if let found = codedPart(of: year, from: code) { return found }
    return "-./".unicodeScalars.contains(text[next])
      ? periodAfterMark(year, from: next) : (nil, next)
  }

  /// Reads the month behind `2021-`: two digits, and no day behind them.
  private mutating func periodAfterMark(
    _ year: Int, from mark: Int
  ) -> (SpokenPeriod?, end: Int) {
    let month = digits(from: mark + 1)
    if month.count == 4, self.year(month) != nil { return unclear(at: month.upperBound) }
    // One digit after a point is the trap `2019.1`, which may be October: refused.
    guard month.count == 2, let number = value(month[...]) else { return (nil, mark + 1) }
    let isRange = text[month.upperBound...].starts(with: "..".unicodeScalars)
    let isMarked = month.upperBound < text.count && text[month.upperBound] == text[mark]
    guard isRange || isMarked else { return (.month(number, year: year), month.upperBound) }
    let second = digits(from: month.upperBound + (isRange ? 2 : 1))
    if number == 1, second.count == 2, value(second[...]) == 2, isRange || takesMonthPairs {
      return (.firstMonths(2, year: year), second.upperBound)
    }
    let isDate = !isRange && second.count == 2
    return isDate
      ? (nil, second.upperBound) : (.month(number, year: year), month.upperBound)
  }
}

// MARK: - Digits

extension PeriodScanner {
  func digits(from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, (48...57).contains(text[end].value) { end += 1 }
    return start..<end
  }

  func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < text.count, text[index].properties.isWhitespace { index += 1 }
    return index
  }

  /// - Returns: `nil` for none and for more than four digits.
  func value(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 4 else { return nil }
    return range.reduce(0) { $0 * 10 + Int(text[$1].value) - 48 }
  }

  /// The value of exactly four digits that can be a year.
  func year(_ range: Range<Int>) -> Int? {
    guard range.count == 4, let year = value(range), (1949...2999).contains(year) else {
      return nil
    }
    return year
  }

  /// Whether `index` is at a letter or digit of ASCII.
  func isWord(at index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    return switch text[index].value {
    case 48...57, 65...90, 97...122: true
    default: false
    }
  }
}
