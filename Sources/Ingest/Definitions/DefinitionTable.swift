// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// A small table that defines something (a classification, a sector's list, the register, the
/// targets): its first row is the header. Read whole, since it is small and looked up at random.
final class DefinitionTable: TableReceiver {
  struct Record {
    let location: Location
    /// By folded header; blank cells are absent.
    fileprivate let values: [String: (text: String, column: Int)]

    subscript(header: String) -> String? { values[HeaderText.folded(header)]?.text }

    func location(of header: String) -> Location {
      Location(
        file: location.file, sheet: location.sheet, row: location.row,
        column: values[HeaderText.folded(header)]?.column, line: location.line)
    }
  }

  let file: String
  private(set) var records: [Record] = []
  private(set) var findings: [Finding] = []
  private var headers: [String] = []
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
    if headers.isEmpty {
      headers = Array(repeating: "", count: texts.map(\.column).max() ?? 0)
      for cell in texts {
        let header = HeaderText.folded(cell.text)
        if !header.isEmpty, headers.contains(header) {
          let place = Location(
            file: file, sheet: sheet, row: row.number, column: cell.column, line: row.line)
          report(.repeatedColumn, at: place, raw: cell.text, ["header": cell.text])
        }
        headers[cell.column - 1] = header
      }
      return
    }
    var values: [String: (text: String, column: Int)] = [:]
    for cell in texts where cell.column <= headers.count && !cell.text.isEmpty {
      values[headers[cell.column - 1]] = (cell.text, cell.column)
    }
    records.append(
      Record(
        location: Location(file: file, sheet: sheet, row: row.number, line: row.line),
        values: values))
  }

  /// Reports each of `wanted` that no column has, with the nearest header.
  /// - Returns: whether all are there.
  func require(_ wanted: [String]) -> Bool {
    let missing = wanted.filter { !headers.contains(HeaderText.folded($0)) }
    for header in missing {
      findings.append(
        Finding(
          .missingColumn, at: Location(file: file, row: 1),
          [
            "header": header,
            "suggestion": suggestion(for: HeaderText.folded(header), among: headers) ?? "",
          ]))
    }
    return missing.isEmpty
  }

  func report(
    _ code: FindingCode, at location: Location, raw: String?, _ arguments: [String: String]
  ) {
    findings.append(Finding(code, at: location, raw: raw, arguments))
  }
}
