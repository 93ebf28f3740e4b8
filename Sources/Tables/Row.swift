// SPDX-License-Identifier: Apache-2.0

/// One row of a sheet as its sender saw it. Readers reuse it; copy what must outlive the call.
package struct Row: Sendable {
  /// Counted from 1 in the sheet, gaps counted: empty rows are not delivered but keep their number.
  package var number = 0
  /// The line where it begins, counted from 1; `nil` for formats without lines that people count.
  package var line: Int?
  /// The text of all cells, UTF-8, in their order. Bytes between two cells mean nothing: a plain
  /// CSV row is copied at once, with its separators.
  package var bytes: [UInt8] = []
  /// In the order of columns, each column at most once; absent columns are empty cells.
  package var cells: [Cell] = []

  package init() {}

  /// The cell in `column`, counted from 1; `nil` where the row has none.
  @inlinable
  package func cell(at column: Int) -> Cell? {
    // Text formats have every column, so the position is the column.
    if column <= cells.count, cells[column - 1].column == column { return cells[column - 1] }
    return cells.first { $0.column == column }
  }

  /// A cell's text.
  @inlinable
  package func text(of cell: Cell) -> String {
    String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
  }

  /// The text in `column`, counted from 1; empty where the row has no such cell.
  @inlinable
  package func text(at column: Int) -> String { cell(at: column).map(text(of:)) ?? "" }
}

/// One cell: where it stands and where its text lies in the row's bytes.
package struct Cell: Hashable, Sendable {
  package enum Kind: UInt8, Hashable, Sendable {
    /// Also every cell of a text format, which cannot say what it is.
    case text
    /// A decimal as the sender wrote it.
    case number
    /// ISO 8601.
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// `#N/A`, `#DIV/0!` …
    case error
  }

  /// Counted from 1: A is 1.
  package var column: Int
  package var kind: Kind
  /// The text is `row.bytes[start..<end]`.
  package var start: Int
  package var end: Int
  /// Further columns and rows that a merged cell covers; 0 for a plain one.
  package var mergeAcross = 0
  package var mergeDown = 0

  package init(column: Int, kind: Kind, start: Int, end: Int) {
    self.column = column
    self.kind = kind
    self.start = start
    self.end = end
  }
}
