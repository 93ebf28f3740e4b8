// SPDX-License-Identifier: Apache-2.0

/// Reads ODS (.ods, .ots), an OpenDocument spreadsheet in a zip archive.
///
/// Accepts:
/// - sheets in their order, hidden ones as hidden (`table:display="false"` in the table's style);
/// - cells and rows that are repeated, empty ones without limit, others within `repeatedBytes`;
/// - every `office:value-type`; formulas by the value that was kept with them;
/// - errors as what is shown in their stead, brought into English: `#N/A`, `#DIV/0!`, `Err:502`;
/// - merged areas; the content of covered cells is delivered in its place, because the standard
///   lets them keep one (§9.1.5), and lies in the merged area, so that nobody shows it.
///
/// A number is the shortest decimal that reads back to the same binary one. A date and a time are
/// rounded to the millisecond; the time of a day or more is `PT26H30M0S`, a shorter one `08:30:00`.
/// Text follows the rules of §6.1.2: blanks collapse and paragraphs stand on lines of their own.
/// Comments, shapes, tables in cells, tracked changes, cached cells of other files do not count.
///
/// Refuses encrypted documents, other kinds of OpenDocument by their name, OpenOffice.org 1.
///
/// Source: OpenDocument 1.3 part 2 (packages) and part 3, §9 (tables), §19.385 (value types).
struct ODSReader: TableReader {
  let archive: ZipArchive
  /// Threads that read at once.
  let cores: Int

  mutating func read(into writer: SheetWriter) throws(TableProblem) {
    if try isEncrypted { throw TableProblem(.encryptedFile, detail: "content.xml") }
    let parser = XMLParser(try openContent(), limits: writer.limits)
    try parser.parse { names in
      OpenDocumentHandler(names: OpenDocumentNames(names), writer: writer)
    }
  }

  private func openContent() throws(TableProblem) -> TextStream {
    let content = try archive.open("content.xml", cores: cores)
    do throws(TableProblem) { return try TextStream(content) } catch {
      guard error.kind == .unsupportedFormat || error.kind == .emptyFile else { throw error }
      throw TableProblem(.damagedContainer, detail: "content.xml: \(error.detail)")
    }
  }

  /// Whether the manifest says that the content is encrypted.
  private var isEncrypted: Bool {
    get throws(TableProblem) {
      if archive.has("encrypted-package") { return true }
      guard archive.has("META-INF/manifest.xml") else { return false }
      let manifest = try archive.open("META-INF/manifest.xml")
      return try findsEncryption(in: manifest, limits: archive.limits)
    }
  }
}
