// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// A row read as headers.
struct HeaderRow {
  struct Header {
    let column: Int
    /// As the sender wrote it.
    let text: String
    /// Folded, with and without the unit in brackets.
    let folded: String
    let words: String
    let unit: UnitOfMeasure?
  }

  let headers: [Header]
  let location: Location
  /// The last header's column.
  let width: Int

  /// - Parameter period: what the lines above speak of; then `1-5月` and `5月` of a May table are
  ///   read as `1-本月` and `本月`.
  init(_ row: borrowing Row, at location: Location, period: Period? = nil) {
    var headers: [Header] = []
    for cell in row.cells {
      let text = CellText.trimmed(row.text(of: cell))
      guard !text.isEmpty else { continue }
      let folded = HeaderText.folded(text)
      let (words, unit) = HeaderText.splitUnit(folded)
      headers.append(
        Header(
          column: cell.column, text: text, folded: folded,
          words: HeaderText.thisMonth(words, of: period), unit: unit))
    }
    self.headers = headers
    width = headers.last?.column ?? 0
    self.location = location
  }

  /// The first header that is one of the alternatives, in the alternatives' order.
  func first(of alternatives: [String]) -> Header? {
    for alternative in alternatives {
      if let header = headers.first(where: { $0.folded == alternative || $0.words == alternative })
      {
        return header
      }
    }
    return nil
  }

  /// The header that a missing one may have become: one that the layout does not know itself.
  func nearest(to missing: String, notAmong known: Set<String>) -> String? {
    suggestion(for: missing, among: headers.map(\.words).filter { !known.contains($0) })
  }

  /// The first number to the right of all headers: a row with more cells than the header, such as
  /// one in which the comma of `1,234` is not quoted, so that every value behind it is displaced.
  func numberBeyond(_ row: borrowing Row) -> Cell? {
    guard let last = row.cells.last?.column, last > width else { return nil }
    for cell in row.cells where cell.column > width {
      switch NumberText.read(cell, of: row) {
      case .number, .tooManyDigits: return cell
      case .missing, .notANumber: continue
      }
    }
    return nil
  }

  func has(_ alternative: String) -> Bool { first(of: [alternative]) != nil }

  func location(of header: Header) -> Location {
    Location(
      file: location.file, sheet: location.sheet, row: location.row, column: header.column,
      line: location.line)
  }

  /// Headers among `known` that stand twice, also in another unit of measure, which leaves open
  /// which column is meant.
  func repeated(among known: Set<String>) -> [Header] {
    var seen: Set<String> = []
    return headers.filter { header in
      let name = known.contains(header.folded) ? header.folded : header.words
      return known.contains(name) && !seen.insert(name).inserted
    }
  }
}

extension Layout {
  /// Whether the row is this layout's header row, below cells that say the title's words.
  func recognises(_ header: HeaderRow, below preamble: Preamble) -> Bool {
    headers.allSatisfy(header.has) && preamble.hasTitle(titleWords)
  }

  /// How many of the headers that the layout knows stand in the row.
  func knownHeaders(in header: HeaderRow) -> Int {
    header.headers.count { knownHeaders.contains($0.folded) || knownHeaders.contains($0.words) }
  }
}
