// SPDX-License-Identifier: Apache-2.0

extension SpokenPeriod {
  /// Reads an SDMX time range of whole months, `2021-01-01/P2M` (SDMX 3.0, section 6, §4.2.12): a month,
  /// a quarter, a half, a year, or the months from January on.
  ///
  /// `nil` for every other text.
  init?(timeRange text: some StringProtocol) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = SpokenPeriod.firstDay(ends[0]),
      let count = SpokenPeriod.months(ends[1]), start.month + count <= 13
    else { return nil }
    switch (start.month, count) {
    case (1, 12): self = .year(start.year)
    case (1, 6), (7, 6): self = .half(start.month / 6 + 1, year: start.year)
    case (1, 3), (4, 3), (7, 3), (10, 3): self = .quarter(start.month / 3 + 1, year: start.year)
    case (_, 1): self = .month(start.month, year: start.year)
    case (1, _): self = .firstMonths(count, year: start.year)
    default: return nil
    }
  }

  /// `2021-01-01`, the first of a month.
  private static func firstDay(_ text: some StringProtocol) -> (year: Int, month: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == "01", parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = number(parts[0]), let month = number(parts[1]), (1...12).contains(month)
    else { return nil }
    return (year, month)
  }

  /// 1…12, of `P2M` or `P1Y`.
  private static func months(_ text: some StringProtocol) -> Int? {
    if text == "P1Y" { return 12 }
    guard text.first == "P", text.last == "M", text.utf8.count <= 4,
      let count = number(text.dropFirst().dropLast()), (1...12).contains(count)
    else { return nil }
    return count
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }
}
