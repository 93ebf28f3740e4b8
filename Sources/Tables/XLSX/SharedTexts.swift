// SPDX-License-Identifier: Apache-2.0

/// The shared texts of a workbook: all in one piece of memory, found by their number.
final class SharedTexts {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends; it begins where the one before ends. 32 bits reach as far as
  /// `TableLimits.sharedTextBytes` may.
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  /// Roughly what they hold in memory.
  var size: Int { bytes.count + 4 * ends.count }

  /// - Parameter index: counted from 0.
  /// - Returns: `nil` where there is no such text.
  func range(of index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  /// Decodes the escapes of the open text from a place in `bytes` on.
  func decodeEscapes(from start: Int) -> Bool { bytes.decodeEscapes(from: start) }

  /// Ends the text that was appended since the last one ended.
  func endText() { ends.append(UInt32(clamping: bytes.count)) }
}
