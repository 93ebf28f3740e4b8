// SPDX-License-Identifier: Apache-2.0
import Tables

/// Which part of a file is printed.
struct TableSelection {
  enum Sheets: Equatable {
    case all
    case named(String)
    /// Counted from 1.
    case number(Int)
  }

  var sheets = Sheets.all
  /// Counted from 1.
  var rows = 1...Int.max
}

/// Takes what is to be printed out of what a reader tells: of the sheets and rows that are wanted,
/// the cells that are not empty and not under a merged area.
final class TableSelector: TableReceiver {
  private let selection: TableSelection
  private let printer: any TablePrinter
  /// By sheet, counted from 0; for formats that tell them after the rows.
  private let merges: [[MergedArea]]

  private(set) var table: TableDescription?
  /// All that have begun.
  private(set) var sheets: [SheetDescription] = []
  private(set) var foundSheet = false
  /// Whether all that was asked for has been printed, and the reading need not go on.
  private(set) var isDone = false
  /// Values that lie under merged areas, and where the first one does.
  private(set) var coveredValues = 0
  private(set) var firstCovered: (sheet: String?, row: Int, column: Int)?

  private var isOpen = false
  private var isBehindRows = false
  private var covered = CoveredCells()
  private var uncovered: [Cell] = []

  init(_ selection: TableSelection, survey: TableSurvey?, to printer: any TablePrinter) {
    self.selection = selection
    self.printer = printer
    merges = survey?.sheets.map(\.merges) ?? []
  }

  func beginTable(_ table: TableDescription) {
    self.table = table
    printer.beginTable(table)
  }

  func beginSheet(_ sheet: SheetDescription) {
    sheets.append(sheet)
    isOpen = isSelected(sheet)
    isBehindRows = false
    guard isOpen else { return }
    foundSheet = true
    covered = CoveredCells(sheet.number <= merges.count ? merges[sheet.number - 1] : [])
    printer.beginSheet(sheet)
  }

  private func isSelected(_ sheet: SheetDescription) -> Bool {
    switch selection.sheets {
    case .all: true
    case .named(let name): !foundSheet && sheet.name == name
    case .number(let number): sheet.number == number
    }
  }

  func receive(_ row: borrowing Row) {
    guard isOpen, !isBehindRows else { return }
    if row.number > selection.rows.upperBound { return endRows() }
    // Rows above are gone through too: areas may begin in them.
    let mayBeCovered = covered.begin(row.number)
    guard row.number >= selection.rows.lowerBound else { return }
    var cells = row.cells
    if mayBeCovered { cells = uncover(row) }
    while let last = cells.last, last.isEmpty { cells.removeLast() }
    guard !cells.isEmpty else { return }
    let number = row.number
    row.bytes.withUnsafeBufferPointer { printer.print(cells, inRow: number, $0) }
  }

  private func uncover(_ row: borrowing Row) -> ArraySlice<Cell> {
    uncovered.removeAll(keepingCapacity: true)
    for cell in row.cells where !cell.isEmpty {
      if covered.covers(cell.column, in: row.number) {
        coveredValues += 1
        if firstCovered == nil { firstCovered = (sheets.last?.name, row.number, cell.column) }
      } else {
        uncovered.append(cell)
      }
    }
    return uncovered[...]
  }

  /// The wanted rows of the open sheet are over. SpreadsheetML says only behind the rows whether
  /// the sheet is visible.
  private func endRows() {
    isBehindRows = true
    let isTold = table?.format != .spreadsheetML || !printer.showsVisibility
    if isTold && isLastSheet { isDone = true }
  }

  /// Whether no sheet that is wanted can follow the open one.
  private var isLastSheet: Bool { selection.sheets != .all || table?.format == .csv }

  func sheetIsHidden() {
    if isOpen { printer.sheetIsHidden() }
  }

  func merge(_ area: MergedArea) {
    guard isOpen else { return }
    if merges.isEmpty { covered.add(area) }
    if area.rows.overlaps(selection.rows) { printer.merge(area) }
  }

  func endSheet() {
    guard isOpen else { return }
    isOpen = false
    printer.endSheet()
    if isLastSheet { isDone = true }
  }

  /// None of the sheets and rows that are not wanted.
  var wantedColumns: ColumnSelection? { isOpen && !isBehindRows ? nil : .noColumn }

  var wantsMore: Bool { !isDone && printer.output.failure == nil }

  /// The problems of what was asked for.
  func concerning(_ problems: [TableProblem]) -> [TableProblem] {
    problems.filter { problem in
      // A reader that is ahead may have met what stops it behind the wanted part.
      if problem.isFatal { return !isDone }
      if selection.sheets != .all, let sheet = problem.sheet, !isSelectedName(sheet) {
        return false
      }
      return problem.row.map(selection.rows.contains) ?? true
    }
  }

  private func isSelectedName(_ name: String) -> Bool {
    switch selection.sheets {
    case .all: true
    case .named(let selected): name == selected
    case .number(let number): number <= sheets.count && sheets[number - 1].name == name
    }
  }
}
