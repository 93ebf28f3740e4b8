// SPDX-License-Identifier: Apache-2.0

/// Follows an OpenDocument spreadsheet from element to element.
///
/// Only the elements that hold a table are entered: body › spreadsheet › table › groups of rows ›
/// row › cell › paragraph, and the styles, for those that hide a sheet. All others are passed over
/// with all that is in them: tracked changes and their old cells, tables in cells, links,
/// comments, shapes.
final class OpenDocumentHandler: XMLHandler {
  private enum Place {
    case document, root, styles, style, body, spreadsheet, table, row, cell, paragraph
  }

  private let names: OpenDocumentNames
  private let writer: SheetWriter
  private let cells: OpenDocumentCells
  @exclusivity(unchecked) private var place = Place.document
  /// Open elements below `place` that are not entered.
  @exclusivity(unchecked) private var passedOver = 0

  // Open elements that are entered and leave `place` as it is.
  @exclusivity(unchecked) private var rowGroups = 0
  @exclusivity(unchecked) private var lists = 0
  @exclusivity(unchecked) private var spans = 0

  /// Of the style that is open.
  private var styleName: [UInt8] = []
  private var hiddenStyles = HiddenStyles()
  private var hasSpreadsheet = false

  init(names: OpenDocumentNames, writer: SheetWriter) {
    self.names = names
    self.writer = writer
    cells = OpenDocumentCells(names: names, writer: writer)
  }

  func start(_ element: XMLElement) throws(TableProblem) {
    guard passedOver == 0, try enter(element) else {
      passedOver += 1
      return
    }
  }

  /// - Returns: `false` for an element that is passed over.
  private func enter(_ element: XMLElement) throws(TableProblem) -> Bool {
    switch place {
    case .row: try enterCell(element)
    case .cell: try enterParagraph(element)
    case .paragraph: try enterText(element)
    case .table: try enterRow(element)
    case .spreadsheet: try enterSheet(element)
    case .styles: enterStyle(element)
    case .style: try enterProperties(element)
    case .document, .root, .body: try enterDocument(element)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    if place == .paragraph && passedOver == 0 { try cells.text(bytes) }
  }

  func end() throws(TableProblem) {
    if passedOver > 0 {
      passedOver -= 1
      return
    }
    switch place {
    case .paragraph: if spans > 0 { spans -= 1 } else { place = .cell }
    case .cell: if lists > 0 { lists -= 1 } else { try endCell() }
    case .row:
      try cells.endRow()
      place = .table
    case .table: if rowGroups > 0 { rowGroups -= 1 } else { endSheet() }
    case .spreadsheet: place = .body
    case .style: place = .styles
    case .styles, .body: place = .root
    case .root, .document:
      place = .document
      if !hasSpreadsheet { throw .unsupported("an OpenDocument file without a spreadsheet") }
    }
  }

  private func endCell() throws(TableProblem) {
    try cells.endCell()
    place = .row
  }

  private func endSheet() {
    writer.endSheet()
    place = .spreadsheet
  }
}

// MARK: - The document and its styles

extension OpenDocumentHandler {
  private func enterDocument(_ element: XMLElement) throws(TableProblem) -> Bool {
    let name = element.name
    if place == .document { return try enterRoot(element) }
    guard element.namespace == names.office else { return false }
    switch place {
    case .root where name == names.body: place = .body
    case .root where name == names.automaticStyles || name == names.styles: place = .styles
    case .body where name == names.spreadsheet:
      place = .spreadsheet
      hasSpreadsheet = true
    default: return false
    }
    return true
  }

  private func enterRoot(_ element: XMLElement) throws(TableProblem) -> Bool {
    if element.namespace == names.oldOffice {
      throw .unsupported("a document of OpenOffice.org 1 (such as .sxc)")
    }
    guard element.namespace == names.office,
      element.name == names.documentContent || element.name == names.document
    else { throw TableProblem(.malformedXML, detail: "the root element is not a document") }
    place = .root
    return true
  }

  private func enterStyle(_ element: XMLElement) -> Bool {
    guard element.namespace == names.style,
      element.attribute(names.family, in: names.style)?.equals("table") == true,
      let name = element.attribute(names.name, in: names.style)
    else { return false }
    styleName = Array(name)
    place = .style
    return true
  }

  private func enterProperties(_ element: XMLElement) throws(TableProblem) -> Bool {
    if element.name == names.tableProperties,
      element.attribute(names.display, in: names.table)?.equals("false") == true
    {
      try hiddenStyles.add(styleName, limits: writer.limits)
    }
    return false
  }
}

// MARK: - Sheets

extension OpenDocumentHandler {
  private func enterSheet(_ element: XMLElement) throws(TableProblem) -> Bool {
    guard element.namespace == names.table && element.name == names.sheet else { return false }
    let name = element.attribute(names.name, in: names.table)
    if let name, isCopyOfAnotherFile(name) { return false }
    if writer.sheetNumber == writer.limits.sheets {
      throw writer.limit("sheets", writer.limits.sheets)
    }
    let style = element.attribute(names.styleName, in: names.table)
    writer.beginSheet(
      name: name.map { String(decoding: $0, as: UTF8.self) },
      isVisible: !hiddenStyles.contains(style))
    cells.beginSheet()
    place = .table
    return true
  }

  /// LibreOffice keeps the cells of other files that formulas speak of in tables called
  /// `'file:///…'#Sheet1`, which it does not show.
  private func isCopyOfAnotherFile(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.starts(with: "'file:".utf8) else { return false }
    return zip(name, name.dropFirst()).contains {
      $0 == UInt8(ascii: "'") && $1 == UInt8(ascii: "#")
    }
  }

  private func enterRow(_ element: XMLElement) throws(TableProblem) -> Bool {
    guard element.namespace == names.table else { return false }
    let name = element.name
    if name == names.row {
      try cells.beginRow(element)
      place = .row
      return true
    }
    guard name == names.rows || name == names.rowGroup || name == names.headerRows else {
      return false
    }
    rowGroups += 1
    return true
  }
}

// MARK: - Cells and their text

extension OpenDocumentHandler {
  private func enterCell(_ element: XMLElement) throws(TableProblem) -> Bool {
    guard element.namespace == names.table,
      element.name == names.cell || element.name == names.coveredCell
    else { return false }
    try cells.beginCell(element)
    place = .cell
    return true
  }

  private func enterParagraph(_ element: XMLElement) throws(TableProblem) -> Bool {
    guard cells.showsText, element.namespace == names.text else { return false }
    let name = element.name
    if name == names.paragraph || name == names.heading {
      try cells.beginParagraph()
      place = .paragraph
      return true
    }
    guard
      name == names.list || name == names.listItem || name == names.listHeader
        || name == names.section
    else { return false }
    lists += 1
    return true
  }

  /// Spans, links and fields are entered; what §6.1.1 takes out is not: comments, shapes, frames,
  /// a note's body, the small text beside a ruby.
  private func enterText(_ element: XMLElement) throws(TableProblem) -> Bool {
    guard element.namespace == names.text else { return false }
    let name = element.name
    if name == names.spaces {
      let count = element.attribute(names.count, in: names.text)
      try cells.blanks(32, try count.map(openDocumentCount) ?? 1)
    } else if name == names.lineBreak {
      try cells.blanks(10, 1)
    } else if name == names.tab {
      try cells.blanks(9, 1)
    } else if name != names.noteBody && name != names.rubyText {
      spans += 1
      return true
    }
    return false
  }
}
