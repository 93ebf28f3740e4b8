// SPDX-License-Identifier: Apache-2.0

/// Bytes that are pulled once, in order: a file from its beginning, or an archive's entry.
protocol ByteStream: AnyObject {
  /// Fills the whole of `buffer`, unless the stream ends before.
  /// - Returns: how many bytes that were; fewer than asked for only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int
}

/// A source, from its beginning to its end.
final class SourceStream: ByteStream {
  private let source: any ByteSource
  private var offset = 0

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    let count = try source.fill(buffer, at: offset)
    offset += count
    return count
  }
}
