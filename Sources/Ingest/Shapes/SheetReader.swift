// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads the rows below a recognised header.
protocol SheetReader: AnyObject {
  /// Reads one row. What is wrong with it becomes findings.
  func read(_ row: borrowing Row)
  /// The sheet is over, or another table begins.
  func finish()
  /// The columns that it looks at; `nil` for all.
  var wantedColumns: ColumnSelection? { get }
  var counts: RowCounts { get }
  /// The survey periods met.
  var periods: Set<Period> { get }
}

/// What became of the rows below a header. Each is one of the three.
struct RowCounts: Hashable, Sendable {
  var accepted = 0
  var rejected = 0
  /// Notes, heads without values, the numbering of columns, rows that the layout leaves out.
  var passedOver = 0
}

/// What a sheet reader knows of its surroundings and hands its results to.
struct SheetContext {
  let file: String
  let sheet: String?
  let layout: Layout
  let header: Header
  let preamble: Preamble
  let contents: FileContents
  /// The unit that the whole sheet is of, once it is known; `nil` where each row has its own.
  var unit: UnitCode?

  var definitions: Definitions { contents.definitions }

  func location(row: Int, line: Int?, column: Int? = nil) -> Location {
    Location(file: file, sheet: sheet, row: row, column: column, line: line)
  }

  func report(
    _ code: FindingCode, at location: Location, period: Period? = nil, unit: UnitCode? = nil,
    raw: String? = nil, _ arguments: [String: String] = [:]
  ) {
    contents.findings.add(
      Finding(code, at: location, period: period, unit: unit ?? self.unit, raw: raw, arguments))
  }

  /// Reports what lines about units of measure above the table contradict or what no unit is.
  /// - Returns: the units that they state; `nil` where that is in doubt.
  func tableUnits(period: Period? = nil) -> [UnitOfMeasure]? {
    switch preamble.unitLine {
    case .none: return []
    case .units(let units): return units
    case .unknown(let line):
      report(.unknownUnitOfMeasure, at: header.location, period: period, raw: line)
    case .contradictory(let first, let second):
      report(
        .contradictoryUnitOfMeasure, at: header.location, period: period, raw: second,
        ["unit": second, "expected": first])
    }
    return nil
  }

  /// Headers of this layout that stand twice: which column is meant is open.
  func reportRepeated(among known: Set<String>, period: Period? = nil) -> Bool {
    let repeated = header.repeated(among: known)
    for column in repeated {
      report(
        .repeatedColumn, at: header.location(of: column), period: period, raw: column.text,
        ["header": column.text])
    }
    return !repeated.isEmpty
  }

  /// Columns that the layout neither reads nor ignores.
  func reportUnknownColumns(used: Set<Int>, known: Set<String>, period: Period? = nil) {
    for column in header.columns
    where !used.contains(column.column) && !known.contains(column.folded)
      && !known.contains(column.words)
    {
      report(
        .unknownColumn, at: header.location(of: column), period: period, raw: column.text,
        ["suggestion": suggestion(for: column.words, among: known) ?? ""])
    }
  }

  /// The first number to the right of all headers: a row with more cells than the header, such as
  /// one in which the comma of `1,234` is not quoted, so that every value behind it is displaced.
  func numberBeyond(_ row: borrowing Row) -> Cell? {
    guard let last = row.cells.last?.column, last > header.width else { return nil }
    for cell in row.cells where cell.column > header.width {
      switch NumberText.read(cell, of: row) {
      case .number, .tooManyDigits: return cell
      case .missing, .notANumber: continue
      }
    }
    return nil
  }

  /// First words of rows below tables that are no data.
  static let notes = [
    "注:", "注1", "注释", "说明:", "备注:", "资料来源", "数据来源", "单位负责人", "统计负责人", "填表人", "填报人", "制表人",
    "制表:", "审核:", "报出日期", "补充资料", "note:", "source:",
  ]

  /// Whether a row's first text marks it as a note or a line of signatures.
  func isNote(_ row: borrowing Row) -> Bool {
    guard let first = row.cells.first(where: { !row.text(of: $0).allSatisfy(\.isWhitespace) })
    else { return false }
    let folded = HeaderText.folded(row.text(of: first))
    return (Self.notes + layout.footer).contains(where: folded.hasPrefix)
  }
}

extension Location {
  /// The cell of this row in `column`.
  func cell(inColumn column: Int) -> Location {
    Location(file: file, sheet: sheet, row: row, column: column, line: line)
  }
}
