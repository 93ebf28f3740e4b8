// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Printed numbers of one language.
///
/// English groups thousands everywhere; Chinese groups whole numbers only, as its yearbooks print
/// 亿元 without separators.
struct NumberText: Hashable, Sendable {
  let language: Language

  /// - Parameter digits: As `Ratio.rounded` gives them.
  func grouped(_ digits: String) -> String {
    let whole = digits.prefix { $0 != "." }
    guard language == .english || whole.count == digits.count else { return digits }
    let isNegative = whole.hasPrefix("-")
    let ungrouped = Array(isNegative ? whole.dropFirst() : whole)
    var result = isNegative ? "-" : ""
    for (index, digit) in ungrouped.enumerated() {
      if index > 0, (ungrouped.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result + digits.dropFirst(whole.count)
  }

  func grouped(_ count: Int) -> String { grouped(String(count)) }

  /// The digits without their sign, for words that carry it (下降 3.2%).
  func magnitude(_ digits: String) -> String {
    grouped(digits.hasPrefix("-") ? String(digits.dropFirst()) : digits)
  }
}
