// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Days as people type them.
package enum Day {
  /// `2021-05-31` for `2021-05-31`, `2021/5/31` and `2021.5.31`; `nil` for what is no day of the calendar.
  package static func iso(_ text: String) -> String? {
    for separator in ["-", "/", "."] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, let year = number(parts[0], digits: 4...4),
        let month = number(parts[1], digits: 1...2), let day = number(parts[2], digits: 1...2),
        Period.year(year) != nil, (1...12).contains(month),
        (1...days(in: month, of: year)).contains(day)
      else { continue }
      return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }
    return nil
  }

  package static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
