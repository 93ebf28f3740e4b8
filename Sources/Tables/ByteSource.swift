// SPDX-License-Identifier: Apache-2.0

/// Bytes that are pulled once, in order. The executable has one over a file; tests have memory.
package protocol ByteSource: AnyObject {
  /// Fills at most the whole of `buffer` and returns how many bytes it wrote; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int
}

/// The bytes could not be had: the disk, a permission, a file that vanished.
package struct ByteSourceError: Error, Hashable, Sendable {
  /// The system's own words, such as `Permission denied`.
  package let reason: String

  package init(reason: String) { self.reason = reason }
}

/// A source over bytes in memory.
package final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    bytes.withUnsafeBytes { source in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[position..<position + count]))
    }
    position += count
    return count
  }
}
