// SPDX-License-Identifier: Apache-2.0

/// A table in its typographic parts: caption, spanners, boxhead, stub, body, footnotes.
struct Table: Sendable {
  var caption: String
  /// The head of the stub.
  var stubHead: String
  /// Empty where no column stands under a spanner; else they span all columns but the stub.
  var spanners: [TableSpanner] = []
  var columns: [TableColumn]
  var rows: [TableRow]
  var footnotes: [TableFootnote] = []
  /// Sources and the symbols used.
  var sourceNotes: [TableFootnote] = []
}

extension Table: TemplateModel {
  static let fields: [TemplateField<Table>] = [
    .text("caption", "A sentence with the finding.") { $0.caption },
    .text("stub_head", "The head of the first column.") { $0.stubHead },
    .flag("has_spanners", "Whether columns stand under spanners.") { !$0.spanners.isEmpty },
    .list("spanners", "Heads over several columns.") { $0.spanners },
    .list("columns", "The columns behind the first.") { $0.columns },
    .list("rows", "The rows, the total first.") { $0.rows },
    .list("footnotes", "Notes with a mark.") { $0.footnotes },
    .list("source_notes", "Notes without a mark: source, symbols.") { $0.sourceNotes },
    .flag("has_notes", "Whether there is any note.") {
      !$0.footnotes.isEmpty || !$0.sourceNotes.isEmpty
    },
  ]
}

/// A head over neighbouring columns.
struct TableSpanner: Sendable {
  let text: String
  let span: Int
}

extension TableSpanner: TemplateModel {
  static let fields: [TemplateField<TableSpanner>] = [
    .text("text", "Its words; absent over columns that stand alone.") {
      $0.text.isEmpty ? nil : $0.text
    },
    .text("span", "How many columns it covers.") { String($0.span) },
  ]
}

/// A column behind the stub.
struct TableColumn: Sendable {
  let heading: String
  let unit: String?
  /// Spanner, heading and unit in one, for formats without spanners.
  let flatHeading: String
  /// Words and not numbers: set to the left.
  var isText = false
}

extension TableColumn: TemplateModel {
  static let fields: [TemplateField<TableColumn>] = [
    .text("heading", "Its head, without unit.") { $0.heading },
    .text("unit", "Its unit.") { $0.unit },
    .text("flat_heading", "Spanner, heading and unit in one line.") { $0.flatHeading },
    .flag("is_text", "Whether it holds words, set to the left.") { $0.isText },
  ]
}

/// A row: a stub and one cell a column.
struct TableRow: Sendable {
  let stub: String
  /// The page about it, as links go: from the release's folder, without extension.
  var link: String?
  var mark: String?
  var isTotal = false
  /// Part of what stands above; set in by one character.
  var isPart = false
  let cells: [TableCell]
}

extension TableRow: TemplateModel {
  static let fields: [TemplateField<TableRow>] = [
    .text("stub", "The row's name.") { $0.stub },
    .text("link", "The path of the page about it, without extension; behind `root`.") { $0.link },
    .text("mark", "Footnote marks of the name.") { $0.mark },
    .flag("is_total", "Whether it is the total.") { $0.isTotal },
    .flag("is_part", "Whether it is a part of what stands above.") { $0.isPart },
    .list("cells", "One cell a column.") { $0.cells },
  ]
}

/// What stands in one cell.
struct TableCell: Sendable {
  let text: String
  /// The figure's name.
  var figure: String?
  /// Behind the digits where the units of a column differ, with a blank where one belongs.
  var unit: String?
  var mark: String?
  /// Blanks as wide as the decimals that other numbers of the column have more.
  var padding: String?
  /// Why there is no value.
  var reason: String?
  var isText = false
}

extension TableCell: TemplateModel {
  static let fields: [TemplateField<TableCell>] = [
    .text("text", "The digits, a symbol for a missing value, or words.") { $0.text },
    .text("figure", "The figure's name.") { $0.figure },
    .text("unit", "The unit behind the digits, in columns of several units.") { $0.unit },
    .text("mark", "Footnote marks.") { $0.mark },
    .text("padding", "Blanks that line up the decimal points of a column.") { $0.padding },
    .text("reason", "Why there is no value.") { $0.reason },
    .flag("is_text", "Whether it holds words.") { $0.isText },
  ]
}

/// A note under a table.
struct TableFootnote: Hashable, Sendable {
  let mark: String
  let text: String
}

extension TableFootnote: TemplateModel {
  static let fields: [TemplateField<TableFootnote>] = [
    .text("mark", "Its mark; absent for source notes.") { $0.mark.isEmpty ? nil : $0.mark },
    .text("text", "Its words.") { $0.text },
  ]
}
