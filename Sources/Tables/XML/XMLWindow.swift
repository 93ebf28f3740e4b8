// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The part of a document that a scanner looks at: bytes in one place of memory, to which more are
/// added behind while those before are given up.
struct XMLWindow: ~Copyable {
  private let text: TextStream
  private var capacity: Int
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var end = 0
  /// Where the scanner is. What lies before is given up at the next refill.
  var position = 0
  private var lines = LineCount()

  init(_ text: TextStream) {
    self.text = text
    capacity = 4 * ByteChunks.size
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  /// The line of the position, counted from 1.
  var line: Int {
    var lines = lines
    lines.count(UnsafeBufferPointer(start: bytes, count: position)[...])
    return lines.line
  }

  /// Adds a chunk, after which `position` is another.
  /// - Returns: `false` at the end of the text.
  mutating func refill() throws(TableProblem) -> Bool {
    lines.count(UnsafeBufferPointer(start: bytes, count: position)[...])
    end -= position
    memmove(bytes, bytes + position, end)
    position = 0
    guard try text.next() else { return false }
    let count = text.text.count
    if end + count > capacity { grow(to: end + count) }
    let (target, start) = (bytes, end)
    text.text.withUnsafeBufferPointer { chunk in
      if let first = chunk.baseAddress { (target + start).update(from: first, count: count) }
    }
    end += count
    return true
  }

  private mutating func grow(to size: Int) {
    capacity = 2 * size
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: bytes, count: end)
    bytes.deallocate()
    bytes = larger
  }
}
