// SPDX-License-Identifier: Apache-2.0

/// A stream cut into chunks of one size, so that what a file is recognised as does not depend on
/// how its bytes arrive.
struct ByteChunks {
  static let size = 128 * 1024

  private let stream: any ByteStream
  /// Whether the stream has said that nothing more comes.
  private(set) var isAtEnd = false

  init(_ stream: any ByteStream) { self.stream = stream }

  /// Appends the next chunk to `bytes`; a shorter one only at the end of the stream.
  mutating func append(to bytes: inout [UInt8]) throws(TableProblem) {
    guard !isAtEnd else { return }
    let start = bytes.count
    bytes.appendRoom(ByteChunks.size)
    let stream = stream
    let outcome = bytes.withUnsafeMutableBytes { buffer -> Result<Int, TableProblem> in
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      do throws(TableProblem) { return .success(try stream.read(into: room)) } catch {
        return .failure(error)
      }
    }
    let count = try outcome.get()
    bytes.removeLast(ByteChunks.size - count)
    isAtEnd = count < ByteChunks.size
  }
}
