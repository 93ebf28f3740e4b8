// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads the rows below a recognised header.
protocol SheetReader: AnyObject {
  /// Reads one row. What is wrong with it becomes findings.
  func read(_ row: borrowing Row, at location: Location)
  /// The columns that it looks at; `nil` for all.
  var wantedColumns: ColumnSelection? { get }
  var findings: [Finding] { get }
  var accepted: Int { get }
  var rejected: Int { get }
  /// The survey periods met.
  var periods: Set<Period> { get }
}

extension Location {
  /// The cell of this row in `column`.
  func cell(inColumn column: Int) -> Location {
    Location(file: file, sheet: sheet, row: row, column: column, line: line)
  }
}
