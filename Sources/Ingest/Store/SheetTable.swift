// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Where the values of one sheet's returns stand, so that each can be traced to its cell.
struct SheetTable: Sendable {
  let file: String
  let sheet: String?
  let form: String
  let population: Population
  /// The column of each slot, counted from 1; 0 for slots that the sheet does not have.
  let columns: [Int32]
  /// The row of each slot, where one sheet is one return; empty where a row is.
  var rows: [Int32] = []
  /// The unit of measure that each slot stands in.
  let units: [UnitOfMeasure?]

  /// A slot's cell in the given row of the sheet.
  func location(row: Int, line: Int, slot: Int?) -> Location {
    let column = slot.map { Int(columns[$0]) } ?? 0
    let ownRow = slot.flatMap { rows.isEmpty || rows[$0] == 0 ? nil : Int(rows[$0]) } ?? row
    return Location(
      file: file, sheet: sheet, row: ownRow, column: column > 0 ? column : nil,
      line: line > 0 ? line + ownRow - row : nil)
  }
}

/// The row, or the form, that a unit's values come from.
struct ReturnSource: Hashable, Sendable {
  /// Its place among the store's tables; until a file's returns are in the store, among the file's.
  let table: Int32
  let row: Int32
  /// 0 for formats without lines.
  let line: Int32
}
