// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Lays a table out on its sheet: caption, head, rows, notes; frozen head and stub; A4 landscape,
/// one page wide, the head on every page.
struct TableSheet {
  let table: Table
  let layout: TableLayout
  let catalogue: MessageCatalogue
  let writer: SheetWriter
  /// Of each column, so that its points stand under each other.
  private let numberFormats: [NumberFormat]

  init(_ table: Table, notice: String?, in catalogue: MessageCatalogue, to writer: SheetWriter) {
    self.table = table
    self.catalogue = catalogue
    self.writer = writer
    layout = TableLayout(table, hasNotice: notice != nil)
    numberFormats = table.columns.indices.map { index in
      let cells = table.cells(ofColumn: index).filter { PrintedNumber($0) != nil }
      return NumberFormat(
        language: catalogue.language,
        mostDecimals: cells.compactMap { PrintedNumber($0)?.decimals }.max() ?? 0,
        longestSuffix: cells.map(Self.suffix(of:)).max { $0.utf8.count < $1.utf8.count } ?? "")
    }
    if let row = layout.noticeRow, let notice {
      writeAcross(notice, row: row, CellStyle(isBold: true, wraps: true))
    }
  }

  func write() throws(WorkbookError) {
    for (column, width) in layout.widths.enumerated() {
      writer.setWidth(width, ofColumn: column)
    }
    writeAcross(table.caption, row: layout.captionRow, .caption)
    writeHead()
    for (index, row) in table.rows.enumerated() {
      write(row, at: layout.bodyRow + index, isLast: index == table.rows.count - 1)
    }
    writeNotes()
    setUpView()
    try writer.finish()
  }

  private func setUpView() {
    writer.freeze(row: layout.bodyRow, column: 1)
    writer.setLandscape()
    writer.repeatRows((layout.spannerRow ?? layout.headRow)...layout.headRow)
    writer.setFoot(table.caption)
  }

  /// Of a row above the body: what is frozen must leave room on a screen for what is not.
  private static let mostFrozenLines = 6

  /// A text over the table's whole width.
  private func writeAcross(_ text: String, row: Int, _ style: CellStyle) {
    writer.write([text], rows: row...row, columns: 0...layout.lastColumn, style)
    let width = layout.wholeWidth * 11 / style.size
    let lines = lineCount(text, width: width)
    let most = row < layout.bodyRow ? Self.mostFrozenLines : lines
    writer.setHeight(lines: min(lines, most), size: style.size, ofRow: row)
  }

  private func writeNotes() {
    for (index, note) in (table.footnotes + table.sourceNotes).enumerated() {
      let mark = note.mark.isEmpty ? "" : Self.shown(note.mark) + " "
      writeAcross(mark + note.text, row: layout.notesRow + index, .note)
    }
  }
}

// MARK: - Head

extension TableSheet {
  private func writeHead() {
    let rows = (layout.spannerRow ?? layout.headRow)...layout.headRow
    var style = CellStyle(alignment: .left, isBold: true, wraps: true)
    style.above = .strong
    style.below = .thin
    writer.write([table.stubHead], rows: rows, columns: 0...0, style)
    let aloneColumns = writeSpanners(style)
    for (index, column) in table.columns.enumerated() {
      // As what stands below.
      style.alignment = column.isText ? .left : .right
      style.indent = column.isText ? 1 : 0
      let top = aloneColumns.contains(index) ? rows.lowerBound : rows.upperBound
      style.above = top == rows.lowerBound ? .strong : .none
      writer.write(
        heading(of: column), rows: top...rows.upperBound, columns: (index + 1)...(index + 1), style)
    }
    setHeadHeight()
  }

  private func setHeadHeight() {
    let heads = [[table.stubHead]] + table.columns.map(heading)
    let lines = zip(heads, layout.widths).map { lines, width in
      lines.reduce(0) { $0 + lineCount($1, width: width) }
    }
    writer.setHeight(
      lines: min(lines.max() ?? 1, Self.mostFrozenLines), size: 11, ofRow: layout.headRow)
  }

  /// The unit in a line of its own.
  private func heading(of column: TableColumn) -> [String] {
    guard let unit = column.unit else { return [column.heading] }
    let words = catalogue.text(.withUnit, ["heading": "", "unit": unit])
    return [column.heading, String(words.drop { $0 == " " })]
  }

  /// - Returns: the columns, counted from 0 behind the stub, that have no spanner over them.
  private func writeSpanners(_ style: CellStyle) -> Set<Int> {
    guard let row = layout.spannerRow else { return [] }
    var style = style
    style.alignment = .centre
    var alone = Set(table.columns.indices)
    var lines = 1
    var column = 0
    for spanner in table.spanners where spanner.span > 0 && column < table.columns.count {
      let last = column + min(spanner.span, table.columns.count - column) - 1
      if !spanner.text.isEmpty {
        alone.subtract(column...last)
        writer.write([spanner.text], rows: row...row, columns: (column + 1)...(last + 1), style)
        let width = layout.widths[(column + 1)...(last + 1)].reduce(0, +)
        lines = max(lines, lineCount(spanner.text, width: width))
      }
      column = last + 1
    }
    writer.setHeight(lines: min(lines, Self.mostFrozenLines), size: 11, ofRow: row)
    return alone
  }
}

// MARK: - Body

extension TableSheet {
  private func write(_ row: TableRow, at index: Int, isLast: Bool) {
    var style = CellStyle(isBold: row.isTotal, wraps: true, indent: row.isPart ? 1 : 0)
    style.below = isLast ? .strong : .hair
    let stub = row.stub + (row.mark.map { Self.marked(row.stub, $0) } ?? "")
    writer.write(stub, row: index, column: 0, style)
    for (column, cell) in zip(table.columns.indices, row.cells) {
      write(cell, row: index, column: column, style)
    }
    let words = row.cells.map { PrintedNumber($0) == nil ? $0.text + Self.suffix(of: $0) : "" }
    let texts = [stub + (row.isPart ? "  " : "")] + words
    let lines = zip(texts, layout.widths).map { lineCount($0, width: $1) }.max() ?? 1
    writer.setHeight(lines: lines, size: 11, ofRow: index)
  }

  private func write(_ cell: TableCell, row: Int, column: Int, _ style: CellStyle) {
    var style = style
    let suffix = Self.suffix(of: cell)
    style.alignment = cell.isText ? .left : .right
    // Words keep away from the numbers on their left.
    style.indent = cell.isText ? 1 : 0
    if let number = PrintedNumber(cell), let value = number.double,
      let format = numberFormats[column].text(decimals: number.decimals, suffix: suffix)
    {
      style.numberFormat = format
      style.wraps = false
      writer.write(value, row: row, column: column + 1, style)
    } else {
      writer.write(cell.text + suffix, row: row, column: column + 1, style)
    }
  }

  /// What is printed behind a cell's digits or words.
  static func suffix(of cell: TableCell) -> String {
    (cell.unit ?? "") + (cell.mark.map { marked(cell.text, $0) } ?? "")
  }

  private static func marked(_ text: String, _ mark: String) -> String {
    let shown = shown(mark)
    return (shown == mark || text.isEmpty ? "" : " ") + shown
  }

  /// A mark of letters in brackets, since it cannot be raised: 5.6 (a).
  private static func shown(_ mark: String) -> String {
    mark.utf8.allSatisfy { $0 < 0x80 } ? "(" + mark + ")" : mark
  }
}
