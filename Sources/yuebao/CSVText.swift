// SPDX-License-Identifier: Apache-2.0

/// CSV that spreadsheets open safely: fields quoted where needed, and text that a spreadsheet
/// would take for a formula preceded by an apostrophe.
enum CSVText {
  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") }

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
  static func room(for bytes: Int) -> Int { 2 * bytes + 3 }

  /// Writes one field.
  /// - Parameter isText: `false` for what a file says is a number, which is never changed.
  static func write(
    _ field: UnsafeBufferPointer<UInt8>, to place: inout UnsafeMutablePointer<UInt8>, isText: Bool
  ) {
    let quote = UInt8(ascii: "\"")
    let isFormula = isText && isFormula(field)
    let isQuoted = field.contains { $0 <= 44 && ($0 == 44 || $0 == quote || $0 == 10 || $0 == 13) }
    if isQuoted { place.write(quote) }
    if isFormula { place.write(UInt8(ascii: "'")) }
    if !isQuoted { return place.write(field) }
    for byte in field {
      if byte == quote { place.write(quote) }
      place.write(byte)
    }
    place.write(quote)
  }

  /// Begins like a formula, and is neither a number with its sign, such as `-5.2%` or `+1,234`, nor
  /// dashes that stand for a missing value.
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): break
    default: return false
    }
    let rest = text.dropFirst()
    let isNumber = rest.allSatisfy { (48...57).contains($0) || ".,%".utf8.contains($0) }
    return !isNumber && !text.allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
