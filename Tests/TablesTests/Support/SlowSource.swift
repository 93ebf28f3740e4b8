// SPDX-License-Identifier: Apache-2.0
@testable import Tables

/// A source that gives its bytes a few at a time, and may fail after the last.
final class SlowSource: ByteSource {
  private let bytes: [UInt8]
  private let step: Int
  private let failure: ByteSourceError?

  init(_ bytes: [UInt8], step: Int, failure: ByteSourceError? = nil) {
    self.bytes = bytes
    self.step = step
    self.failure = failure
  }

  /// One that fails is as long as it claims, so that the failure is met.
  var size: Int { bytes.count + (failure == nil ? 0 : 1) }

  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    if offset >= bytes.count {
      if let failure { throw failure }
      return 0
    }
    let piece = bytes[offset...].prefix(min(step, buffer.count))
    buffer.copyBytes(from: piece)
    return piece.count
  }
}
