// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// A number as bureaus type it, read without loss.
///
/// Reads ASCII and full-width digits, `-`, `－`, U+2212 and `+`, a decimal point, thousands
/// separators (groups of three), an exponent, `(123)` for a negative, and blanks around it. What is
/// not certainly a number is refused.
enum NumberText {
  enum Reading: Hashable {
    case number(ExactDecimal)
    case missing(MissingReason)
    /// The first character that does not belong, counted from 1 in the cell's text; 0 where the
    /// text as a whole is no number, such as one that ends too early.
    case notANumber(character: Int)
    case tooManyDigits
  }

  /// Reads one cell. `%` behind the number is allowed only where the column holds percentages.
  static func read(_ cell: Cell, of row: borrowing Row, allowsPercent: Bool = false) -> Reading {
    switch cell.kind {
    case .error: return .missing(.errorValue)
    case .boolean, .date: return .notANumber(character: 0)
    case .text, .number:
      if let fast = plainInteger(row.bytes, cell.start, cell.end) { return .number(fast) }
      let text = row.text(of: cell)
      let isTyped = cell.kind == .number
      return read(
        isTyped ? withoutBinaryRest(text) ?? text : text, allowsPercent: allowsPercent)
    }
  }

  /// What the sender typed where a spreadsheet wrote 17 digits of its binary number instead:
  /// `18230.4` for `18230.400000000001`.
  ///
  /// - Returns: `nil` where no decimal of up to 15 digits, which is what a spreadsheet shows, is the
  ///   same binary number, and for whole numbers.
  private static func withoutBinaryRest(_ text: String) -> String? {
    guard text.utf8.count > 15 else { return nil }
    let isFraction = text.utf8.contains { ".eE".utf8.contains($0) }
    guard isFraction, significantDigits(text) > 15, let number = Double(text), number.isFinite
    else { return nil }
    let shortest = number.description
    return significantDigits(shortest) <= 15 ? shortest : nil
  }

  private static func significantDigits(_ text: String) -> Int {
    let digits = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }.filter {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    let zero = UInt8(ascii: "0")
    let leading = digits.prefix { $0 == zero }.count
    let trailing = digits.reversed().prefix { $0 == zero }.count
    return max(0, digits.count - leading - trailing)
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

  static func read(_ text: String, allowsPercent: Bool = false) -> Reading {
    let trimmed = CellText.trimmed(text)
    if let reason = missingReason(trimmed) { return .missing(reason) }
    var parser = NumberParser(trimmed)
    let reading = parser.parse(allowsPercent: allowsPercent)
    guard case .notANumber(let character) = reading, character > 0 else { return reading }
    return .notANumber(character: character + text.unicodeScalars.prefix { $0.isBlank }.count)
  }

  private static let marks: Set<String> = [
    "-", "--", "—", "——", "－", "–", "/", "…", "……", "..", "...",
  ]
  private static let errors: Set<String> = [
    "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!",
  ]

  private static func missingReason(_ text: String) -> MissingReason? {
    if text.isEmpty { return .empty }
    if marks.contains(text) { return .marked }
    return errors.contains(text.uppercased()) ? .errorValue : nil
  }
}

private struct NumberParser {
  /// Folded to half width; positions count characters as the sender sees them.
  private let characters: [Unicode.Scalar]
  private var position = 0
  private var coefficient: Int128 = 0
  private var scale = 0
  private var digits = 0
  private var overflowed = false

  init(_ text: String) {
    characters = text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x2212: "-"
      default: scalar
      }
    }
  }

  private var current: Unicode.Scalar? {
    position < characters.count ? characters[position] : nil
  }

  mutating func parse(allowsPercent: Bool) -> NumberText.Reading {
    let isBracketed = take("(")
    let isNegative = isBracketed || take("-")
    if !isNegative { _ = take("+") }
    readWhole()
    if take(".") { readDigits(countingScale: true) }
    guard digits > 0 else { return refusal }
    var exponent = 0
    if take("e") || take("E") {
      guard let read = readExponent() else { return refusal }
      exponent = read
    }
    if isBracketed, !take(")") { return refusal }
    if allowsPercent { _ = take("%") }
    guard position == characters.count else { return refusal }
    return value(isNegative: isNegative, exponent: exponent)
  }

  private var refusal: NumberText.Reading {
    .notANumber(character: position < characters.count ? position + 1 : 0)
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  /// Digits, with commas only as separators of groups of three. No group follows a leading zero:
  /// the comma of `0,123` may be a decimal one.
  private mutating func readWhole() {
    let start = position
    readDigits(countingScale: false)
    guard (1...3).contains(digits), characters[start] != "0" else { return }
    while current == ",", isGroup(at: position + 1) {
      position += 1
      readDigits(countingScale: false)
    }
  }

  /// Whether exactly three digits stand at `start`.
  private func isGroup(at start: Int) -> Bool {
    let run = characters.dropFirst(start).prefix { $0.digit != nil }
    return run.count == 3
  }

  private mutating func readDigits(countingScale: Bool) {
    while let digit = current?.digit {
      let (tenfold, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int128(digit))
      overflowed = overflowed || overflow || carry
      coefficient = sum
      digits += 1
      if countingScale { scale += 1 }
      position += 1
    }
  }

  private mutating func readExponent() -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    var value = 0
    var count = 0
    while let digit = current?.digit {
      value = min(value * 10 + digit, 10_000)
      count += 1
      position += 1
    }
    return count == 0 ? nil : (isNegative ? -value : value)
  }

  private func value(isNegative: Bool, exponent: Int) -> NumberText.Reading {
    if overflowed { return .tooManyDigits }
    let signed = isNegative ? -coefficient : coefficient
    if signed == 0 { return .number(.zero) }
    let decimals = scale - exponent
    if decimals > 38 || decimals < -38 { return .tooManyDigits }
    if decimals >= 0 { return .number(ExactDecimal(coefficient: signed, scale: decimals)) }
    let (product, overflow) = signed.multipliedReportingOverflow(by: Int128.powerOfTen(-decimals))
    return overflow ? .tooManyDigits : .number(ExactDecimal(product))
  }
}

extension Unicode.Scalar {
  fileprivate var digit: Int? {
    ("0"..."9").contains(self) ? Int(value) - 48 : nil
  }
}
