// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Columns that a terminal gives the text: 2 for wide East Asian characters, 1 for others.
  var displayWidth: Int {
    unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
  }

  /// The text with spaces up to `width` columns, behind it or before it.
  func padded(to width: Int, alignedRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return alignedRight ? spaces + self : self + spaces
  }
}

extension Unicode.Scalar {
  /// East Asian Wide and Fullwidth (UAX #11), by the blocks that Chinese text uses.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
