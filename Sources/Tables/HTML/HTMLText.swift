// SPDX-License-Identifier: Apache-2.0

/// The text of a cell or a caption as it grows, with white space treated as a browser does.
///
/// Source: CSS Text 3, §4.1 (`white-space: normal`, and `pre` inside of `pre`).
struct HTMLText {
  private(set) var bytes: [UInt8] = []
  /// To be written before the next text.
  private var lineBreaks = 0
  private var hasBlank = false
  private var lineIsEmpty = true

  mutating func clear() {
    bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 16)
    lineBreaks = 0
    hasBlank = false
    lineIsEmpty = true
  }

  /// Appends with white space collapsed.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < piece.count {
      let start = index
      while index < piece.count, piece[index] > 32 { index += 1 }
      if index > start {
        beginText()
        bytes.append(contentsOf: piece[start..<index])
      }
      while index < piece.count, piece[index] <= 32 {
        hasBlank = hasBlank || !lineIsEmpty
        index += 1
      }
    }
  }

  /// Appends as it is, but for a CR before an LF.
  mutating func appendPreformatted(_ piece: UnsafeBufferPointer<UInt8>) {
    for byte in piece where byte != 13 {
      if byte == 10 {
        breakLine()
      } else {
        beginText()
        bytes.append(byte)
      }
    }
  }

  /// Appends what Excel wrote for a run of spaces: spaces and U+00A0 by turns.
  mutating func appendSpaces(_ piece: UnsafeBufferPointer<UInt8>) {
    for byte in piece where byte != 0xC2 {
      beginText()
      bytes.append(byte == 0xA0 || byte <= 32 ? 32 : byte)
    }
  }

  /// As `br` does.
  mutating func breakLine() {
    lineBreaks += 1
    hasBlank = false
    lineIsEmpty = true
  }

  /// As the beginning or the end of a block does.
  mutating func breakBlock() {
    if !lineIsEmpty { breakLine() }
  }

  private mutating func beginText() {
    if lineBreaks > 0 {
      if !bytes.isEmpty { bytes.append(contentsOf: repeatElement(10, count: lineBreaks)) }
      lineBreaks = 0
    } else if hasBlank {
      bytes.append(32)
    }
    hasBlank = false
    lineIsEmpty = false
  }

  /// Whether it has nothing to see: no character but blanks and U+00A0.
  var isBlank: Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] <= 32 {
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        index += 2
      } else {
        return false
      }
    }
    return true
  }
}
