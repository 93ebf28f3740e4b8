// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// A number as bureaus type it, read without loss.
///
/// Reads ASCII and full-width digits, a minus of any kind (`-`, `－`, U+2212, a dash) and `+`, a
/// decimal point, separators of groups of three (comma or blank), an exponent, `(123)` for a
/// negative, a multiplier (`1.5万`) or a unit of measure (`1.5亿元`, `7.6%`) behind it, and blanks
/// around it. What is not certainly a number is refused: `1,23`, `12,5`, `1 2`, `约100`, `一百`.
enum NumberText {
  enum Reading: Hashable, Sendable {
    /// The number is not multiplied by the unit of measure: `1.5亿元` is 1.5 and 亿元.
    case number(ExactDecimal, NumberSteps, UnitOfMeasure?)
    case missing(MissingReason)
    /// The first character that does not belong, counted from 1 in the cell's text; 0 where the
    /// text as a whole is no number, such as one that ends too early.
    case notANumber(character: Int)
    case tooManyDigits
  }

  /// Reads one cell. A number that a spreadsheet wrote with 17 digits of its binary value has
  /// already been brought back to what its sender typed, by `Tables`.
  ///
  /// - Parameter marks: the layout's own marks for missing values, keys as `HeaderText.folded` gives
  ///   them. They come before everything else, so that also -9999 can be a mark.
  static func read(
    _ cell: Cell, of row: borrowing Row, marks: [String: MissingReason] = [:]
  ) -> Reading {
    switch cell.kind {
    case .boolean, .date: return .notANumber(character: 0)
    case .error:
      return .missing(marks[HeaderText.folded(row.text(of: cell))] ?? .errorValue)
    case .text, .number:
      if marks.isEmpty, let fast = plainInteger(row.bytes, cell.start, cell.end) {
        return .number(fast, [], nil)
      }
      return read(row.text(of: cell), marks: marks)
    }
  }

  static func read(_ text: String, marks: [String: MissingReason] = [:]) -> Reading {
    if let reason = missingReason(text, marks: marks) { return .missing(reason) }
    var parser = NumberParser(CellText.trimmed(text))
    let reading = parser.parse()
    guard case .notANumber(let character) = reading, character > 0 else { return reading }
    return .notANumber(character: character + text.unicodeScalars.prefix { $0.isBlank }.count)
  }

  /// The usual case, without making a string: an optional minus and up to 18 digits.
  private static func plainInteger(_ bytes: [UInt8], _ start: Int, _ end: Int) -> ExactDecimal? {
    let isNegative = start < end && bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start + 1 : start
    guard first < end, end - first <= 18 else { return nil }
    var value: Int64 = 0
    for index in first..<end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return ExactDecimal(Int128(isNegative ? -value : value))
  }
}
