// SPDX-License-Identifier: Apache-2.0

/// JSON written byte by byte, for results of hundreds of megabytes. Texts are UTF-8.
extension UnsafeMutablePointer<UInt8> {
  /// The room that a text or number of so many bytes may need.
  static func jsonRoom(for bytes: Int) -> Int { 6 * bytes + 16 }

  /// A text with its quotes. Control characters are escaped, also those that JSON does not ask
  /// for: a result may be printed on a terminal.
  mutating func writeJSONText(_ text: UnsafeBufferPointer<UInt8>) {
    write(quote)
    let bytes = UnsafeRawBufferPointer(text)
    var index = 0
    while index < text.count {
      if index + 8 <= text.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if isPlain(word) {
          UnsafeMutableRawPointer(self).storeBytes(of: word, as: UInt64.self)
          self += 8
          index += 8
          continue
        }
      }
      let end = Swift.min(index + 8, text.count)
      while index < end { index += writeJSONCharacter(text, index) }
    }
    write(quote)
  }

  /// - Returns: how many bytes were written, of those from `index` on: 1, or 2 for an escaped C1
  ///   control.
  private mutating func writeJSONCharacter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int
  {
    let byte = text[index]
    if byte >= 0x20 && byte != quote && byte != backslash && byte != 0x7F && byte != 0xC2 {
      write(byte)
      return 1
    }
    // U+0080…U+009F begin with 0xC2; so do the visible ones up to U+00BF.
    if byte == 0xC2 {
      guard index + 1 < text.count, text[index + 1] < 0xA0 else {
        write(byte)
        return 1
      }
      writeEscaped(text[index + 1])
      return 2
    }
    writeEscaped(byte)
    return 1
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    write(backslash)
    switch byte {
    case quote, backslash: write(byte)
    case 0x0A: write(UInt8(ascii: "n"))
    case 0x0D: write(UInt8(ascii: "r"))
    case 0x09: write(UInt8(ascii: "t"))
    default:
      write("u00")
      write(hexDigit(byte >> 4))
      write(hexDigit(byte & 15))
    }
  }

  /// A number with the digits that it has. One that JSON has no form for loses its leading zeros;
  /// what is no decimal number at all is written as a text.
  mutating func writeJSONNumber(_ digits: UnsafeBufferPointer<UInt8>) {
    if isJSONNumber(digits) {
      write(digits)
      return
    }
    let isNegative = digits.first == UInt8(ascii: "-")
    var rest = isNegative ? digits.dropFirst() : digits[...]
    while rest.count > 1, rest.first == zero, (zero...nine).contains(rest[rest.startIndex + 1]) {
      rest = rest.dropFirst()
    }
    let number = UnsafeBufferPointer(rebasing: rest)
    guard isJSONNumber(number) else { return writeJSONText(digits) }
    if isNegative { write(UInt8(ascii: "-")) }
    write(number)
  }
}

extension StandardOutput {
  /// A text, or `null`.
  func writeJSON(_ text: String?) {
    guard var text else { return write("null") }
    text.withUTF8 { utf8 in
      var place = room(for: UnsafeMutablePointer.jsonRoom(for: utf8.count))
      place.writeJSONText(utf8)
      wrote(upTo: place)
    }
  }
}

/// Whether eight bytes stand in JSON as they are: none below 0x20, none of those that
/// `writeJSONCharacter` looks at.
private func isPlain(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  /// Its high bits tell whether some byte is zero.
  func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
  let below = (word &- ones &* 0x20) & ~word
  let special =
    zeros(word ^ (ones &* UInt64(quote))) | zeros(word ^ (ones &* UInt64(backslash)))
    | zeros(word ^ (ones &* 0x7F)) | zeros(word ^ (ones &* 0xC2))
  return (below | special) & (ones &* 0x80) == 0
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
private let zero = UInt8(ascii: "0")
private let nine = UInt8(ascii: "9")

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

/// RFC 8259, §6.
private func isJSONNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  let end = text.count
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
