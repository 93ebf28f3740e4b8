// SPDX-License-Identifier: Apache-2.0

/// Bounds on what a file may hold, against hostile input. Each one met is a problem.
package struct TableLimits: Sendable {
  /// UTF-8 bytes of one cell.
  package var cellBytes = 1 << 20
  /// UTF-8 bytes of one row, which is held whole.
  package var rowBytes = 1 << 26
  package var columns = 16_384
  package var rows = 10_000_000
  /// UTF-8 bytes of one tag, comment or other piece of XML that is not text.
  package var markupBytes = 1 << 20
  /// Nested elements in XML.
  package var depth = 64

  package static let standard = TableLimits()
}
