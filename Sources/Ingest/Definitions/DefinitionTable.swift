// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// A small table that defines something (a classification, a sector's list, the register, the
/// targets): its first row is the header. Read whole, since it is small and looked up at random.
final class DefinitionTable: TableReceiver {
  struct Record {
    let location: Location
    /// Cells with a text, in the order of columns.
    fileprivate let cells: [(column: Int, text: String)]
    fileprivate unowned let table: DefinitionTable

    subscript(header: String) -> String? { cell(header)?.text }

    func location(of header: String) -> Location {
      Location(
        file: location.file, sheet: location.sheet, row: location.row,
        column: cell(header)?.column, line: location.line)
    }

    private func cell(_ header: String) -> (column: Int, text: String)? {
      guard let column = table.column(of: header) else { return nil }
      return cells.first { $0.column == column }
    }
  }

  let file: String
  private(set) var records: [Record] = []
  private(set) var findings: [Finding] = []
  private var header = DefinitionHeader()
  private var sheet: String?

  init(file: String, bytes: [UInt8]) {
    self.file = file
    let problems = readTable(from: MemorySource(bytes), to: self)
    findings += problems.map { Finding($0, in: file) }
  }

  func beginTable(_ table: TableDescription) {}
  func beginSheet(_ sheet: SheetDescription) { self.sheet = sheet.name }
  func endSheet() {}

  func receive(_ row: borrowing Row) {
    let texts = row.cells.map { (column: $0.column, text: CellText.trimmed(row.text(of: $0))) }
    guard texts.contains(where: { !$0.text.isEmpty }) else { return }
    if header.isEmpty {
      header = DefinitionHeader(texts)
      for cell in header.repeated(texts) {
        let place = Location(
          file: file, sheet: sheet, row: row.number, column: cell.column, line: row.line)
        report(.repeatedColumn, at: place, raw: cell.text, ["header": cell.text])
      }
      return
    }
    records.append(
      Record(
        location: Location(file: file, sheet: sheet, row: row.number, line: row.line),
        cells: texts.filter { $0.column <= header.width && !$0.text.isEmpty }, table: self))
  }

  /// The headers by column, folded; empty where a column has none.
  var headers: [String] { header.headers }

  func has(_ name: String) -> Bool { column(of: name) != nil }

  private func column(of name: String) -> Int? { header.column(of: name) }

  /// Reports each of `wanted` that no column has, with the nearest header.
  /// - Returns: whether all are there.
  func require(_ wanted: [String]) -> Bool {
    let missing = header.missing(wanted, in: file)
    findings += missing
    return missing.isEmpty
  }

  func report(
    _ code: FindingCode, at location: Location, raw: String?, _ arguments: [String: String]
  ) {
    findings.append(Finding(code, at: location, raw: raw, arguments))
  }
}
