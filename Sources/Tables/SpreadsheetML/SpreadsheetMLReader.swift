// SPDX-License-Identifier: Apache-2.0

/// Reads SpreadsheetML 2003 ("XML Spreadsheet", Excel's .xml and often its so-called .xls).
///
/// Source: XML Spreadsheet Reference, Microsoft, 2001 (learn.microsoft.com, aa140066).
struct SpreadsheetMLReader: TableReader {
  let text: TextStream

  mutating func read(into writer: SheetWriter) throws(TableProblem) {
    let parser = XMLParser(text, limits: writer.limits)
    try parser.parse { names in
      SpreadsheetMLHandler(names: SpreadsheetMLNames(names), writer: writer)
    }
  }
}
