// SPDX-License-Identifier: Apache-2.0

/// Reads SpreadsheetML 2003 ("XML Spreadsheet", Excel's .xml and often its so-called .xls).
///
/// Source: XML Spreadsheet Reference, Microsoft, 2001 (learn.microsoft.com, aa140066).
struct SpreadsheetMLReader: TableReader {
  private let parser: XMLPushParser

  init(limits: TableLimits, receiver: any TableReceiver) {
    parser = XMLPushParser(limits: limits) { names in
      SpreadsheetMLHandler(
        names: SpreadsheetMLNames(names), limits: limits, receiver: receiver)
    }
  }

  mutating func read(_ text: Span<UInt8>) throws(TableProblem) { try parser.parse(text) }

  mutating func finish() throws(TableProblem) { try parser.finish() }
}
