// SPDX-License-Identifier: Apache-2.0

/// Reads delimited text (RFC 4180, and what people make of it).
///
/// Accepts any separator of one ASCII byte: named by the caller, declared in a first line `sep=;`
/// as Excel reads it, or found out (`detectSeparator`) and then held against the whole file. CR, LF
/// and CRLF end a row, also mixed. A quote is special only at a cell's start; other quotes are
/// text. What follows a closing quote is text too: `"a"b` is `ab`. Line ends inside quotes stay as
/// they are. Nothing is trimmed. An empty line counts as a row and is not delivered. Rows may have
/// different numbers of cells.
///
/// Refuses a quote that never closes, NUL bytes, bytes that are not of the encoding.
///
/// Large files are read in pieces, on all cores; the rows and problems are the same and come in the
/// same order (`CSVPieces`).
struct CSVReader: TableReader {
  let source: any ByteSource
  let dialect: CSVDialect
  let cores: Int

  mutating func read(into writer: SheetWriter) throws(TableProblem) {
    writer.beginSheet(name: nil)
    try writer.flush()
    let pieces = CSVPieces(source, dialect, limits: writer.limits, cores: cores)
    try pieces.read(into: writer)
    writer.endSheet()
  }
}
