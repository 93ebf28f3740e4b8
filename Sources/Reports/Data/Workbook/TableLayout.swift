// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Where the parts of a table stand on its sheet, and how wide its columns are. Rows and columns
/// are counted from 0; the stub is column 0.
struct TableLayout {
  let captionRow = 0
  /// That all data are invented.
  let noticeRow: Int?
  let spannerRow: Int?
  let headRow: Int
  let bodyRow: Int
  let notesRow: Int
  let lastColumn: Int
  /// In digits of the standard type, the stub's first; a Chinese character is two wide.
  let widths: [Int]

  init(_ table: Table, hasNotice: Bool) {
    noticeRow = hasNotice ? 1 : nil
    let top = hasNotice ? 2 : 1
    spannerRow = table.spanners.isEmpty ? nil : top
    headRow = table.spanners.isEmpty ? top : top + 1
    bodyRow = headRow + 1
    notesRow = bodyRow + table.rows.count
    lastColumn = table.columns.count
    widths = [Self.stubWidth(table)] + table.columns.indices.map { Self.width(of: $0, table) }
  }

  /// How many lines a text takes over the table's whole width.
  func lines(_ text: String, size: Int) -> Int {
    let width = max(1, widths.reduce(0, +) * 11 / size)
    return max(1, (displayWidth(text) + width - 1) / width)
  }

  private static func stubWidth(_ table: Table) -> Int {
    let stubs = table.rows.map { displayWidth($0.stub + ($0.mark ?? "")) + ($0.isPart ? 2 : 0) }
    return min(max(10, (stubs + [displayWidth(table.stubHead)]).max() ?? 0) + 2, 44)
  }

  /// Numbers stay in one line; heads and words wrap.
  private static func width(of index: Int, _ table: Table) -> Int {
    let column = table.columns[index]
    let head = displayWidth(column.heading + (column.unit ?? "")) / 2 + 3
    let cells = table.rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
    let widest = cells.map { displayWidth($0.text + ($0.unit ?? "") + ($0.mark ?? "")) }.max() ?? 0
    let areWords = column.isText || cells.contains { $0.isText }
    return min(max(9, head, widest + 3), areWords ? 36 : 30)
  }
}

/// The columns of a fixed grid that a text takes: a Chinese character two, any other one.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
}
