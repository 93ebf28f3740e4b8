// SPDX-License-Identifier: Apache-2.0

/// Where a SpreadsheetML document stands in its sheet, and the row that it builds.
///
/// A row or cell without `ss:Index` follows the one before it, behind the columns that
/// `ss:MergeAcross` covers and the rows that a row's `ss:Span` repeats. `ss:MergeDown` shifts
/// nothing: the standard counts only by index, Excel itself writes the index of the first cell
/// behind a covered one, and other readers place cells in the same way. A cell that stands on a
/// covered place is delivered there, as its sender wrote it.
struct SpreadsheetMLGrid {
  private(set) var row = Row()
  private(set) var sheet: String?
  private(set) var sheetNumber = 0

  private let names: SpreadsheetMLNames
  private let limits: TableLimits
  /// Where the table begins on the sheet, counted from 0.
  private var top = 0
  private var left = 0
  private var nextRow = 1
  private var nextColumn = 1
  private var rowSpan = 0
  private var cell = Cell(column: 0, kind: .text, start: 0, end: 0)
  /// The column of the cell before, 0 at a row's start: an index may not go back behind it.
  private var lastColumn = 0
  private var hasData = false

  init(names: SpreadsheetMLNames, limits: TableLimits) {
    self.names = names
    self.limits = limits
  }

  mutating func beginSheet(name: String?) {
    sheet = name
    sheetNumber += 1
    nextRow = 1
    row.number = 0
  }

  mutating func beginTable(_ element: XMLElement) throws(TableProblem) {
    row.cells.removeAll(keepingCapacity: true)
    top = try number(names.topCell, of: element, atLeast: 1, atMost: limits.rows, "rows") ?? 1
    left =
      try number(names.leftCell, of: element, atLeast: 1, atMost: limits.columns, "columns") ?? 1
    top -= 1
    left -= 1
    nextRow = max(nextRow, top + 1)
  }

  mutating func beginRow(_ element: XMLElement) throws(TableProblem) {
    let index = try number(names.index, of: element, atLeast: 1, atMost: limits.rows, "rows")
    let position = index.map { $0 + top } ?? nextRow
    if position < nextRow { throw problem("ss:Index \(position - top) of a row goes back") }
    if position > limits.rows { throw limit("rows", limits.rows) }
    rowSpan = try number(names.span, of: element, atLeast: 0, atMost: limits.rows, "rows") ?? 0
    row.number = position
    row.bytes.removeAll(keepingCapacity: true)
    row.cells.removeAll(keepingCapacity: true)
    nextColumn = left + 1
    lastColumn = 0
  }

  /// - Returns: whether the row holds anything.
  mutating func endRow() -> Bool {
    nextRow = row.number + rowSpan + 1
    return !row.cells.isEmpty
  }

  mutating func beginCell(_ element: XMLElement) throws(TableProblem) {
    let index = try number(
      names.index, of: element, atLeast: 1, atMost: limits.columns, "columns")
    let column = index.map { $0 + left } ?? nextColumn
    if column <= lastColumn { throw problem("ss:Index \(column - left) of a cell goes back") }
    cell = Cell(column: column, kind: .text, start: row.bytes.count, end: row.bytes.count)
    hasData = false
    cell.mergeAcross =
      try number(names.mergeAcross, of: element, atLeast: 0, atMost: limits.columns, "columns") ?? 0
    cell.mergeDown =
      try number(names.mergeDown, of: element, atLeast: 0, atMost: limits.rows, "rows") ?? 0
    lastColumn = column
    nextColumn = column + cell.mergeAcross + 1
    if nextColumn - 1 > limits.columns { throw limit("columns", limits.columns) }
  }

  /// Keeps the cell, unless it is nothing but a style.
  mutating func endCell() {
    if hasData || cell.mergeAcross > 0 || cell.mergeDown > 0 { row.cells.append(cell) }
  }
}

extension SpreadsheetMLGrid {
  mutating func beginData(_ element: XMLElement) throws(TableProblem) {
    if hasData { throw problem("a cell with two Data elements") }
    hasData = true
    cell.kind =
      element.attribute(names.type, in: names.spreadsheet).map(Cell.Kind.init(spreadsheetType:))
      ?? .text
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    row.bytes.append(contentsOf: bytes)
    let count = row.bytes.count - cell.start
    if count > limits.cellBytes { throw limit("cellBytes", limits.cellBytes) }
    if row.bytes.count > limits.rowBytes { throw limit("rowBytes", limits.rowBytes) }
  }

  /// Only Data may hold text. Elsewhere it would be lost without a word.
  func refuseText(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    if !bytes.allSatisfy(isBlank) { throw problem("text outside of a Data element") }
  }

  mutating func endData() {
    cell.kind = row.bytes.normalizeValue(from: cell.start, of: cell.kind)
    cell.end = row.bytes.count
  }

  /// Reads a counting attribute; `nil` where the element has none.
  private func number(
    _ name: XMLName, of element: XMLElement, atLeast least: Int, atMost most: Int,
    _ limitName: String
  ) throws(TableProblem) -> Int? {
    guard let bytes = element.attribute(name, in: names.spreadsheet) else { return nil }
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { throw notACount(bytes) }
      value = value * 10 + Int(byte - 48)
      if value > most { throw limit(limitName, most) }
    }
    if bytes.isEmpty || value < least { throw notACount(bytes) }
    return value
  }

  private func notACount(_ bytes: UnsafeBufferPointer<UInt8>) -> TableProblem {
    let text = String(decoding: bytes.prefix(32), as: UTF8.self)
    return problem("\"\(text)\" is not an index or a count")
  }

  private func problem(_ detail: String) -> TableProblem {
    TableProblem(.malformedXML, detail: detail, sheet: sheet, row: place, column: lastPlace)
  }

  private func limit(_ name: String, _ value: Int) -> TableProblem {
    .limit(name, value, sheet: sheet, row: place, column: lastPlace)
  }

  private var place: Int? { row.number > 0 ? row.number : nil }
  private var lastPlace: Int? { lastColumn > 0 ? lastColumn : nil }
}
