// SPDX-License-Identifier: Apache-2.0

extension Period {
  /// Reads the command line's grammar: `2021-05`, `2021-01..02`, `2021-Q1`, `2021-H1`, `2021`.
  ///
  /// `2021-02` is read as `2021-01..02`. `2021-01` is refused: no January figure exists.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let year = Period.number(parts[0], digits: 4) else { return nil }
    guard parts.count == 2 else {
      guard let period = Period.year(year) else { return nil }
      self = period
      return
    }
    guard let period = Period.part(parts[1], of: year) else { return nil }
    self = period
  }

  private static func part(_ text: some StringProtocol, of year: Int) -> Period? {
    if text == "01..02" { return Period(year: year, month: 2) }
    if let kind = text.first, text.count == 2, let number = number(text.dropFirst(), digits: 1) {
      if kind == "Q" { return quarter(number, of: year) }
      if kind == "H" { return half(number, of: year) }
    }
    guard let month = number(text, digits: 2), month != 1 else { return nil }
    return Period(year: year, month: month)
  }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

/// Which periods a command works on, as `--period` names them.
package enum PeriodSelection: Hashable, Sendable {
  /// The newest period that has returns.
  case latest
  case single(Period)
  /// Every survey period from the first to the last, both included.
  case range(Period, Period)

  /// Reads a period, `latest`, or a range `2021-02...2021-06`.
  ///
  /// - Returns: `nil` for other text and for a range that runs backwards.
  package init?(_ text: String) {
    if text == "latest" {
      self = .latest
      return
    }
    // "2021-01..02...2021-06": the separator is the last run of exactly three dots.
    guard let dots = text.lastRange(ofDots: 3) else {
      guard let period = Period(text) else { return nil }
      self = .single(period)
      return
    }
    guard let first = Period(text[..<dots.lowerBound]), let last = Period(text[dots.upperBound...]),
      first <= last
    else { return nil }
    self = .range(first, last)
  }
}

extension String {
  fileprivate func lastRange(ofDots count: Int) -> Range<Index>? {
    var end = endIndex
    while let dot = self[..<end].lastIndex(of: ".") {
      let upper = index(after: dot)
      let run = self[..<upper].reversed().prefix { $0 == "." }.count
      let lower = index(upper, offsetBy: -run)
      if run == count { return lower..<upper }
      end = lower
    }
    return nil
  }
}
