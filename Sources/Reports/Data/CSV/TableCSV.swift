// SPDX-License-Identifier: Apache-2.0

/// A table as CSV that Excel opens with its Chinese intact: UTF-8 with a byte order mark, lines
/// ended by CR LF, fields quoted where needed (RFC 4180).
///
/// One head row of flat headings, the stub first, so that any program reads it. Numbers are digits
/// alone: without separators, unit, padding or footnote marks. A missing value is an empty field,
/// since a symbol such as `…` makes a column of numbers one of text in pandas, R and databases, and
/// empty is what they all take for missing; why it is missing stands in the last column, with what
/// the footnotes say of the row. Units that differ from row to row have a column of their own.
/// Caption and source notes stand in the report and the workbook.
///
/// Codes of digits stay as they are: a spreadsheet may drop their leading zeros, and the workbook
/// does not.
func tableCSV(_ table: Table, in catalogue: MessageCatalogue) -> [UInt8] {
  let csv = TableCSV(table: table, catalogue: catalogue)
  let lines = ([csv.head] + table.rows.map(csv.fields)).map { CSVText.line($0) + "\r\n" }
  return Array("\u{FEFF}".utf8) + lines.flatMap(\.utf8)
}

private struct TableCSV {
  let table: Table
  let catalogue: MessageCatalogue
  /// Of the columns in which some cell has a unit of its own.
  let unitColumns: Set<Int>
  private let hasNotes: Bool

  init(table: Table, catalogue: MessageCatalogue) {
    self.table = table
    self.catalogue = catalogue
    unitColumns = Set(
      table.columns.indices.filter { column in
        table.rows.contains { $0.cells.indices.contains(column) && $0.cells[column].unit != nil }
      })
    hasNotes = table.rows.contains { row in
      row.mark != nil || row.cells.contains { $0.mark != nil || $0.isMissing }
    }
  }

  var head: [String] {
    var fields = [table.stubHead]
    for (index, column) in table.columns.enumerated() {
      fields.append(column.flatHeading)
      if unitColumns.contains(index) {
        fields.append(catalogue.text(.dataUnit, ["heading": column.flatHeading]))
      }
    }
    return (fields + (hasNotes ? [catalogue.text(.dataNotes)] : [])).map(harmless)
  }

  func fields(_ row: TableRow) -> [String] {
    var fields = [row.stub]
    for index in table.columns.indices {
      let cell = row.cells.indices.contains(index) ? row.cells[index] : nil
      fields.append(cell.map(value) ?? "")
      if unitColumns.contains(index) { fields.append(cell?.unit.map(trimmed) ?? "") }
    }
    return (fields + (hasNotes ? [notes(of: row)] : [])).map(harmless)
  }

  private func value(_ cell: TableCell) -> String {
    if cell.isMissing { return "" }
    return PrintedNumber(cell)?.digits ?? cell.text
  }

  /// What is to know of the row, then of each cell, under its column's head.
  private func notes(of row: TableRow) -> String {
    var notes = row.mark.map(footnotes) ?? []
    for (column, cell) in zip(table.columns, row.cells) {
      let missing = cell.isMissing ? [cell.reason ?? cell.text] : []
      for note in missing + (cell.mark.map(footnotes) ?? []) {
        notes.append(
          catalogue.text(.dataNote, ["heading": column.flatHeading, "note": note]))
      }
    }
    return notes.joined(separator: catalogue.text(.semicolon))
  }

  /// Without their stop, since others follow.
  private func footnotes(_ mark: String) -> [String] {
    let stop = catalogue.text(.stop)
    return table.footnotes(of: mark).map {
      !stop.isEmpty && $0.text.hasSuffix(stop) ? String($0.text.dropLast(stop.count)) : $0.text
    }
  }

  /// A unit has a blank before it where one belongs between digits and unit.
  private func trimmed(_ unit: String) -> String { String(unit.drop { $0 == " " }) }
}

extension Table {
  /// What a cell's or a row's marks refer to; a mark without a footnote says itself.
  func footnotes(of mark: String) -> [TableFootnote] {
    let found = footnotes.filter { !$0.mark.isEmpty && mark.contains($0.mark) }
    return found.isEmpty ? [TableFootnote(mark: mark, text: mark)] : found
  }
}

extension TableCell {
  /// Stands for a value that there is not.
  var isMissing: Bool {
    reason != nil || !isText && MissingSymbol(rawValue: text) != nil
  }
}
