// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Columns that a terminal gives the text.
  var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text with spaces up to `width` columns, behind it or before it.
  func padded(to width: Int, alignedRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return alignedRight ? spaces + self : self + spaces
  }
}

extension Unicode.Scalar {
  /// 2 for wide East Asian characters, 0 for marks that stand over the one before, 1 for others.
  var displayWidth: Int {
    if value < 0x300 { return 1 }
    if isWide { return 2 }
    return isCombining ? 0 : 1
  }

  /// East Asian Wide and Fullwidth (UAX #11), by the blocks that Chinese text uses, and emoji.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x3098, 0x309B...0x33FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The marks of the blocks that hold nothing else, and variation selectors.
  private var isCombining: Bool {
    switch value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0x3099...0x309A,
      0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0100...0xE01EF:
      true
    default: false
    }
  }
}
