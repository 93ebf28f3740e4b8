// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// The texts of one row, kept while a header is looked for.
struct RowTexts {
  let number: Int
  let line: Int?
  /// Cells with a text, in the order of columns; trimmed.
  let cells: [(column: Int, text: String)]

  init(number: Int, line: Int?, cells: [(column: Int, text: String)]) {
    self.number = number
    self.line = line
    self.cells = cells
  }

  init(_ row: borrowing Row) {
    number = row.number
    line = row.line
    var cells: [(column: Int, text: String)] = []
    for cell in row.cells {
      let text = CellText.trimmed(row.text(of: cell))
      if !text.isEmpty { cells.append((cell.column, text)) }
    }
    self.cells = cells
  }

  func text(in column: Int) -> String? { cells.first { $0.column == column }?.text }
}

/// One or more rows read as the headers of the columns below them.
///
/// A column's header is the path of the texts above it, joined by `/`: `上年同期/1-本月`. The text
/// of an upper row spans the blank cells to its right.
struct Header {
  struct Column: Hashable, Sendable {
    let column: Int
    /// As the sender wrote it, upper rows before a `/`.
    let text: String
    /// Folded, with and without the units in brackets or rows of their own.
    let folded: String
    let words: String
    let unit: UnitOfMeasure?
  }

  let columns: [Column]
  /// The last of its rows.
  let location: Location
  /// The last header's column.
  let width: Int
  /// Spans that were not said by merged areas but taken from blank cells: upper row and column of
  /// the text, last column.
  let assumedSpans: [Span]

  struct Span: Hashable, Sendable {
    let row: Int
    let columns: ClosedRange<Int>
  }

  /// - Parameters:
  ///   - rows: from the top, at least one.
  ///   - merged: the areas that the file has told of so far.
  ///   - period: what the lines above speak of; then `1-5月` and `5月` of a May table are read as
  ///     `1-本月` and `本月`.
  init(
    _ rows: ArraySlice<RowTexts>, merged: [MergedArea] = [], at location: Location,
    period: Period? = nil
  ) {
    let paths = HeaderPaths(rows, merged: merged)
    columns = paths.columns.map { column, texts in
      Column(column: column, texts: texts, period: period)
    }
    assumedSpans = paths.assumedSpans
    width = columns.last?.column ?? 0
    self.location = location
  }

  /// The first header that is one of the alternatives, in the alternatives' order.
  func first(of alternatives: [String]) -> Column? {
    for alternative in alternatives {
      if let header = columns.first(where: { $0.folded == alternative || $0.words == alternative })
      {
        return header
      }
    }
    return nil
  }

  /// The header that a missing one may have become: one that the layout does not know itself.
  func nearest(to missing: String, notAmong known: Set<String>) -> String? {
    suggestion(for: missing, among: columns.map(\.words).filter { !known.contains($0) })
  }

  func location(of header: Column) -> Location { location.cell(inColumn: header.column) }

  /// Headers among `known` that stand twice, also in another unit of measure, which leaves open
  /// which column is meant.
  func repeated(among known: Set<String>) -> [Column] {
    var seen: Set<String> = []
    return columns.filter { header in
      let name = known.contains(header.folded) ? header.folded : header.words
      return known.contains(name) && !seen.insert(name).inserted
    }
  }
}

extension Header.Column {
  /// A segment that is nothing but a unit of measure, in brackets or not, is the column's unit.
  fileprivate init(column: Int, texts: [String], period: Period?) {
    var words: [String] = []
    var unit: UnitOfMeasure?
    for text in texts {
      let folded = HeaderText.folded(text)
      let (segment, inBrackets) = HeaderText.splitUnit(folded)
      let alone = texts.count > 1 ? UnitOfMeasure(folded) : nil
      if let found = alone ?? inBrackets { unit = found }
      if alone == nil, !segment.isEmpty { words.append(HeaderText.thisMonth(segment, of: period)) }
    }
    self.init(
      column: column, text: texts.joined(separator: "/"),
      folded: texts.map(HeaderText.folded).joined(separator: "/"),
      words: words.joined(separator: "/"), unit: unit)
  }
}

/// The texts above each column, from the top.
private struct HeaderPaths {
  private let rows: [RowTexts]
  private let merged: [MergedArea]
  private(set) var columns: [(column: Int, texts: [String])] = []
  private(set) var assumedSpans: [Header.Span] = []

  init(_ rows: ArraySlice<RowTexts>, merged: [MergedArea]) {
    self.rows = Array(rows)
    self.merged = merged
    let filled = Set(self.rows.flatMap { $0.cells.map(\.column) }).sorted()
    for column in filled {
      let texts = path(to: column)
      if !texts.isEmpty { columns.append((column, texts)) }
    }
  }

  private mutating func path(to column: Int) -> [String] {
    var texts: [String] = []
    for index in rows.indices {
      guard let text = rows[index].text(in: column) ?? spanning(index, column) else { continue }
      if texts.last != text { texts.append(text) }
    }
    return texts
  }

  /// The text to the left that spans a blank cell of an upper row.
  private mutating func spanning(_ index: Int, _ column: Int) -> String? {
    let row = rows[index]
    guard index < rows.count - 1, hasText(below: index, in: column),
      let left = row.cells.last(where: { $0.column < column })
    else { return nil }
    let area = merged.first { $0.rows.contains(row.number) && $0.columns.contains(left.column) }
    if let area { return area.columns.contains(column) ? left.text : nil }
    // A spanner has headers below itself too; a header that goes down all rows spans nothing.
    guard merged.isEmpty || merged.allSatisfy({ $0.rows.upperBound < row.number }),
      hasText(below: index, in: left.column)
    else { return nil }
    assumedSpans.append(Header.Span(row: row.number, columns: left.column...column))
    return left.text
  }

  private func hasText(below index: Int, in column: Int) -> Bool {
    rows[(index + 1)...].contains { $0.text(in: column) != nil }
  }
}

extension Layout {
  /// Whether the rows are this layout's header, below cells that say the title's words and its
  /// form number.
  func recognises(_ header: Header, below preamble: Preamble) -> Bool {
    recognition.headers.allSatisfy { header.first(of: $0) != nil } && hasTitle(preamble)
      && hasShape(header)
  }

  func hasTitle(_ preamble: Preamble) -> Bool {
    preamble.hasTitle(recognition.titleWords) && preamble.hasFormNumber(recognition.formNumbers)
  }

  /// Over time most headers must be periods: a label column alone could be any table.
  private func hasShape(_ header: Header) -> Bool {
    guard case .series(let series) = shape else { return true }
    let others = header.columns.filter {
      !series.label.contains($0.words) && !series.ignored.contains($0.words)
    }
    let periods = others.count { Period(wording: $0.text, calendarMonths: true) != nil }
    return series.columns == .periods ? periods * 2 > others.count : periods == 0
  }

  /// How many of the headers that the layout knows stand in the row.
  func knownHeaders(in header: Header) -> Int {
    header.columns.count { knownHeaders.contains($0.folded) || knownHeaders.contains($0.words) }
  }
}
