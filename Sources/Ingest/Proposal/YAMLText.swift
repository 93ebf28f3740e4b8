// SPDX-License-Identifier: Apache-2.0

/// Texts of a file as YAML scalars that cannot break out of their line.
enum YAMLText {
  /// As it is where YAML reads exactly this text from it, also within `[…]` and `{…}`; else in
  /// double quotes.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// `[a, b]`.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// Letters of any script, `_`, inner digits and a few signs that YAML gives no meaning. Also what
  /// YAML 1.1 takes for a boolean or nothing has to be quoted.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      !words.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2F, 0x2E, 0x28, 0x29: true
      // Ideographs, dashes, 、 and full-width brackets.
      case 0x4E00...0x9FFF, 0x2013, 0x2014, 0x3001, 0xFF08, 0xFF09: true
      default: false
      }
    }
  }

  private static let words: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan",
  ]

  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: isShown(scalar) ? String(scalar) : hexadecimal(scalar)
    }
  }

  /// Whether it stands in a YAML file as itself: no control, no line break of another kind, nothing
  /// that only steers how text is shown.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      false
    default: true
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (mark, width) = scalar.value > 0xFFFF ? ("\\U", 8) : ("\\u", 4)
    return mark + String(repeating: "0", count: width - digits.count) + digits
  }
}
