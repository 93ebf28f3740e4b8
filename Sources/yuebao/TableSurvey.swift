// SPDX-License-Identifier: Apache-2.0
import Tables

/// What must be known of a file before its cells can be printed, from a reading of its own that
/// skips the cells.
///
/// XLSX and XLS say only after a sheet's rows which areas are merged; and which sheets there are,
/// every format says only as it goes.
final class TableSurvey: TableReceiver {
  struct Sheet {
    let name: String?
    let number: Int
    var isVisible: Bool
    var hasCells = false
    var merges: [MergedArea] = []
  }

  /// Areas that are kept, of all sheets; values under further ones are printed.
  private static let mostAreas = 1 << 20

  private(set) var format: TableFormat?
  private(set) var sheets: [Sheet] = []
  private(set) var wantsMore = true
  private let needsSheets: Bool
  private let sheet: String?
  private var areas = 0

  /// - Parameters:
  ///   - sheet: the sheet that will be printed; `nil` where that is open, or all are.
  ///   - needsSheets: whether all sheets must be known, not only what is in those printed.
  init(sheet: String?, needsSheets: Bool) {
    self.sheet = sheet
    self.needsSheets = needsSheets
  }

  func beginTable(_ table: TableDescription) {
    format = table.format
    switch table.format {
    case .csv: wantsMore = false
    case .xlsx, .xls: break
    default: wantsMore = needsSheets
    }
  }

  func beginSheet(_ sheet: SheetDescription) {
    sheets.append(Sheet(name: sheet.name, number: sheet.number, isVisible: sheet.isVisible))
  }

  func receive(_ row: borrowing Row) {
    guard !sheets[sheets.count - 1].hasCells else { return }
    sheets[sheets.count - 1].hasCells = row.cells.contains { $0.end > $0.start }
  }

  /// None, once it is known that there are any.
  var wantedColumns: ColumnSelection? {
    guard let last = sheets.last, last.hasCells else { return nil }
    return .noColumn
  }

  func sheetIsHidden() { sheets[sheets.count - 1].isVisible = false }

  func merge(_ area: MergedArea) {
    guard areas < Self.mostAreas else { return }
    areas += 1
    sheets[sheets.count - 1].merges.append(area)
  }

  func endSheet() {
    if !needsSheets, let sheet, sheets.last?.name == sheet { wantsMore = false }
  }
}

extension ColumnSelection {
  /// No column that any format has.
  static let noColumn = ColumnSelection([], width: TableLimits.standard.columns)
}
