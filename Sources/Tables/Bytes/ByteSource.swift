// SPDX-License-Identifier: Apache-2.0

/// A file's bytes, read at places. The executable has one over a file; tests have memory.
///
/// Several threads may read from one source at once.
package protocol ByteSource: AnyObject, Sendable {
  /// How many bytes there are, as it was when the source was opened.
  var size: Int { get }

  /// Fills at most the whole of `buffer` with the bytes from `offset` on, counted from 0.
  /// - Returns: how many bytes it wrote; 0 only at the end.
  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int
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

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var size: Int { bytes.count }

  package func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    guard offset < bytes.count else { return 0 }
    let count = min(buffer.count, bytes.count - offset)
    bytes.withUnsafeBytes { source in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
    }
    return count
  }
}

extension ByteSource {
  /// Fills the whole of `buffer`, unless the source ends before.
  /// - Returns: how many bytes that were.
  func fill(
    _ buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(TableProblem) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count: Int
      do throws(ByteSourceError) { count = try read(at: offset + filled, into: rest) } catch {
        throw TableProblem(.unreadable, detail: error.reason)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// The bytes of `range`, fewer where the source ends before.
  func bytes(_ range: Range<Int>) throws(TableProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let outcome = bytes.withUnsafeMutableBytes { buffer -> Result<Int, TableProblem> in
      do throws(TableProblem) { return .success(try fill(buffer, at: range.lowerBound)) } catch {
        return .failure(error)
      }
    }
    bytes.removeLast(range.count - (try outcome.get()))
    return bytes
  }
}
