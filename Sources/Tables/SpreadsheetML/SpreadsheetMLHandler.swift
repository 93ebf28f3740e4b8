// SPDX-License-Identifier: Apache-2.0

/// Follows a SpreadsheetML document from element to element.
///
/// Only the elements that hold a table are entered: Workbook › Worksheet › Table › Row › Cell ›
/// Data, and WorksheetOptions › Visible. All others are passed over with all that is in them, so
/// a Comment's Data is not the cell's; inside Data every element is rich text.
///
/// A row or cell without `ss:Index` follows the one before it, behind the columns that
/// `ss:MergeAcross` covers and the rows that a row's `ss:Span` repeats. `ss:MergeDown` shifts
/// nothing: the standard counts only by index, Excel itself writes the index of the first cell
/// behind a covered one, and other readers place cells in the same way. A cell that stands on a
/// covered place is delivered there, as its sender wrote it.
final class SpreadsheetMLHandler: XMLHandler {
  private enum Place {
    case document, workbook, worksheet, table, row, cell, data, options, visible
  }

  private let names: SpreadsheetMLNames
  private let writer: SheetWriter
  @exclusivity(unchecked) private var place = Place.document
  /// Open elements below `place` that are not entered; inside Data these are rich text.
  @exclusivity(unchecked) private var passedOver = 0

  // Where the table begins on the sheet, counted from 0.
  @exclusivity(unchecked) private var top = 0
  @exclusivity(unchecked) private var left = 0
  @exclusivity(unchecked) private var nextRow = 1
  @exclusivity(unchecked) private var nextColumn = 1
  @exclusivity(unchecked) private var rowSpan = 0
  @exclusivity(unchecked) private var column = 0
  @exclusivity(unchecked) private var isWanted = true
  @exclusivity(unchecked) private var hasData = false
  @exclusivity(unchecked) private var mergeAcross = 0
  @exclusivity(unchecked) private var mergeDown = 0
  @exclusivity(unchecked) private var kind = Cell.Kind.text
  private var visibility: [UInt8] = []
  private var sheetIsVisible = true

  init(names: SpreadsheetMLNames, writer: SheetWriter) {
    self.names = names
    self.writer = writer
  }

  func start(_ element: XMLElement) throws(TableProblem) {
    guard passedOver == 0, try enter(element) else {
      if place == .document { throw rootProblem }
      passedOver += 1
      return
    }
  }

  private var rootProblem: TableProblem {
    TableProblem(.malformedXML, detail: "the root element is not a Workbook")
  }

  /// - Returns: `false` for an element that is passed over.
  private func enter(_ element: XMLElement) throws(TableProblem) -> Bool {
    let name = element.name
    guard element.namespace == names.spreadsheet else { return enterOptions(element) }
    switch place {
    case .cell where name == names.data: try beginData(element)
    case .row where name == names.cell: try beginCell(element)
    case .table where name == names.row: try beginRow(element)
    case .worksheet where name == names.table: try beginTable(element)
    case .workbook where name == names.worksheet: try beginSheet(element)
    case .document where name == names.workbook: place = .workbook
    default: return false
    }
    return true
  }

  private func enterOptions(_ element: XMLElement) -> Bool {
    guard element.namespace == names.excel else { return false }
    switch place {
    case .worksheet where element.name == names.worksheetOptions: place = .options
    case .options where element.name == names.visible:
      visibility.removeAll(keepingCapacity: true)
      place = .visible
    default: return false
    }
    return true
  }

  func end() throws(TableProblem) {
    if passedOver > 0 {
      passedOver -= 1
      return
    }
    switch place {
    case .data: endData()
    case .cell: try endCell()
    case .row: try endRow()
    case .table: place = .worksheet
    case .worksheet:
      writer.endSheet()
      place = .workbook
    case .visible:
      readVisibility()
      place = .options
    case .options: place = .worksheet
    case .workbook, .document: place = .document
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    switch place {
    case .data: if isWanted { try writer.append(bytes) }
    case .visible: visibility.append(contentsOf: bytes.prefix(32))
    case .table, .row, .cell:
      // Only Data may hold text. Elsewhere it would be lost without a word.
      if passedOver == 0, !bytes.allSatisfy(isBlank) {
        throw problem("text outside of a Data element")
      }
    default: break
    }
  }

  private func problem(_ detail: String) -> TableProblem { writer.problem(.malformedXML, detail) }
}

// MARK: - Sheets and rows

extension SpreadsheetMLHandler {
  private func beginSheet(_ element: XMLElement) throws(TableProblem) {
    place = .worksheet
    let name = element.attribute(names.name, in: names.spreadsheet)
    let visibility = element.attribute(names.visible, in: names.spreadsheet)
    sheetIsVisible = visibility.map { !isHidden($0) } ?? true
    nextRow = 1
    if writer.sheetNumber == writer.limits.sheets {
      throw writer.limit("sheets", writer.limits.sheets)
    }
    writer.beginSheet(
      name: name.map { String(decoding: $0, as: UTF8.self) }, isVisible: sheetIsVisible)
  }

