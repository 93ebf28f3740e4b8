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
    var turnedOutHidden = false
    var hasEnded = false
  }

  private(set) var table: TableDescription?
  private(set) var sheets: [Sheet] = []
  var problems: [TableProblem] = []

  var rows: [Line] { sheets.flatMap(\.rows) }
  var texts: [[String]] { rows.map(\.texts) }

  func beginTable(_ table: TableDescription) { self.table = table }

  func beginSheet(_ sheet: SheetDescription) { sheets.append(Sheet(description: sheet)) }

  func receive(_ row: borrowing Row) {
    let texts = row.cells.map { String(decoding: row.bytes[$0.start..<$0.end], as: UTF8.self) }
    // Where a text lies is the reader's affair; only its length is the cell's.
    let cells = row.cells.map { cell in
      var cell = cell
      cell.end -= cell.start
      cell.start = 0
      return cell
    }
    sheets[sheets.count - 1].rows.append(
      Line(number: row.number, line: row.line, cells: cells, texts: texts))
  }

  func sheetIsHidden() { sheets[sheets.count - 1].turnedOutHidden = true }

  func endSheet() { sheets[sheets.count - 1].hasEnded = true }
}

/// Reads bytes and returns all that came of it.
func record(_ bytes: [UInt8], limits: TableLimits = .standard) -> Recorder {
  record(from: MemorySource(bytes), limits: limits)
}

func record(_ text: String, limits: TableLimits = .standard) -> Recorder {
  record(Array(text.utf8), limits: limits)
}

func record(from source: any ByteSource, limits: TableLimits = .standard) -> Recorder {
  let recorder = Recorder()
  recorder.problems = readTable(from: source, limits: limits, to: recorder)
  return recorder
}
