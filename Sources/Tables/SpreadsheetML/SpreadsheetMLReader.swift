// SPDX-License-Identifier: Apache-2.0

/// Reads SpreadsheetML 2003 ("XML Spreadsheet", Excel's .xml and often its so-called .xls).
///
/// Accepts any number of worksheets, hidden ones too; elements with a prefix or without, attributes
/// in the namespace or in none; gaps by `ss:Index` and a table that begins elsewhere by
/// `ss:TopCell`; every `ss:Type`, a type that the standard does not know as text; rich text inside
/// Data and CDATA; the cached value of a formula, never the formula. Numbers keep their digits, but
/// for those that Excel's binary calculation left behind the fifteenth.
///
/// Refuses a document type, an index that goes back, two Data in one cell, and text outside of Data,
/// which would be lost otherwise. A value that is not what its type says is delivered as text and
/// said.
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
