// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Headers as they are compared: people and platforms type the same header in many ways.
enum HeaderText {
  /// Without blanks and tabs, full width as half width, every dash and wave as `-`, lower case.
  ///
  /// `１—本月（千元）` becomes `1-本月(千元)`.
  static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isBlank {
      scalars.append(folded(scalar))
    }
    return String(scalars).lowercased()
  }

  /// How the line below a form's header begins that counts its columns: 甲, 乙, 1, 2 …
  static let columnNumbering = "甲"

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // Dashes, minus, horizontal bar, waves and the full-width ones.
    case 0x2010...0x2015, 0x2212, 0x2500, 0xFF0D, 0x7E, 0xFF5E, 0x301C: "-"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }

  /// A folded header with the period's own month written as 本月: `1-5月` of a May table is `1-本月`.
  static func thisMonth(_ words: String, of period: Period?) -> String {
    guard let month = period?.months.upperBound, words.holds("\(month)月") else { return words }
    let cumulative = words.replacing("1-\(month)月", with: "1-本月")
    guard cumulative.hasPrefix("\(month)月") else { return cumulative }
    return "本月" + cumulative.dropFirst("\(month)月".count)
  }

  /// Splits a folded header into its words and the unit of measure in brackets at its end.
  ///
  /// `工业总产值_本月(千元)` is `工业总产值_本月` in 千元; `行业代码(gb/t4754)` has no unit.
  static func splitUnit(_ folded: String) -> (words: String, unit: UnitOfMeasure?) {
    guard folded.hasSuffix(")"), let open = folded.lastIndex(of: "(") else { return (folded, nil) }
    let inside = folded[folded.index(after: open)...].dropLast()
    guard let unit = UnitOfMeasure(inside) else { return (folded, nil) }
    return (String(folded[..<open]), unit)
  }
}

/// The text of a cell, apart from what surrounds it.
enum CellText {
  /// Without blanks at both ends: spaces, tabs, no-break and full-width spaces.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension Unicode.Scalar {
  /// White space of any width, and the zero-width marks that editors leave behind.
  var isBlank: Bool {
    // ASCII first: looking up properties is slow, and most text is digits and Chinese.
    switch value {
    case 0x20, 0x09...0x0D: true
    case 0x21...0x7F, 0x4E00...0x9FFF: false
    default: properties.isWhitespace || value == 0xFEFF || (0x200B...0x200D).contains(value)
    }
  }
}
