// SPDX-License-Identifier: Apache-2.0

/// One format's reader: it is pushed the file's text and tells its receiver the sheets and rows.
///
/// The text is valid UTF-8 without byte order mark and without NUL, whatever the file's encoding.
/// Chunks end anywhere between two characters; the reader keeps what it needs of them.
protocol TableReader {
  mutating func read(_ text: Span<UInt8>) throws(TableProblem)

  /// Called once, after the last chunk, unless a problem came before.
  mutating func finish() throws(TableProblem)
}
