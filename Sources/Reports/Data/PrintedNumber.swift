// SPDX-License-Identifier: Apache-2.0

/// The number that a table cell prints, for formats that know numbers.
///
/// It is the printed one, rounded once and before: were it the exact value, a spreadsheet's own
/// rounding would decide what its reader sees, and two formats of one release could differ.
struct PrintedNumber: Hashable, Sendable {
  /// `-1234.50`: without separators, decimals as printed.
  let digits: String

  /// `nil` for words, symbols, dates and codes: whatever is no decimal number as this program
  /// prints it, `-1,234.50`. With a leading zero it is a code.
  init?(_ cell: TableCell) {
    guard !cell.isText, cell.text.utf8.count <= 60 else { return nil }
    let isNegative = cell.text.hasPrefix("-")
    let unsigned = isNegative || cell.text.hasPrefix("+") ? cell.text.dropFirst() : cell.text[...]
    let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = Self.ungrouped(parts[0]), whole == "0" || !whole.hasPrefix("0") else {
      return nil
    }
    guard parts.count == 1 || Self.areDigits(parts[1]) else { return nil }
    digits = (isNegative ? "-" : "") + whole + (parts.count == 1 ? "" : "." + parts[1])
  }

  var decimals: Int { digits.firstIndex(of: ".").map { digits[$0...].utf8.count - 1 } ?? 0 }

  /// For spreadsheets, which keep binary floating point: a decimal of up to 15 significant digits
  /// reads back from it as it was (IEEE 754 binary64). `nil` for one of more.
  var double: Double? {
    let significant = digits.utf8.filter { (48...57).contains($0) }.drop { $0 == 48 }
    if significant.isEmpty { return 0 }
    return significant.count <= 15 ? Double(digits) : nil
  }

  /// Digits without separators; `nil` unless separators stand before every third.
  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy(areDigits) else { return nil }
    let isGrouped = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    guard groups.count == 1 || isGrouped && groups[0].utf8.count <= 3 else { return nil }
    return groups.joined()
  }

  private static func areDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
