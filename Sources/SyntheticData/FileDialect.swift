// SPDX-License-Identifier: Apache-2.0

/// In which of the ways that bureaus and enterprises use a file is written.
struct FileDialect: Hashable, Sendable {
  enum Syntax: Hashable, Sendable { case csv, spreadsheetML }
  enum Encoding: Hashable, Sendable { case utf8, utf8WithMark, gb18030 }

  let syntax: Syntax
  let encoding: Encoding
  /// The ending of the file's name; `.xls` for SpreadsheetML is common and wrong.
  let ending: String
  var lineEnding = "\n"

  static let plainCSV = FileDialect(syntax: .csv, encoding: .utf8, ending: "csv")
  static let markedCSV = FileDialect(syntax: .csv, encoding: .utf8WithMark, ending: "csv")
  static let chineseCSV = FileDialect(syntax: .csv, encoding: .gb18030, ending: "csv")
  static let chineseWindowsCSV = FileDialect(
    syntax: .csv, encoding: .gb18030, ending: "csv", lineEnding: "\r\n")
  static let xml = FileDialect(syntax: .spreadsheetML, encoding: .utf8, ending: "xml")
  static let xmlNamedXLS = FileDialect(syntax: .spreadsheetML, encoding: .utf8, ending: "xls")
  /// Declares GB2312 and holds GB18030, as real ones do.
  static let chineseXML = FileDialect(syntax: .spreadsheetML, encoding: .gb18030, ending: "xml")
}
