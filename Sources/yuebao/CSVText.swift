// SPDX-License-Identifier: Apache-2.0

/// CSV that spreadsheets open safely: fields quoted where needed, and text that a spreadsheet
/// would take for a formula preceded by an apostrophe.
enum CSVText {
  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") }

  private static func field(_ text: String) -> String {
    let defused = isFormula(text) ? "'" + text : text
    guard defused.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else {
      return defused
    }
    return "\"" + defused.replacing("\"", with: "\"\"") + "\""
  }

  /// Begins like a formula and is no plain number.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.first, "=+-@\t\r".contains(first) else { return false }
    let rest = text.dropFirst()
    let isNumber =
      first == "-" && !rest.isEmpty && rest.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    return !isNumber
  }
}
