// SPDX-License-Identifier: Apache-2.0

/// CSV that spreadsheets open safely: fields quoted where needed, and text that a spreadsheet
/// would take for a formula preceded by an apostrophe.
enum CSVText {
  static func line(_ fields: [String]) -> String {
    var line: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      Array(field.utf8).withUnsafeBufferPointer { append($0, to: &line, isText: true) }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Appends one field.
  /// - Parameter isText: `false` for what a file says is a number, which is never changed.
  static func append(_ field: UnsafeBufferPointer<UInt8>, to line: inout [UInt8], isText: Bool) {
    let apostrophe = UInt8(ascii: "'")
    let isFormula = isText && isFormula(field)
    let quote = UInt8(ascii: "\"")
    guard field.contains(where: { $0 <= 44 && ($0 == 44 || $0 == quote || $0 == 10 || $0 == 13) })
    else {
      if isFormula { line.append(apostrophe) }
      line.append(contentsOf: field)
      return
    }
    line.append(quote)
    if isFormula { line.append(apostrophe) }
    for byte in field {
      if byte == quote { line.append(quote) }
      line.append(byte)
    }
    line.append(quote)
  }

  /// Begins like a formula, and is neither a number with its sign, such as `-5.2%` or `+1,234`, nor
  /// dashes that stand for a missing value.
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first <= 64, "=+-@\t\r".utf8.contains(first) else { return false }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    guard isSigned else { return true }
    let rest = text.dropFirst()
    let isNumber = rest.allSatisfy { (48...57).contains($0) || ".,%".utf8.contains($0) }
    return !isNumber && !text.allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
