// SPDX-License-Identifier: Apache-2.0

/// Reads the tables of a web page: what reporting platforms call .xls, what Excel and LibreOffice
/// Calc save as a web page, and pages of the web. XHTML is read as HTML.
///
/// Accepted: HTML of any age and in any state, mended as libxml2 mends it. Each table with any text
/// is a sheet, in the document's order. Its name is, of these, the first there is: the one that
/// Excel notes in a conditional comment (`x:ExcelWorksheet`), the caption, `title`, `id`, `Table 1`.
///
/// - A table inside a cell is a sheet of its own, and its text is not the cell's, as pandas has it;
///   Excel and LibreOffice split the outer table's rows and columns to make room. A table inside
///   another but outside of its cells ends it, as the standard says. Of tables in one another, one
///   too large to be held comes before those around it.
/// - Cells are placed by `colspan` and `rowspan` as the standard forms a table. A span beyond the
///   end of its row group ends there.
/// - White space collapses and is dropped at both ends, as CSS does by default; `br`, and the
///   beginning or end of a block such as `p` or `div`, is one LF between two texts. U+00A0 is kept,
///   but a cell of nothing else is empty: writers fill empty cells with it.
/// - A cell is text, its digits exactly as written, unless it bears a mark of Excel's (`x:num`,
///   `x:bool`, `x:err`, `x:str`) or of Calc's (`sdval`, `sdnum`): then it has that value and not
///   the text it shows. A number whose format shows a date is one.
/// - Hidden rows, columns and tables are read. Inside a cell, what is not displayed is left out, as
///   are scripts, styles, and the choices of a `select`. Text outside of tables is no cell.
///
/// Refused: a page without a table; Excel's frame page, whose sheets are in other files; a page that
/// ends inside a table, a comment or a script, since what is missing may have been data.
///
/// Source: HTML Living Standard, §4.9.12 (forming a table), §13.2 (parsing); CSS Text 3, §4.1;
/// Microsoft Office HTML and XML Reference, 1999.
struct HTMLReader: TableReader {
  let text: TextStream

  mutating func read(into writer: SheetWriter) throws(TableProblem) {
    let sheets = HTMLSheets(writer)
    let parser = HTMLParser(text, limits: writer.limits)
    var page: HTMLPage?
    do throws(TableProblem) {
      try parser.parse { names in
        let made = HTMLPage(HTMLNames(names), sheets, limits: writer.limits)
        page = made
        return made
      }
      try page?.finish()
    } catch {
      if error.kind == .notWanted { throw sheets.problem ?? error }
      // What was read before the problem still counts, though it may be waiting.
      let place = page?.openSheet
      try page?.abandon()
      try sheets.deliverAll()
      throw error.inSheet(place?.name)
    }
  }
}

extension TableProblem {
  /// The same problem, in a sheet if it has none yet.
  func inSheet(_ name: String?) -> TableProblem {
    TableProblem(
      kind, detail: detail, sheet: sheet ?? name, row: row, column: column, line: line,
      byteOffset: byteOffset)
  }
}
