// SPDX-License-Identifier: Apache-2.0

/// A workbook's first sheet: its title, what it is about, and a list of the sheets with links.
struct NotesSheet {
  let notes: WorkbookNotes
  /// Name and caption of the others.
  let sheets: [(name: String, caption: String)]
  let catalogue: MessageCatalogue
  let writer: SheetWriter

  private static let widths = [24, 96]

  func write() throws(WorkbookError) {
    for (column, width) in Self.widths.enumerated() { writer.setWidth(width, ofColumn: column) }
    var row = 0
    writeAcross(notes.title, &row, CellStyle(isBold: true, size: 14, wraps: true))
    if let notice = notes.syntheticNotice {
      writeAcross(notice, &row, CellStyle(isBold: true, wraps: true))
    }
    row += 1
    for fact in notes.facts {
      write(fact.label, fact.text, at: row, CellStyle(isBold: true, wraps: true, isAtTop: true))
      row += 1
    }
    row += 1
    writeSheets(&row)
    writer.setFoot(notes.title)
    try writer.finish()
  }

  private func writeAcross(_ text: String, _ row: inout Int, _ style: CellStyle) {
    let width = Self.widths.reduce(0, +) * 11 / style.size
    writer.write([text], rows: row...row, columns: 0...1, style)
    writer.setHeight(lines: lineCount(text, width: width), size: style.size, ofRow: row)
    row += 1
  }

  /// A label, unless it is written already, and what it says.
  private func write(_ label: String, _ text: String, at row: Int, _ labelStyle: CellStyle?) {
    if let labelStyle { writer.write(label, row: row, column: 0, labelStyle) }
    writer.write(text, row: row, column: 1, CellStyle(wraps: true, isAtTop: true))
    let lines = zip([label, text], Self.widths).map { lineCount($0, width: $1) }
    writer.setHeight(lines: lines.max() ?? 1, size: 11, ofRow: row)
  }

  private func writeSheets(_ row: inout Int) {
    guard !sheets.isEmpty else { return }
    writer.write(
      catalogue.text(.workbookSheets), row: row, column: 0, CellStyle(isBold: true, below: .thin))
    writer.write("", row: row, column: 1, CellStyle(below: .thin))
    for sheet in sheets {
      row += 1
      writer.writeLink(
        to: sheet.name, row: row, column: 0, CellStyle(wraps: true, isAtTop: true, isLink: true))
      write(sheet.name, sheet.caption, at: row, nil)
    }
  }
}
