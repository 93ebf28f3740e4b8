// SPDX-License-Identifier: Apache-2.0

/// One format's reader. It pulls the file's bytes or text and writes what it finds.
protocol TableReader {
  /// Reads the file from its beginning to its end. Called once.
  /// - Throws: what stops the reading. What was written before stays written.
  mutating func read(into writer: SheetWriter) throws(TableProblem)
}
