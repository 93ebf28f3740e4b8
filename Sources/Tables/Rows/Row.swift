// SPDX-License-Identifier: Apache-2.0

/// One row of a sheet as its sender saw it.
package struct Row: Sendable {
  /// Counted from 1 in the sheet, gaps counted: empty rows are not delivered but keep their number.
  package internal(set) var number = 0
  /// The line where it begins, counted from 1; `nil` for formats without lines that people count.
  package internal(set) var line: Int?
  /// The text of its cells, UTF-8, and of rows near it. Only what a cell points at means anything.
  package internal(set) var bytes: [UInt8] = []
  /// Those of rows near it too: `ownCells` says which are its own.
  @usableFromInline var allCells: [Cell] = []
  @usableFromInline var ownCells = 0..<0

  /// - Parameter cells: in the order of columns; their texts lie in `bytes`.
  package init(number: Int = 0, line: Int? = nil, bytes: [UInt8] = [], cells: [Cell] = []) {
    self.number = number
    self.line = line
    self.bytes = bytes
    allCells = cells
    ownCells = 0..<cells.count
  }

  /// In the order of columns, each column at most once; absent columns are empty cells.
  ///
  /// Where the receiver has named the columns that it wants, others may be absent though the file
  /// has them.
  package var cells: ArraySlice<Cell> { allCells[ownCells] }

  /// The cell in `column`, counted from 1; `nil` where the row has none.
  @inlinable
  package func cell(at column: Int) -> Cell? {
    // Text formats have every column, so the position is mostly the column.
    let place = ownCells.lowerBound + column - 1
    if place < ownCells.upperBound, allCells[place].column == column { return allCells[place] }
    for index in ownCells where allCells[index].column >= column {
      return allCells[index].column == column ? allCells[index] : nil
    }
    return nil
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
    /// Also every cell of CSV, which cannot say what it is.
    case text
    /// A decimal as the sender wrote it. Where the format keeps binary numbers, the shortest that
    /// reads back to the same one, without exponent where that is no longer than 40 digits.
    case number
    /// ISO 8601: `2021-05-31`, `2021-05-31T08:30:00`, `08:30:00`.
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// `#N/A`, `#DIV/0!` …
    case error
  }

  // 16 bytes: a row of a wide table has many.
  @usableFromInline var columnNumber: UInt32
  package internal(set) var kind: Kind
  @usableFromInline var startOffset: UInt32
  @usableFromInline var endOffset: UInt32

  /// Counted from 1: A is 1.
  @inlinable package var column: Int { Int(columnNumber) }
  /// The text is `row.bytes[start..<end]`.
  @inlinable package var start: Int { Int(startOffset) }
  @inlinable package var end: Int { Int(endOffset) }

  /// Whether its text may be a plain number.
  package var isTextOrNumber: Bool {
    switch kind {
    case .text, .number: true
    case .date, .boolean, .error: false
    }
  }

  package init(column: Int, kind: Kind, start: Int, end: Int) {
    columnNumber = UInt32(truncatingIfNeeded: column)
    self.kind = kind
    startOffset = UInt32(truncatingIfNeeded: start)
    endOffset = UInt32(truncatingIfNeeded: end)
  }
}

/// A rectangle of cells that the sheet shows as one; its value stands in the top-left cell.
package struct MergedArea: Hashable, Sendable {
  /// Rows and columns counted from 1, both ends included.
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}
