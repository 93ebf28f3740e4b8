// SPDX-License-Identifier: Apache-2.0

/// Where something stands in an input: a file, and in it a sheet and a cell as far as known.
package struct Location: Hashable, Sendable {
  /// The path relative to the workspace, with `/`.
  package let file: String
  /// The sheet's name; `nil` for text formats, which have none.
  package let sheet: String?
  /// Counted from 1 in the sheet.
  package let row: Int?
  /// Counted from 1: A is 1.
  package let column: Int?
  /// The line in a text file, counted from 1; it differs from the row after quoted line ends.
  package let line: Int?

  package init(
    file: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil, line: Int? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
    self.line = line
  }

  /// The cell as a spreadsheet names it, `G418`; `nil` without row and column.
  package var cell: String? {
    guard let row, let column else { return nil }
    return Location.letters(ofColumn: column) + String(row)
  }

  /// The letters of a column counted from 1: 1 is `A`, 27 is `AA`.
  package static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      let digit = UInt8((rest - 1) % 26)
      letters = String(UnicodeScalar(UInt8(ascii: "A") + digit)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension Location: CustomStringConvertible {
  /// `Input/a.csv:418:7` (line and column) for text files, `Input/a.xml:Sheet1!G418` for sheets.
  package var description: String {
    if let sheet { return file + ":" + sheet + (cell ?? row.map(String.init)).orEmpty(prefix: "!") }
    guard let first = line ?? row else { return file }
    return "\(file):\(first)" + column.map(String.init).orEmpty(prefix: ":")
  }
}

extension Location: Comparable {
  package static func < (left: Location, right: Location) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.sheet != right.sheet { return (left.sheet ?? "") < (right.sheet ?? "") }
    if left.row != right.row { return (left.row ?? 0) < (right.row ?? 0) }
    if left.line != right.line { return (left.line ?? 0) < (right.line ?? 0) }
    return (left.column ?? 0) < (right.column ?? 0)
  }
}

extension String? {
  fileprivate func orEmpty(prefix: String) -> String { map { prefix + $0 } ?? "" }
}
