// SPDX-License-Identifier: Apache-2.0

extension Period {
  /// What a time cell such as `2019.1` probably means, which lost a zero when a spreadsheet took it
  /// for a number: October between `2019.09` and `2019.11`. For a finding's suggestion only, never
  /// for a value.
  ///
  /// The months before and after may ascend or descend, and one of them may be unknown. The answer
  /// must join on to each that is known; from May on the digit alone says enough where neither is.
  ///
  /// - Parameters:
  ///   - text: a year, a mark and one digit; anything else has no suggestion.
  ///   - after: the period that stands before the cell in its row or column.
  ///   - before: the period that stands behind it.
  package static func suggested(
    for text: String, after: Period?, before: Period?
  ) -> Period? {
    guard let (year, digit) = PeriodScanner(text, takesMonthPairs: false).yearAndDigit else {
      return nil
    }
    let neighbours = [after, before].compactMap(\.self)
    if neighbours.isEmpty { return digit >= 5 ? Period(year: year, month: digit) : nil }
    let fitting = candidates(year, digit).filter { candidate in
      let places = neighbours.map { candidate.place(beside: $0) }
      // One on each side; or the only one on either.
      return !places.contains(nil) && Set(places).count == places.count
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  private static func candidates(_ year: Int, _ digit: Int) -> [Period] {
    let readings =
      switch digit {
      case 1: [calendarMonth(year: year, month: 1), Period(year: year, month: 10)]
      case 2: [calendarMonth(year: year, month: 2), Period(year: year, month: 2)]
      default: [Period(year: year, month: digit)]
      }
    return readings.compactMap(\.self)
  }

  private enum Side { case earlier, later }

  /// On which side of `neighbour` this month follows it directly; `nil` where it does not.
  private func place(beside neighbour: Period) -> Side? {
    guard months.count <= 2, neighbour.months.count <= 2 else { return nil }
    if firstMonthNumber == neighbour.lastMonthNumber + 1 { return .later }
    return lastMonthNumber + 1 == neighbour.firstMonthNumber ? .earlier : nil
  }

  /// Months since the year 0.
  private var firstMonthNumber: Int { year * 12 + months.lowerBound }
  private var lastMonthNumber: Int { year * 12 + months.upperBound }
}

extension PeriodScanner {
  /// The parts of a text that is a year, a mark and one digit from 1, as in `2019.1`.
  fileprivate var yearAndDigit: (year: Int, digit: Int)? {
    let run = digits(from: skippingBlanks(from: 0))
    guard let year = year(run), run.upperBound < text.count,
      "-./".unicodeScalars.contains(text[run.upperBound])
    else { return nil }
    let digit = digits(from: run.upperBound + 1)
    guard digit.count == 1, let value = value(digit), value > 0,
      skippingBlanks(from: digit.upperBound) == text.count
    else { return nil }
    return (year, value)
  }
}
