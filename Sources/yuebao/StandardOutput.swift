// SPDX-License-Identifier: Apache-2.0

/// Standard output for results of any size, written in pieces.
///
/// What is not yet written is held until `finish()`; a program that ends without it has printed
/// nothing, as long as the results were small.
final class StandardOutput {
  private static let pieceSize = 1 << 18

  private var bytes: [UInt8] = []
  /// What kept the output from being written; nothing more is written then.
  private(set) var failure: SystemError?

  init() { bytes.reserveCapacity(2 * Self.pieceSize) }

  func write(_ text: String) {
    write { $0 += text.utf8 }
  }

  /// Lets the caller append to what is to be written.
  func write(_ append: (inout [UInt8]) -> Void) {
    append(&bytes)
    if bytes.count >= Self.pieceSize { flush() }
  }

  func finish() throws(SystemError) {
    flush()
    if let failure { throw failure }
  }

  private func flush() {
    if failure == nil {
      do throws(SystemError) { try Console.write(bytes, to: 1) } catch { failure = error }
    }
    let isLarge = bytes.capacity > 16 * Self.pieceSize
    bytes.removeAll(keepingCapacity: !isLarge)
  }
}
