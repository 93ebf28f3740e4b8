// SPDX-License-Identifier: Apache-2.0

/// The text with what could deceive a reader made visible: controls become their pictures (␀),
/// line ends and tabs become blanks, bidirectional and invisible format characters become ⟨U+202E⟩.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.properties.generalCategory.isDeceptive }) else {
    return text
  }
  var result = ""
  for scalar in text.unicodeScalars { result += visible(scalar) }
  return result
}

private func visible(_ scalar: Unicode.Scalar) -> String {
  guard scalar.properties.generalCategory.isDeceptive else { return String(scalar) }
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return " "
  case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map(String.init) ?? "?"
  case 0x7F: return "\u{2421}"
  default: return "⟨U+\(hexadecimal(scalar.value))⟩"
  }
}

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension Unicode.GeneralCategory {
  fileprivate var isDeceptive: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }
}
