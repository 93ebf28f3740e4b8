// SPDX-License-Identifier: Apache-2.0
@testable import Tables

/// A source that gives its bytes a few at a time, and may fail after the last.
final class SlowSource: ByteSource {
  private var bytes: ArraySlice<UInt8>
  private let step: Int
  private let failure: ByteSourceError?

  init(_ bytes: [UInt8], step: Int, failure: ByteSourceError? = nil) {
    self.bytes = bytes[...]
    self.step = step
    self.failure = failure
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    if bytes.isEmpty, let failure { throw failure }
    let piece = bytes.prefix(min(step, buffer.count))
    buffer.copyBytes(from: piece)
    bytes = bytes.dropFirst(piece.count)
    return piece.count
  }
}
