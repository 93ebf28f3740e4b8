// SPDX-License-Identifier: Apache-2.0

/// Bounds on what a file may hold, against hostile input. Each one met is a problem.
package struct TableLimits: Sendable {
  /// UTF-8 bytes of one cell.
  package var cellBytes = 1 << 20
  /// UTF-8 bytes of one row, which is held whole.
  package var rowBytes = 1 << 26
  package var columns = 16_384
  package var rows = 10_000_000
  package var sheets = 4096
  /// UTF-8 bytes of one tag, comment or other piece of XML that is not text. Small, because the
  /// time that libxml2 takes for a tag grows with the square of its attributes.
  package var markupBytes = 1 << 18
  /// Nested elements in XML.
  package var depth = 256
  /// UTF-8 bytes of one tag or comment of a web page. A tag may hold a picture.
  package var pageMarkupBytes = 1 << 24
  /// Attributes of one tag of a web page, roughly: libxml2's time for a tag grows with the square.
  package var attributes = 1 << 15
  /// Nested elements in a web page, where many are never closed.
  package var pageDepth = 4096
  /// Different names of elements and attributes in a web page, which are kept.
  package var names = 1 << 20
  /// Bytes of tables that wait until the table around them is over.
  package var nestedTableBytes = 1 << 26
  /// Entries of an archive.
  package var archiveEntries = 65_536
  /// Bytes of one entry of an archive, unpacked.
  package var entryBytes = 8 << 30
  /// Unpacked bytes for each packed one, of what lies behind an entry's first 16 MB. Deflate
  /// itself ends at about 1032, and a sheet of equal rows comes near to it.
  package var inflation = 1100
  /// UTF-8 bytes of all shared texts of a workbook, or of an SDMX message's groups, which are held
  /// in memory.
  package var sharedTextBytes = 1 << 30
  /// Cell formats of a workbook, and number formats that it defines.
  package var cellFormats = 1 << 20
  /// What the cells and rows that a spreadsheet only says to be repeated grow to, each cell counted
  /// as 16 bytes and its text. A column of a million equal numbers takes some 20 MB.
  package var repeatedBytes = 1 << 30
  /// Kinds of groups in a data set of an SDMX message, and groups with one key: each costs time for
  /// each observation.
  package var groupKinds = 256
  /// Cells of one sheet of an .xls workbook whose records are not in order: these are sorted in
  /// memory, 8 bytes each. As many as such a sheet can have.
  package var unorderedCells = 1 << 24
  /// Problems that do not stop the reading; further ones are not kept.
  package var problems = 1000

  package static let standard = TableLimits()

  /// What a problem says of a bound that was met.
  static func detail(_ name: String, _ value: Int) -> String { "\(name): more than \(value)" }
}
