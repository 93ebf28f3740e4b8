// SPDX-License-Identifier: Apache-2.0
import Reports
import Tables

/// Prints the grid of one sheet as CSV: as many lines as rows, as many fields in a line as its row
/// has cells. Numbers keep their digits; text that a spreadsheet would take for a formula gets an
/// apostrophe.
final class TableCSVPrinter: TablePrinter {
  let output = StandardOutput()
  let showsVisibility = false
  private var nextRow: Int

  /// - Parameter firstRow: the first row that is printed.
  init(firstRow: Int) { nextRow = firstRow }

  func beginTable(_ table: TableDescription) {}

  func beginSheet(_ sheet: SheetDescription) {}

  func print(_ cells: ArraySlice<Cell>, inRow number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    while nextRow < number {
      output.write("\n")
      nextRow += 1
    }
    var column = 1
    for cell in cells {
      let gap = cell.column - column
      let text = cell.text(in: bytes)
      var place = output.room(for: gap + CSVText.room(for: text.count))
      for _ in 0..<gap { place.write(UInt8(ascii: ",")) }
      CSVText.write(text, to: &place, isText: cell.kind == .text || cell.kind == .date)
      column = cell.column
      output.wrote(upTo: place)
    }
    output.write("\n")
    nextRow = number + 1
  }

  func sheetIsHidden() {}

  func merge(_ area: MergedArea) {}

  func endSheet() {}

  func finish() {}
}
