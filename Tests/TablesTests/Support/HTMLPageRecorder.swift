// SPDX-License-Identifier: Apache-2.0
@testable import Tables

/// What came of a web page: texts by row and column.
final class HTMLPageRecorder: TableReceiver {
  struct Sheet {
    let name: String?
    var rows: [Int: [Int: String]] = [:]
  }

  private(set) var format: TableFormat?
  private(set) var sheets: [Sheet] = []
  private(set) var kinds: [Cell.Kind] = []
  private(set) var lines: [Int?] = []
  private(set) var areas: [MergedArea] = []
  fileprivate(set) var problems: [TableProblem] = []

  /// Those of the first sheet.
  var rows: [Int: [Int: String]] { sheets.first?.rows ?? [:] }

  func beginTable(_ table: TableDescription) { format = table.format }

  func beginSheet(_ sheet: SheetDescription) { sheets.append(Sheet(name: sheet.name)) }

  func receive(_ row: borrowing Row) {
    var texts: [Int: String] = [:]
    for cell in row.cells {
      texts[cell.column] = row.text(of: cell)
      kinds.append(cell.kind)
    }
    sheets[sheets.count - 1].rows[row.number] = texts
    lines.append(row.line)
  }

  func merge(_ area: MergedArea) { areas.append(area) }

  func endSheet() {}
}

func read(_ bytes: [UInt8], limits: TableLimits = .standard) -> HTMLPageRecorder {
  let recorder = HTMLPageRecorder()
  recorder.problems = readTable(
    from: MemorySource(bytes), options: TableOptions(limits: limits), to: recorder)
  return recorder
}

func read(_ page: String, limits: TableLimits = .standard) -> HTMLPageRecorder {
  read(Array(page.utf8), limits: limits)
}
