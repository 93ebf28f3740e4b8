// SPDX-License-Identifier: Apache-2.0

/// What a reader tells while it goes through a file: once `beginTable`, then for each sheet
/// `beginSheet`, its rows from the top, `endSheet`.
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
  func endSheet()
}

extension TableReceiver {
  /// Does nothing: most receivers read hidden sheets like the others.
  package func sheetIsHidden() {}
}

/// What a file turned out to be.
package struct TableDescription: Hashable, Sendable {
  package let format: TableFormat
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
}

/// A text encoding that Yuebao reads. GBK and GB2312 are read as GB18030, their superset.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 (BOM)"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
}

package struct SheetDescription: Hashable, Sendable {
  /// `nil` for text formats, which have no sheets.
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
