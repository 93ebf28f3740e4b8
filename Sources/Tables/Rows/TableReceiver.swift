// SPDX-License-Identifier: Apache-2.0

/// What a reader tells while it goes through a file: once `beginTable`, then for each sheet
/// `beginSheet`, its rows from the top, `endSheet`. All on the thread that called for the reading.
///
/// After a fatal problem no further call comes, so a sheet may stay without its end.
package protocol TableReceiver: AnyObject {
  func beginTable(_ table: TableDescription)
  func beginSheet(_ sheet: SheetDescription)
  func receive(_ row: borrowing Row)
  /// The open sheet is hidden, which SpreadsheetML says only after the sheet's rows.
  ///
  /// Comes between `beginSheet` and `endSheet`, at most once, for sheets that began as visible.
  func sheetIsHidden()
  /// An area of the open sheet is one cell for its reader.
  ///
  /// XLSX and XLS say it after all of the sheet's rows, HTML behind the area's last row, since only
  /// then its end is known, other formats before the rows below the area's first.
  func merge(_ area: MergedArea)
  func endSheet()

  /// The columns of the open sheet that it will look at in rows yet to come; `nil` for all. Others
  /// need not be delivered.
  ///
  /// Asked now and then, so rows may still bring more for a while.
  var wantedColumns: ColumnSelection? { get }
  /// Whether it goes on reading. Asked now and then; once `false`, no further call comes.
  var wantsMore: Bool { get }
}

extension TableReceiver {
  /// Does nothing: most receivers read hidden sheets like the others.
  package func sheetIsHidden() {}
  /// Does nothing.
  package func merge(_ area: MergedArea) {}
  /// All.
  package var wantedColumns: ColumnSelection? { nil }
  package var wantsMore: Bool { true }
}

/// Some of a sheet's columns, and all beyond the width of its table.
package struct ColumnSelection: Hashable, Sendable {
  /// By column, counted from 0; those behind its end are wanted.
  let isWanted: [Bool]

  /// - Parameters:
  ///   - columns: counted from 1.
  ///   - width: the table's last column. What stands to the right of it is never expected, so it
  ///     is always wanted.
  package init(_ columns: some Sequence<Int>, width: Int) {
    var isWanted = [Bool](repeating: false, count: width)
    for column in columns where (1...width).contains(column) { isWanted[column - 1] = true }
    self.isWanted = isWanted
  }

  /// - Parameter column: counted from 1.
  func contains(_ column: Int) -> Bool { column > isWanted.count || isWanted[column - 1] }
}

/// What a file turned out to be.
package struct TableDescription: Hashable, Sendable {
  package let format: TableFormat
  /// Of a container, the encoding of what is in it.
  package let encoding: TextEncoding
  /// `false` where the encoding is a guess: no mark, no declaration, and not UTF-8.
  package let encodingIsCertain: Bool

  package init(format: TableFormat, encoding: TextEncoding, encodingIsCertain: Bool) {
    self.format = format
    self.encoding = encoding
    self.encodingIsCertain = encodingIsCertain
  }
}

/// A format that Yuebao reads, with the name that messages and releases print.
package enum TableFormat: String, Hashable, Sendable, CaseIterable {
  case csv = "CSV"
  case spreadsheetML = "SpreadsheetML 2003"
  case xlsx = "XLSX"
  case xls = "XLS"
  case ods = "ODS"
  case flatODS = "Flat ODS"
  case html = "HTML"
  case sdmxML = "SDMX-ML"
}

package struct SheetDescription: Hashable, Sendable {
  /// `nil` for CSV, which has no sheets.
  package let name: String?
  /// Counted from 1, in the workbook's order.
  package let number: Int
  /// `true` also where the file says it only later; see `TableReceiver.sheetIsHidden()`.
  package let isVisible: Bool

  package init(name: String?, number: Int, isVisible: Bool) {
    self.name = name
    self.number = number
    self.isVisible = isVisible
  }
}
