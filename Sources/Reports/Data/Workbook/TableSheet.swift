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
      let cells = table.rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
      return NumberFormat(
        language: catalogue.language,
        mostDecimals: cells.compactMap { PrintedNumber($0)?.decimals }.max() ?? 0)
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

  /// A text over the table's whole width, with the height that it needs: rows of merged cells do
  /// not find it themselves.
  private func writeAcross(_ text: String, row: Int, _ style: CellStyle) {
    writer.write(text, rows: row...row, columns: 0...layout.lastColumn, style)
    writer.setHeight(lines: layout.lines(text, size: style.size), ofRow: row)
  }

  private func writeNotes() {
    for (index, note) in (table.footnotes + table.sourceNotes).enumerated() {
      let mark = note.mark.isEmpty ? "" : shown(note.mark, behind: "") + " "
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
    writer.write(table.stubHead, rows: rows, columns: 0...0, style)
    let aloneColumns = writeSpanners(style)
    style.alignment = .centre
    for (index, column) in table.columns.enumerated() {
      let top = aloneColumns.contains(index) ? rows.lowerBound : rows.upperBound
      style.above = top == rows.lowerBound ? .strong : .none
      writer.write(
        heading(of: column), rows: top...rows.upperBound, columns: (index + 1)...(index + 1), style)
    }
  }

  private func heading(of column: TableColumn) -> String {
    guard let unit = column.unit else { return column.heading }
    return catalogue.text(.withUnit, ["heading": column.heading, "unit": unit])
  }

  /// - Returns: the columns, counted from 0 behind the stub, that have no spanner over them.
  private func writeSpanners(_ style: CellStyle) -> Set<Int> {
    guard let row = layout.spannerRow else { return [] }
    var style = style
    style.alignment = .centre
    var alone = Set(table.columns.indices)
    var column = 0
    for spanner in table.spanners where spanner.span > 0 && column < table.columns.count {
      let last = column + min(spanner.span, table.columns.count - column) - 1
      if !spanner.text.isEmpty {
        alone.subtract(column...last)
        writer.write(spanner.text, rows: row...row, columns: (column + 1)...(last + 1), style)
      }
      column = last + 1
    }
    return alone
  }
}

// MARK: - Body

extension TableSheet {
  private func write(_ row: TableRow, at index: Int, isLast: Bool) {
    var style = CellStyle(isBold: row.isTotal, wraps: true, indent: row.isPart ? 1 : 0)
    style.below = isLast ? .strong : .hair
    writer.write(
      row.stub + (row.mark.map { shown($0, behind: row.stub) } ?? ""), row: index, column: 0, style)
    style.indent = 0
    for (column, cell) in zip(table.columns.indices, row.cells) {
      write(cell, row: index, column: column, style)
    }
  }

  private func write(_ cell: TableCell, row: Int, column: Int, _ style: CellStyle) {
    var style = style
    let suffix = (cell.unit ?? "") + (cell.mark.map { shown($0, behind: cell.text) } ?? "")
    style.alignment = cell.isText ? .left : .right
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

  /// A mark of letters in brackets, since it cannot be raised: 5.6 (a).
  private func shown(_ mark: String, behind text: String) -> String {
    guard mark.utf8.allSatisfy({ $0 < 0x80 }) else { return mark }
    return (text.isEmpty ? "" : " ") + "(" + mark + ")"
  }
}
