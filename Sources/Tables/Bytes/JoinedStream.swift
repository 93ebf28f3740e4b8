// SPDX-License-Identifier: Apache-2.0

/// Pieces of memory one after the other, and then what is left of a stream.
final class JoinedStream: ByteStream {
  private let pieces: [[UInt8]]
  private let rest: (any ByteStream)?
  private var index = 0
  /// Bytes of the piece at `index` that have been read.
  private var taken = 0

  init(_ pieces: [[UInt8]], then rest: (any ByteStream)? = nil) {
    self.pieces = pieces
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    var filled = 0
    while filled < buffer.count, index < pieces.count {
      let count = min(buffer.count - filled, pieces[index].count - taken)
      pieces[index].withUnsafeBytes { piece in
        UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: piece[taken..<taken + count]))
      }
      filled += count
      taken += count
      if taken == pieces[index].count {
        index += 1
        taken = 0
      }
    }
    guard filled < buffer.count, let rest else { return filled }
    return filled
      + (try rest.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])))
  }
}
