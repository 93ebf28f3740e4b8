// SPDX-License-Identifier: Apache-2.0

/// What a text is that a file says is a number.
enum NumberOutcome: Equatable {
  case number, empty, notANumber
  /// Beyond what a binary64 holds, such as `1e999`.
  case tooLarge
}

extension [UInt8] {
  /// Checks that the array's end is a number and brings it into one form: no plus sign, a digit on
  /// either side of a point, and for binary numbers no digits that the sender did not see.
  mutating func normalizeNumber(from start: Int, isBinary: Bool) -> NumberOutcome {
    if count == start { return .empty }
    if isShortInteger(from: start) { return .number }
    guard let shape = NumberShape(self[start...]) else { return .notANumber }
    let needsDigits = shape.significantDigits > 15
    if needsDigits || shape.hasExponent || !shape.isPlain {
      guard let number = number(from: start), number.isFinite else { return .tooLarge }
      if isBinary {
        replaceSubrange(start..., with: plainDigits(of: number).utf8)
      } else if needsDigits, let digits = withoutBinaryRest(number) {
        replaceSubrange(start..., with: digits.utf8)
      } else {
        normalizeForm(from: start)
      }
    } else if isBinary && shape.hasFraction {
      // 15 digits are the shortest but for zeros at the end.
      while let last, last == UInt8(ascii: "0") { removeLast() }
      if last == UInt8(ascii: ".") { removeLast() }
    }
    return .number
  }

  /// Whether the array's end is a plain number of at most 15 digits and nothing else, as most are.
  private func isShortInteger(from start: Int) -> Bool {
    withUnsafeBufferPointer { bytes in
      guard bytes.count - start <= 15, bytes[start] != 48 || bytes.count == start + 1 else {
        return false
      }
      for index in start..<bytes.count where bytes[index] &- 48 > 9 { return false }
      return true
    }
  }

  /// The binary64 that the array's end reads as; `nil` where it is no number.
  func number(from start: Int) -> Double? {
    guard NumberShape(self[start...]) != nil else { return nil }
    let digits = self[start...].first == UInt8(ascii: "+") ? self[(start + 1)...] : self[start...]
    return Double(String(decoding: digits, as: UTF8.self))
  }

  /// `+.5` becomes `0.5`, `5.` becomes `5`, `007.50` becomes `7.50`.
  private mutating func normalizeForm(from start: Int) {
    if self[start] == UInt8(ascii: "+") { remove(at: start) }
    let first = self[start] == UInt8(ascii: "-") ? start + 1 : start
    while first + 1 < count, self[first] == 48, (48...57).contains(self[first + 1]) {
      remove(at: first)
    }
    if self[first] == UInt8(ascii: ".") { insert(UInt8(ascii: "0"), at: first) }
    if let point = self[first...].firstIndex(of: UInt8(ascii: ".")),
      point + 1 == count || self[point + 1] | 0x20 == UInt8(ascii: "e")
    {
      remove(at: point)
    }
  }
}

/// What the sender typed where a program wrote 17 digits of its binary number instead: `18230.4`
/// for `18230.400000000001`.
///
/// - Returns: `nil` where no decimal of up to 15 digits, which is what a spreadsheet shows, is the
///   same binary number.
private func withoutBinaryRest(_ number: Double) -> String? {
  let digits = plainDigits(of: number)
  guard let shape = NumberShape(Array(digits.utf8)[...]), shape.significantDigits <= 15 else {
    return nil
  }
  return digits
}

/// The shortest decimal that reads back to the same binary64, without exponent up to 40 digits.
func plainDigits(of number: Double) -> String {
  if number == 0 { return "0" }
  let description = number.description
  guard description.utf8.contains(UInt8(ascii: "e")) else {
    // Most are plain already, but for `.0` behind whole ones.
    let isWhole = description.utf8.suffix(2).elementsEqual(".0".utf8)
    return isWhole ? String(decoding: description.utf8.dropLast(2), as: UTF8.self) : description
  }
  let text = description.utf8
  var digits = text.filter { (48...57).contains($0) }
  let isNegative = text.first == UInt8(ascii: "-")
  let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
  let exponentText = text.dropFirst(mantissa.count + 1)
  let exponent = Int(String(decoding: exponentText, as: UTF8.self)) ?? 0
  let mantissaDigits = mantissa.count { (48...57).contains($0) }
  digits.removeLast(digits.count - mantissaDigits)
  let wholeDigits = mantissa.prefix { $0 != UInt8(ascii: ".") }.count { (48...57).contains($0) }
  guard exponent.magnitude <= 40 else { return description }
  return placePoint(in: digits, at: wholeDigits + exponent, isNegative: isNegative)
}

/// - Parameter point: how many digits stand before the decimal point; may lie outside of them.
private func placePoint(in digits: [UInt8], at point: Int, isNegative: Bool) -> String {
  let zero = UInt8(ascii: "0")
  var whole = point > 0 ? Array(digits.prefix(point)) : []
  if point > digits.count { whole += [UInt8](repeating: zero, count: point - digits.count) }
  var fraction = point < digits.count ? Array(digits.dropFirst(max(point, 0))) : []
  if point < 0 { fraction = [UInt8](repeating: zero, count: -point) + fraction }
  while fraction.last == zero { fraction.removeLast() }
  let leading = whole.prefix { $0 == zero }.count
  whole.removeFirst(leading)
  let isZero = whole.isEmpty && fraction.isEmpty
  let text =
    (isNegative && !isZero ? "-" : "")
    + (whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self))
  return fraction.isEmpty ? text : text + "." + String(decoding: fraction, as: UTF8.self)
}

/// The parts of a number in decimal digits: sign, digits with at most one point, exponent.
struct NumberShape {
  /// Without zeros at either end.
  private(set) var significantDigits = 0
  private(set) var hasFraction = false
  private(set) var hasExponent = false
  /// Nothing but an optional minus, digits without needless zeros before them, and a point between
  /// digits.
  private(set) var isPlain = true

  /// - Returns: `nil` where the text is no number.
  init?(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    var digits = 0
    var trailingZeros = 0
    if index < text.endIndex, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isPlain = text[index] == UInt8(ascii: "-")
      index += 1
    }
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: ".") && !hasFraction {
        hasFraction = true
        if digits == 0 || index + 1 == text.endIndex { isPlain = false }
      } else if (48...57).contains(byte) {
        digits += 1
        if digits == 2 && significantDigits == 0 && !hasFraction { isPlain = false }
        let isZero = byte == 48
        trailingZeros = isZero ? trailingZeros + 1 : 0
        if significantDigits > 0 || !isZero { significantDigits += 1 }
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    significantDigits = max(0, significantDigits - trailingZeros)
    if index < text.endIndex {
      guard NumberShape.isExponent(text[index...]) else { return nil }
      hasExponent = true
    }
  }

  private static func isExponent(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "e") else { return false }
    let rest = text.dropFirst()
    let hasSign = rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+")
    let digits = hasSign ? rest.dropFirst() : rest
    return !digits.isEmpty && digits.allSatisfy { (48...57).contains($0) }
  }
}
