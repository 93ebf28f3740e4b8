// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Words that the command line prints small begin large on a page, in languages that have large
/// letters: as a heading, a caption, the head of a column, a paragraph.
enum SentenceCase {
  /// `units` is `Units`; `kWh` stays, and so does what begins with a sign or another script.
  static func beginning(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first),
      text.dropFirst().first?.isUppercase != true
    else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  static func beginning(_ paragraph: Paragraph) -> Paragraph {
    guard case .text(let text)? = paragraph.pieces.first else { return paragraph }
    return Paragraph([.text(beginning(text))] + paragraph.pieces.dropFirst())
  }

  static func beginning(_ table: Table) -> Table {
    var table = table
    table.caption = beginning(table.caption)
    table.stubHead = beginning(table.stubHead)
    // Below a spanner or behind it in one line, a head goes on.
    table.columns = table.columns.map { column in
      TableColumn(
        heading: beginning(column.heading), unit: column.unit,
        flatHeading: beginning(column.flatHeading), isText: column.isText)
    }
    return table
  }

  static func beginning(_ section: ReportSection) -> ReportSection {
    var section = section
    section.heading = beginning(section.heading)
    section.paragraphs = section.paragraphs.map(beginning)
    section.tables = section.tables.map(beginning)
    return section
  }
}
