// SPDX-License-Identifier: Apache-2.0

/// JSON whose bytes depend on nothing but the data: keys sorted, no floating point, no encoder of
/// another library whose next version may lay it out in another way.
enum JSONValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  /// All in one line, without blanks, keys in the order of their UTF-8.
  func write(to text: inout String) {
    switch self {
    case .text(let value): Self.write(value, to: &text)
    case .integer(let value): text += String(value)
    case .boolean(let value): text += value ? "true" : "false"
    case .list(let values):
      Self.write(values, between: ("[", "]"), to: &text) { $0.write(to: &$1) }
    case .object(let values):
      Self.write(Self.sorted(values), between: ("{", "}"), to: &text) { member, text in
        Self.write(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
    }
  }

  /// A document: one member a line, and of a list one element a line, so that a comparison of two
  /// files shows which figures differ. Ends with a line feed.
  static func document(_ members: [String: JSONValue]) -> [UInt8] {
    var text = ""
    write(sorted(members), between: ("{\n", "\n}\n"), separator: ",\n", to: &text) { member, text in
      write(member.key, to: &text)
      text += ":"
      if case .list(let values) = member.value, !values.isEmpty {
        write(values, between: ("[\n", "\n]"), separator: ",\n", to: &text) { $0.write(to: &$1) }
      } else {
        member.value.write(to: &text)
      }
    }
    return Array(text.utf8)
  }

  private static func sorted(
    _ members: [String: JSONValue]
  ) -> [(key: String, value: JSONValue)] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  private static func write<Element>(
    _ elements: [Element], between ends: (String, String), separator: String = ",",
    to text: inout String, _ writeElement: (Element, inout String) -> Void
  ) {
    text += ends.0
    for (index, element) in elements.enumerated() {
      if index > 0 { text += separator }
      writeElement(element, &text)
    }
    text += ends.1
  }

  /// Escapes what RFC 8259 (§7) asks for, and what could deceive whoever looks at the file: other
  /// controls, invisible and bidirectional format characters. They read back as they were.
  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        text += "\\"
        text.unicodeScalars.append(scalar)
      case "\n": text += "\\n"
      case _ where isEscaped(scalar.properties.generalCategory):
        for unit in String(scalar).utf16 { text += "\\u" + fourDigits(unit) }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func isEscaped(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func fourDigits(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
