// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics
import Tables

/// The cells in which two versions of a file differ.
struct CellRevisions {
  /// At most `RevisionCause.most`, in the order of sheet, row and column.
  let first: [CellRevision]
  let count: Int

  /// Larger files are not compared: both versions are held in memory.
  private static let mostBytes = 64 << 20

  /// - Returns: `nil` where a version cannot be read as a table or is too large.
  init?(from earlier: String, to later: String) {
    guard let before = Self.cells(in: earlier), let after = Self.cells(in: later) else {
      return nil
    }
    let places = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    count = places.count
    first = places.prefix(RevisionCause.most).map { place in
      CellRevision(
        place: place.description, before: before[place] ?? "", after: after[place] ?? "")
    }
  }

  private static func cells(in path: String) -> [CellPlace: String]? {
    guard let source = try? FileSource(path: path), source.size <= mostBytes else { return nil }
    let collector = CellCollector()
    let problems = readTable(from: source, to: collector)
    return problems.contains(where: \.isFatal) ? nil : collector.cells
  }
}

private struct CellPlace: Hashable, Comparable, CustomStringConvertible {
  /// Counted from 1 in the file.
  let sheetNumber: Int
  /// Empty in text formats.
  let sheet: String
  let row: Int
  let column: Int

  static func < (one: CellPlace, other: CellPlace) -> Bool {
    (one.sheetNumber, one.row, one.column) < (other.sheetNumber, other.row, other.column)
  }

  var description: String {
    (sheet.isEmpty ? "" : sheet + "!") + Location.letters(ofColumn: column) + String(row)
  }
}

private final class CellCollector: TableReceiver {
  private(set) var cells: [CellPlace: String] = [:]
  private var sheet = (number: 0, name: "")

  func beginTable(_ table: TableDescription) {}

  func beginSheet(_ sheet: SheetDescription) {
    self.sheet = (self.sheet.number + 1, sheet.name ?? "")
  }

  func receive(_ row: borrowing Row) {
    for cell in row.cells where cell.end > cell.start {
      let place = CellPlace(
        sheetNumber: sheet.number, sheet: sheet.name, row: row.number, column: cell.column)
      cells[place] = row.text(of: cell)
    }
  }

  func merge(_ area: MergedArea) {}
  func endSheet() {}
}
