// SPDX-License-Identifier: Apache-2.0

/// Reads Flat ODS (.fods), an OpenDocument spreadsheet in one XML file.
///
/// Accepts a document whose root is `office:document` and whose body holds `office:spreadsheet`,
/// in any encoding that the text formats know. Refuses other kinds of OpenDocument by their name.
/// What it makes of the cells is as in `ODSReader`.
///
/// Source: OpenDocument 1.3 part 3, §3.1.2 (the single document).
struct FlatODSReader: TableReader {
  let text: TextStream

  mutating func read(into writer: SheetWriter) throws(TableProblem) {
    let parser = XMLParser(text, limits: writer.limits)
    try parser.parse { names in
      OpenDocumentHandler(names: OpenDocumentNames(names), writer: writer)
    }
  }
}
