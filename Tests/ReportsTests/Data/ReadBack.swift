// SPDX-License-Identifier: Apache-2.0
import Tables

/// A file's sheets as Yuebao's own reader sees them.
final class ReadBack: TableReceiver {
  struct Sheet {
    let name: String?
    /// Cells by `A1` names.
    var cells: [String: (kind: Cell.Kind, text: String)] = [:]
    var merged: [MergedArea] = []
  }

  private(set) var sheets: [Sheet] = []
  private(set) var encoding: TextEncoding?
  let problems: [TableProblem]

  private init(problems: [TableProblem]) { self.problems = problems }

  static func of(_ bytes: [UInt8]) -> ReadBack {
    let receiver = ReadBack(problems: [])
    let problems = readTable(from: MemorySource(bytes), to: receiver)
    let result = ReadBack(problems: problems)
    result.sheets = receiver.sheets
    result.encoding = receiver.encoding
    return result
  }

  func beginTable(_ table: TableDescription) { encoding = table.encoding }
  func beginSheet(_ sheet: SheetDescription) { sheets.append(Sheet(name: sheet.name)) }

  func receive(_ row: borrowing Row) {
    for cell in row.cells {
      let letters = String(Unicode.Scalar(UInt8(64 + cell.column)))
      sheets[sheets.count - 1].cells["\(letters)\(row.number)"] = (cell.kind, row.text(of: cell))
    }
  }

  func merge(_ area: MergedArea) { sheets[sheets.count - 1].merged.append(area) }
  func endSheet() {}
}
