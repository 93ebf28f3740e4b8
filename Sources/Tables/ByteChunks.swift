// SPDX-License-Identifier: Apache-2.0

/// A source cut into chunks of one size, however few bytes it gives at a time.
///
/// So what a file is recognised as does not depend on how its bytes arrive.
struct ByteChunks {
  static let size = 256 * 1024

  private let source: any ByteSource
  private var chunk = [UInt8](repeating: 0, count: size)
  /// Whether the source has said that nothing more comes.
  private(set) var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  /// Appends the next chunk to `bytes`; a shorter one only at the end of the source.
  mutating func append(to bytes: inout [UInt8]) throws(TableProblem) {
    var end = 0
    while end < chunk.count && !isAtEnd {
      let count = try fill(from: end)
      isAtEnd = count == 0
      end += count
    }
    bytes.append(contentsOf: chunk[..<end])
  }

  private mutating func fill(from start: Int) throws(TableProblem) -> Int {
    let source = source
    let outcome = chunk.withUnsafeMutableBytes { buffer -> Result<Int, ByteSourceError> in
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      do throws(ByteSourceError) { return .success(try source.read(into: rest)) } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let count): return count
    case .failure(let error): throw TableProblem(.unreadable, detail: error.reason)
    }
  }
}
