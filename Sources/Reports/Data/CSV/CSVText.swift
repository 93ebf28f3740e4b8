// SPDX-License-Identifier: Apache-2.0

/// CSV that spreadsheets open safely: fields quoted where needed (RFC 4180), and text that a
/// spreadsheet would take for a formula preceded by an apostrophe.
package enum CSVText {
  package static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",")
  }

  private static func field(_ text: String) -> String {
    var text = text
    return text.withUTF8 { utf8 in
      String(unsafeUninitializedCapacity: room(for: utf8.count)) { field in
        guard let start = field.baseAddress else { return 0 }
        var place = start
        write(utf8, to: &place, isText: true)
        return place - start
      }
    }
  }

  /// The room that a field of so many bytes may need.
  package static func room(for bytes: Int) -> Int { 2 * bytes + 3 }

  /// Writes one field, and moves the place behind it. The caller sees to the room.
  /// - Parameter isText: `false` for what a file says is a number, which is never changed.
  package static func write(
    _ field: UnsafeBufferPointer<UInt8>, to place: inout UnsafeMutablePointer<UInt8>, isText: Bool
  ) {
    let quote = UInt8(ascii: "\"")
    let isFormula = isText && isFormula(field)
    let isQuoted = field.contains { $0 <= 44 && ($0 == 44 || $0 == quote || $0 == 10 || $0 == 13) }
    if isQuoted { append(quote, at: &place) }
    if isFormula { append(UInt8(ascii: "'"), at: &place) }
    if !isQuoted { return append(field, at: &place) }
    for byte in field {
      if byte == quote { append(quote, at: &place) }
      append(byte, at: &place)
    }
    append(quote, at: &place)
  }

  private static func append(_ byte: UInt8, at place: inout UnsafeMutablePointer<UInt8>) {
    place.pointee = byte
    place += 1
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: inout UnsafeMutablePointer<UInt8>
  ) {
    guard let start = bytes.baseAddress else { return }
    place.update(from: start, count: bytes.count)
    place += bytes.count
  }

  /// Begins like a formula, and is neither a number with its sign, such as `-5.2%` or `+1,234`, nor
  /// dashes that stand for a missing value.
  ///
  /// Blanks before it change nothing, since some programs drop them. Full-width signs count too:
  /// Excel takes `＝１＋１` for a formula where its language is Chinese or Japanese.
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = text.drop { $0 == UInt8(ascii: " ") }
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): break
    case 0xEF: return isFullWidthFormula(String(decoding: text, as: UTF8.self))
    default: return false
    }
    let rest = text.dropFirst()
    let isNumber = rest.allSatisfy { (48...57).contains($0) || ".,%".utf8.contains($0) }
    return !isNumber && !text.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func isFullWidthFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "＝", "＠": return true
    case "＋", "－": break
    default: return false
    }
    let isNumber = text.unicodeScalars.dropFirst().allSatisfy {
      ("0"..."9").contains($0) || ("０"..."９").contains($0) || ".,%．，％".unicodeScalars.contains($0)
    }
    return !isNumber && !text.unicodeScalars.allSatisfy { $0 == "－" }
  }
}
