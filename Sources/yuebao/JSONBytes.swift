// SPDX-License-Identifier: Apache-2.0

/// JSON written byte by byte, for results of hundreds of megabytes. Texts are UTF-8.
extension [UInt8] {
  mutating func appendJSON(_ text: String?) {
    guard var text else {
      self += "null".utf8
      return
    }
    text.withUTF8 { appendJSONText($0) }
  }

  /// A text with its quotes. Control characters are escaped, also those that JSON does not ask
  /// for: a result may be printed on a terminal.
  mutating func appendJSONText(_ text: UnsafeBufferPointer<UInt8>) {
    append(quote)
    var runStart = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // Most bytes end here: printable ASCII, and UTF-8 of all but U+0080…U+00BF.
      if byte >= 0x20 && byte != quote && byte != backslash && byte != 0x7F && byte != 0xC2 {
        index += 1
        continue
      }
      let isC1 = byte == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0
      if byte == 0xC2 && !isC1 {
        index += 1
        continue
      }
      append(contentsOf: text[runStart..<index])
      appendEscaped(isC1 ? text[index + 1] : byte)
      index += isC1 ? 2 : 1
      runStart = index
    }
    append(contentsOf: text[runStart...])
    append(quote)
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    append(backslash)
    switch byte {
    case quote, backslash: append(byte)
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    default:
      self += "u00".utf8
      append(hexDigit(byte >> 4))
      append(hexDigit(byte & 15))
    }
  }

  /// A number with the digits that it has. One that JSON has no form for loses its leading zeros;
  /// what is no decimal number at all is written as a text.
  mutating func appendJSONNumber(_ digits: UnsafeBufferPointer<UInt8>) {
    if isJSONNumber(digits[...]) {
      append(contentsOf: digits)
      return
    }
    let isNegative = digits.first == UInt8(ascii: "-")
    var rest = isNegative ? digits.dropFirst() : digits[...]
    while rest.count > 1, rest.first == zero, (zero...nine).contains(rest[rest.startIndex + 1]) {
      rest = rest.dropFirst()
    }
    guard isJSONNumber(rest) else { return appendJSONText(digits) }
    if isNegative { append(UInt8(ascii: "-")) }
    append(contentsOf: rest)
  }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
private let zero = UInt8(ascii: "0")
private let nine = UInt8(ascii: "9")

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

/// RFC 8259, §6.
private func isJSONNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  var index = text.startIndex
  let end = text.endIndex
  func skipDigits() -> Int {
    let start = index
    while index < end, text[index] >= zero, text[index] <= nine { index += 1 }
    return index - start
  }
  if index < end, text[index] == UInt8(ascii: "-") { index += 1 }
  let startsWithZero = index < end && text[index] == zero
  let whole = skipDigits()
  if whole == 0 || (startsWithZero && whole > 1) { return false }
  if index < end, text[index] == UInt8(ascii: ".") {
    index += 1
    if skipDigits() == 0 { return false }
  }
  if index < end, text[index] | 0x20 == UInt8(ascii: "e") {
    index += 1
    if index < end, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
      index += 1
    }
    if skipDigits() == 0 { return false }
  }
  return index == end
}
