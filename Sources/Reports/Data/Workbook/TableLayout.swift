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

  /// Over which a caption or a note runs.
  var wholeWidth: Int { widths.reduce(0, +) }

  private static func stubWidth(_ table: Table) -> Int {
    let stubs = table.rows.map { displayWidth($0.stub + ($0.mark ?? "")) + ($0.isPart ? 2 : 0) }
    return min(max(10, (stubs + [displayWidth(table.stubHead)]).max() ?? 0) + 3, 44)
  }

  /// Numbers and units stay in one line; headings and words wrap.
  private static func width(of index: Int, _ table: Table) -> Int {
    let column = table.columns[index]
    let heading = min(displayWidth(column.heading), 14)
    let unit = min(displayWidth(column.unit ?? "") + 4, 24)
    let cells = table.cells(ofColumn: index)
    // A number that does not fit shows as ####.
    let widths = cells.map { cell in
      let width = displayWidth(cell.text + TableSheet.suffix(of: cell))
      return PrintedNumber(cell) == nil ? min(width, 36) : width
    }
    return max(8, heading, unit, widths.max() ?? 0) + 3
  }
}

extension Table {
  /// Those that there are, from the top; a row may have too few.
  func cells(ofColumn index: Int) -> [TableCell] {
    rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
  }
}
