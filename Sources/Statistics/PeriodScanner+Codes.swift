// SPDX-License-Identifier: Apache-2.0

/// The codes and English names of statistical agencies (SDMX, ONS, OECD): `2021-Q1`, `2021M05`,
/// `2020 JAN`, `January 2024`.
extension PeriodScanner {
  /// Reads `Q1`, `H1`, `S1`, `M05` or a month's name behind a year.
  ///
  /// - Returns: `nil` where none of them stands at `start`.
  mutating func codedPart(of year: Int, from start: Int) -> (SpokenPeriod?, end: Int)? {
    if let name = monthName(from: start) {
      let next = skippingBlanks(from: name.end)
      // A day, or another year, so that the name belongs to neither for certain.
      if !digits(from: next).isEmpty || isRangeOfParts(at: next) { return unclear(at: next) }
      return (.month(name.month, year: year), name.end)
    }
    guard let code = partCode(from: start) ?? monthCode(from: start) else { return nil }
    if isRangeOfParts(at: skippingBlanks(from: code.end)) { return unclear(at: code.end) }
    return (code.of(year), code.end)
  }

  /// Reads `January 2024`, `JAN 2020`, `January-May 2021` or `Q1 2021`, which begin with a letter.
  mutating func periodBeforeYear(from start: Int) -> (SpokenPeriod?, end: Int) {
    guard isWord(at: start), !isWord(at: start - 1) else { return (nil, start) }
    guard let first = namedPart(from: start) else { return (nil, start) }
    let dash = skippingBlanks(from: first.end)
    if isRangeOfParts(at: dash) {
      guard let last = namedPart(from: skippingBlanks(from: dash + 1)) else {
        return unclear(at: dash)
      }
      guard let year = yearBehind(last.end) else { return (nil, last.end) }
      let span = last.of(year.value).flatMap { first.of(year.value)?.span(to: $0) }
      guard let span else { return unclear(at: year.end) }
      return (span, year.end)
    }
    guard let year = yearBehind(first.end), let period = first.of(year.value) else {
      return (nil, first.end)
    }
    if isRangeOfParts(at: skippingBlanks(from: year.end)) || isMonthBehindMark(at: year.end) {
      return unclear(at: year.end)
    }
    // `8 March 2021` is a date.
    return (isDayBefore(start) ? nil : period, year.end)
  }

  private typealias Part = (of: (Int) -> SpokenPeriod?, end: Int)

  private func namedPart(from start: Int) -> Part? {
    if let name = monthName(from: start) { return ({ .month(name.month, year: $0) }, name.end) }
    // `S1 2021` may as well be a table's number.
    guard start < text.count, !"Ss".unicodeScalars.contains(text[start]) else { return nil }
    return partCode(from: start)
  }

  /// `Q1`…`Q4`, `H1`, `H2`, `S1`, `S2`, in either case and no letter or digit behind.
  private func partCode(from start: Int) -> Part? {
    guard start < text.count else { return nil }
    let run = digits(from: start + 1)
    guard let number = value(run), run.count <= 2, !isWord(at: run.upperBound) else { return nil }
    switch text[start] {
    case "Q", "q":
      guard run.count == 1, (1...4).contains(number) else { return nil }
      return ({ .quarter(number, year: $0) }, run.upperBound)
    case "H", "h", "S", "s":
      guard run.count == 1, (1...2).contains(number) else { return nil }
      return ({ .half(number, year: $0) }, run.upperBound)
    default:
      return nil
    }
  }

  /// `M1`…`M12` directly behind a year or a dash: `M2` on its own is an amount of money.
  private func monthCode(from start: Int) -> Part? {
    guard start < text.count, "Mm".unicodeScalars.contains(text[start]) else { return nil }
    guard start > 0, !text[start - 1].properties.isWhitespace else { return nil }
    let run = digits(from: start + 1)
    guard let month = value(run), run.count <= 2, !isWord(at: run.upperBound) else { return nil }
    return ({ .month(month, year: $0) }, run.upperBound)
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Reads a month's English name, whole or its first three letters (or Sept), perhaps with a full
  /// stop. It begins with a capital: `2021 may rise` speaks of no month.
  private func monthName(from start: Int) -> (month: Int, end: Int)? {
    guard start < text.count, (65...90).contains(text[start].value) else { return nil }
    var (word, end) = ("", start)
    while word.utf8.count <= 9, end < text.count, !(48...57).contains(text[end].value),
      isWord(at: end)
    {
      word.unicodeScalars.append(text[end].properties.lowercaseMapping.unicodeScalars.first ?? " ")
      end += 1
    }
    let month = Self.monthNames.firstIndex {
      $0 == word || (word.count == 3 && $0.hasPrefix(word))
        || (word == "sept" && $0.hasPrefix(word))
    }
    guard let month else { return nil }
    let isAbbreviated = word.count < Self.monthNames[month].count
    if isAbbreviated, end < text.count, text[end] == "." { end += 1 }
    return (month + 1, end)
  }

  /// The year behind a name or code: behind blanks, a comma or a dash, and no 年 behind it, which
  /// begins another wording.
  private func yearBehind(_ start: Int) -> (value: Int, end: Int)? {
    var index = skippingBlanks(from: start)
    if index < text.count, ",-".unicodeScalars.contains(text[index]) {
      index = skippingBlanks(from: index + 1)
    }
    let run = digits(from: index)
    guard let year = year(run) else { return nil }
    let next = skippingBlanks(from: run.upperBound)
    return next < text.count && text[next] == "年" ? nil : (year, run.upperBound)
  }

  /// Whether a dash stands at `index` and a month's name or a code behind it.
  private func isRangeOfParts(at index: Int) -> Bool {
    guard index < text.count, text[index] == "-" else { return false }
    return namedPart(from: skippingBlanks(from: index + 1)) != nil
  }

  /// Whether the year that ends at `index` is that of `2021-05` or `2021-2022`.
  private func isMonthBehindMark(at index: Int) -> Bool {
    guard index < text.count, "-./".unicodeScalars.contains(text[index]) else { return false }
    return [2, 4].contains(digits(from: index + 1).count)
  }

  /// Whether one or two digits stand before `start`, with a blank or a dash between.
  private func isDayBefore(_ start: Int) -> Bool {
    var end = start
    while end > 0, text[end - 1] == "-" || text[end - 1].properties.isWhitespace { end -= 1 }
    var first = end
    while first > 0, end - first < 3, (48...57).contains(text[first - 1].value) { first -= 1 }
    return (1...2).contains(end - first)
  }
}

extension SpokenPeriod {
  /// `January` to `May`, `Q1` to `Q3` of one year; `nil` where the span does not begin the year.
  fileprivate func span(to last: SpokenPeriod) -> SpokenPeriod? {
    switch (self, last) {
    case (.month(1, let year), .month(let month, _)) where month > 1:
      .firstMonths(month, year: year)
    case (.quarter(1, let year), .quarter(let number, _)) where number > 1:
      .firstMonths(3 * number, year: year)
    default: nil
    }
  }
}
