// SPDX-License-Identifier: Apache-2.0

/// The plan's own words, to look up the clauses that targets are taken from.
///
/// Blanks, line ends and the kind of quote marks do not count, nor does full or half width: the same
/// text differs in them from page to page.
struct PlanText {
  let file: String
  private let folded: [UInt8]

  /// - Returns: `nil` for bytes that are no UTF-8.
  init?(_ bytes: [UInt8], file: String) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    self.file = file
    folded = PlanText.folded(text)
  }

  func contains(_ phrase: String) -> Bool {
    let wanted = PlanText.folded(phrase)
    guard let first = wanted.first, wanted.count <= folded.count else { return wanted.isEmpty }
    return (0...(folded.count - wanted.count)).contains { start in
      folded[start] == first && folded[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  private static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !scalar.isBlank && !scalar.properties.isWhitespace {
      bytes.append(contentsOf: Character(folded(scalar)).utf8)
    }
    return bytes
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // Single and double quotes, straight, curly and Chinese.
    case 0x22, 0x27, 0x2018...0x201F, 0x300C...0x300F, 0x301D...0x301F, 0xFF02, 0xFF07: "\""
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }
}
