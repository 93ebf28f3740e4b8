// SPDX-License-Identifier: Apache-2.0

/// The codes of the register's units as they stand in it, so that a return's can be told to be the same
/// without reading it.
struct CodeTexts: Sendable {
  /// Of a 统一社会信用代码; others are not kept.
  private static let length = 18

  private var bytes: [UInt8] = []

  /// - Parameter text: ASCII.
  mutating func append(_ text: ArraySlice<UInt8>) {
    if text.count == Self.length {
      bytes += text
    } else {
      bytes += repeatElement(0, count: Self.length)
    }
  }

  /// Whether a text is the code at `position`, written alike; `false` also where it is not kept.
  func isText(_ position: Int, _ other: [UInt8], _ text: Range<Int>) -> Bool {
    let start = position * Self.length
    guard text.count == Self.length, start >= 0, start + Self.length <= bytes.count,
      text.lowerBound >= 0, text.upperBound <= other.count
    else { return false }
    return bytes.withUnsafeBytes { own in
      other.withUnsafeBytes { other in
        // Sixteen bytes in two words, and the last two.
        Self.differ(own, start, other, text.lowerBound, UInt64.self) == 0
          && Self.differ(own, start + 8, other, text.lowerBound + 8, UInt64.self) == 0
          && Self.differ(own, start + 16, other, text.lowerBound + 16, UInt16.self) == 0
      }
    }
  }

  @inline(__always)
  private static func differ<Word: FixedWidthInteger & BitwiseCopyable>(
    _ own: UnsafeRawBufferPointer, _ start: Int, _ other: UnsafeRawBufferPointer, _ place: Int,
    _ type: Word.Type
  ) -> Word {
    own.loadUnaligned(fromByteOffset: start, as: type)
      ^ other.loadUnaligned(fromByteOffset: place, as: type)
  }
}
