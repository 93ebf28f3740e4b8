// SPDX-License-Identifier: Apache-2.0

/// A colour of a style sheet, in sRGB without transparency.
struct Colour: Hashable, Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  /// Reads `#0b4f7a` and `#0bf`; `nil` for anything else, so that no other text reaches the sheet.
  init?(_ text: String) {
    let digits = text.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else {
      return nil
    }
    let pairs: [Int]
    switch digits.count {
    case 3: pairs = digits.map { $0 * 17 }
    case 6: pairs = [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
    default: return nil
    }
    (red, green, blue) = (UInt8(pairs[0]), UInt8(pairs[1]), UInt8(pairs[2]))
  }

  /// `#0b4f7a`.
  var css: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The contrast ratio of WCAG 2.2, in tenths, rounded down: 45 is 4.5:1; 10 to 210.
  func contrast(with other: Colour) -> Int {
    let lightness = [luminance, other.luminance].sorted()
    return Int(((lightness[1] + 0.05) / (lightness[0] + 0.05) * 10 + 1e-9).rounded(.down))
  }

  /// WCAG 2.2, relative luminance, 0 to 1.
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ value: UInt8) -> Double {
    let part = Double(value) / 255
    guard part > 0.04045 else { return part / 12.92 }
    // To the power of 2.4, with operations that are the same on every machine.
    let base = (part + 0.055) / 1.055
    let square = base * base
    return square * fifthRoot(square)
  }

  /// By Newton's method, for 0 < number ≤ 1.
  private static func fifthRoot(_ number: Double) -> Double {
    var root = 1.0
    for _ in 0..<40 { root -= (root - number / (root * root * root * root)) / 5 }
    return root
  }
}
