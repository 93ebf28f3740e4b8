// SPDX-License-Identifier: Apache-2.0
@testable import Tables

/// Keeps all that a reader tells.
final class Recorder: TableReceiver {
  struct Line: Hashable {
    let number: Int
    let line: Int?
    let cells: [Cell]
    /// The cells' texts, in their order.
    let texts: [String]
  }

  struct Sheet: Hashable {
    let description: SheetDescription
    var rows: [Line] = []
    var merges: [MergedArea] = []
    var turnedOutHidden = false
    var hasEnded = false
  }

  private(set) var table: TableDescription?
  private(set) var sheets: [Sheet] = []
  var problems: [TableProblem] = []
  var wantedColumns: ColumnSelection?

  var rows: [Line] { sheets.flatMap(\.rows) }
  var texts: [[String]] { rows.map(\.texts) }

  func beginTable(_ table: TableDescription) { self.table = table }

  func beginSheet(_ sheet: SheetDescription) { sheets.append(Sheet(description: sheet)) }

  func receive(_ row: borrowing Row) {
    let texts = row.cells.map { String(decoding: row.bytes[$0.start..<$0.end], as: UTF8.self) }
    // Where a text lies is the reader's affair; only its length is the cell's.
    let cells = row.cells.map { cell in
      Cell(column: cell.column, kind: cell.kind, start: 0, end: cell.end - cell.start)
    }
    sheets[sheets.count - 1].rows.append(
      Line(number: row.number, line: row.line, cells: cells, texts: texts))
  }

  func sheetIsHidden() { sheets[sheets.count - 1].turnedOutHidden = true }

  func merge(_ area: MergedArea) { sheets[sheets.count - 1].merges.append(area) }

  func endSheet() { sheets[sheets.count - 1].hasEnded = true }
}

/// Reads bytes and returns all that came of it.
func record(_ bytes: [UInt8], limits: TableLimits = .standard) -> Recorder {
  record(from: MemorySource(bytes), TableOptions(limits: limits))
}

func record(_ text: String, limits: TableLimits = .standard) -> Recorder {
  record(Array(text.utf8), limits: limits)
}

func record(from source: any ByteSource, _ options: TableOptions = TableOptions()) -> Recorder {
  let recorder = Recorder()
  recorder.problems = readTable(from: source, options: options, to: recorder)
  return recorder
}