  private func readVisibility() {
    guard sheetIsVisible, isHidden(visibility) else { return }
    sheetIsVisible = false
    writer.sheetIsHidden()
  }

  private func isHidden(_ text: some Collection<UInt8>) -> Bool {
    text.elementsEqual("SheetHidden".utf8) || text.elementsEqual("SheetVeryHidden".utf8)
  }

  private func beginTable(_ element: XMLElement) throws(TableProblem) {
    place = .table
    let limits = writer.limits
    top = try number(names.topCell, of: element, atLeast: 1, atMost: limits.rows, "rows") ?? 1
    left =
      try number(names.leftCell, of: element, atLeast: 1, atMost: limits.columns, "columns") ?? 1
    top -= 1
    left -= 1
    nextRow = max(nextRow, top + 1)
  }

  private func beginRow(_ element: XMLElement) throws(TableProblem) {
    place = .row
    let most = writer.limits.rows
    let index = try number(names.index, of: element, atLeast: 1, atMost: most, "rows")
    let position = index.map { $0 + top } ?? nextRow
    if position < nextRow { throw problem("ss:Index \(position - top) of a row goes back") }
    rowSpan = try number(names.span, of: element, atLeast: 0, atMost: most, "rows") ?? 0
    try writer.beginRow(position)
    nextColumn = left + 1
    column = 0
  }

  private func endRow() throws(TableProblem) {
    place = .table
    nextRow = writer.rowNumber + rowSpan + 1
    try writer.endRow()
  }
}

// MARK: - Cells

extension SpreadsheetMLHandler {
  private func beginCell(_ element: XMLElement) throws(TableProblem) {
    place = .cell
    hasData = false
    mergeAcross = 0
    mergeDown = 0
    var position = nextColumn
    if element.hasAttributes {
      let limits = writer.limits
      let most = limits.columns
      if let index = try number(names.index, of: element, atLeast: 1, atMost: most, "columns") {
        position = index + left
      }
      if position <= column { throw problem("ss:Index \(position - left) of a cell goes back") }
      mergeAcross =
        try number(names.mergeAcross, of: element, atLeast: 0, atMost: most, "columns") ?? 0
      mergeDown =
        try number(names.mergeDown, of: element, atLeast: 0, atMost: limits.rows, "rows") ?? 0
    }
    column = position
    nextColumn = column + mergeAcross + 1
    if nextColumn - 1 > writer.limits.columns {
      throw writer.limit("columns", writer.limits.columns)
    }
    isWanted = try writer.beginCell(column)
  }

  private func endCell() throws(TableProblem) {
    place = .row
    if mergeAcross > 0 || mergeDown > 0 {
      let row = writer.rowNumber
      try writer.merge(rows: row...row + mergeDown, columns: column...column + mergeAcross)
    }
  }

  private func beginData(_ element: XMLElement) throws(TableProblem) {
    place = .data
    if hasData { throw problem("a cell with two Data elements") }
    hasData = true
    kind =
      element.attribute(names.type, in: names.spreadsheet).map(Cell.Kind.init(spreadsheetType:))
      ?? .text
  }

  private func endData() {
    place = .cell
    guard isWanted else { return }
    switch kind {
    case .text: writer.endCell(.text)
    case .number: writer.endNumber(isBinary: false)
    case .date: writer.endDate()
    case .boolean: writer.endBoolean()
    case .error: writer.endError()
    }
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
      if value > most { throw writer.limit(limitName, most) }
    }
    if bytes.isEmpty || value < least { throw notACount(bytes) }
    return value
  }

  private func notACount(_ bytes: UnsafeBufferPointer<UInt8>) -> TableProblem {
    let text = String(decoding: bytes.prefix(32), as: UTF8.self)
    return problem("\"\(text)\" is not an index or a count")
  }
}

extension Cell.Kind {
  /// The kind that `ss:Type` names. A type that the standard does not know is text.
  init(spreadsheetType type: UnsafeBufferPointer<UInt8>) {
    if type.equals("Number") {
      self = .number
    } else if type.equals("String") {
      self = .text
    } else if type.equals("DateTime") {
      self = .date
    } else if type.equals("Boolean") {
      self = .boolean
    } else {
      self = type.equals("Error") ? .error : .text
    }
  }
}
