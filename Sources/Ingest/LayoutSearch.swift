// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Looks for the rows of a sheet that are a layout's header, and keeps what stands above them.
struct LayoutSearch {
  struct Found {
    /// Those that fit best; more than one where it cannot be told.
    let layouts: [Layout]
    let header: Header
    let preamble: Preamble
    /// How many of the layouts' headers stand in it.
    let known: Int
  }

  private static let keptRows = 64

  private let file: String
  private let sheet: String?
  private let layouts: [Layout]
  /// Headers of several rows that layouts ask for.
  private let depths: [Int]
  /// The most rows that any layout's header takes.
  var deepest: Int { depths.last ?? 1 }
  /// The words of all headers that layouts ask for, path by path.
  private let words: Set<String>
  private var preamble: Preamble
  private var merged: [MergedArea] = []
  private var lastLine: Int?
  /// What the lines above a header speak of, by how many they are: it is asked for again with every row
  /// and header depth.
  private var periods: [Int: Period?] = [:]
  private var near: Near?

  /// The layout that came closest, and how.
  private struct Near {
    let layout: Layout
    let header: Header
    let known: Int
    let hasTitle: Bool
  }

  init(file: String, sheet: String?, layouts: [Layout]) {
    self.file = file
    self.sheet = sheet
    self.layouts = layouts
    depths = Set(layouts.map(\.headerRows)).sorted()
    words = Set(
      layouts.flatMap(\.knownHeaders).flatMap { $0.split(separator: "/").map(String.init) })
    preamble = Preamble(sheet: sheet, file: file)
  }

  mutating func add(_ row: RowTexts, line: Int?, merged: [MergedArea]) {
    let rows = preamble.rows.count
    preamble.add(row)
    // What stands far above a header says nothing of it.
    preamble.keepLast(Self.keptRows)
    if preamble.rows.count <= rows { periods = [:] }
    lastLine = line
    self.merged = merged
  }

  /// Whether the last row has words of headers, so that looking closer is worth while.
  var mayBeHeader: Bool {
    guard let last = preamble.rows.last else { return false }
    return last.cells.contains { cell in
      words.contains(HeaderText.splitUnit(HeaderText.folded(cell.text)).words)
    }
  }

  /// Begins anew below a table, so that its rows are no preamble of the next.
  mutating func restart() {
    preamble = Preamble(sheet: sheet, file: file)
    periods = [:]
  }

  /// Whether the rows so far end with a header.
  mutating func found() -> Found? {
    var fitting: [(layout: Layout, header: Header, preamble: Preamble, known: Int)] = []
    for depth in depths where preamble.rows.count >= depth {
      let above = preamble.dropLast(depth)
      let header = header(depth, period: period(above))
      for layout in layouts where layout.headerRows == depth {
        let known = layout.knownHeaders(in: header)
        if layout.recognises(header, below: above) {
          fitting.append((layout, header, above, known))
        } else {
          remember(layout, header, known, above)
        }
      }
    }
    guard let best = fitting.map(\.known).max() else { return nil }
    let equals = fitting.filter { $0.known == best }
    return Found(
      layouts: equals.map(\.layout), header: equals[0].header, preamble: equals[0].preamble,
      known: best)
  }

  private mutating func period(_ above: Preamble) -> Period? {
    if let known = periods[above.rows.count] { return known }
    let period = above.period()
    periods[above.rows.count] = .some(period)
    return period
  }

  private func header(_ depth: Int, period: Period?) -> Header {
    let rows = preamble.rows.suffix(depth)
    let location = Location(file: file, sheet: sheet, row: rows.last?.number, line: lastLine)
    return Header(rows, merged: merged, at: location, period: period)
  }

  private mutating func remember(
    _ layout: Layout, _ header: Header, _ known: Int, _ above: Preamble
  ) {
    guard known > (near?.known ?? 0) else { return }
    near = Near(
      layout: layout, header: header, known: known, hasTitle: layout.hasTitle(above))
  }

  /// What kept the sheet from being a form: the headers that the closest layout misses, or its
  /// title.
  func closest() -> [Finding] {
    guard let near, near.known >= 2 else {
      return [Finding(.noLayoutFits, at: Location(file: file, sheet: sheet))]
    }
    let recognition = near.layout.recognition
    let missing = recognition.headers.filter { near.header.first(of: $0) == nil }
    guard near.hasTitle, !missing.isEmpty else {
      let title = recognition.titleWords + recognition.formNumbers
      return [
        Finding(
          .noLayoutFits, at: near.header.location,
          ["form": near.layout.form, "title": title.joined(separator: " ")])
      ]
    }
    return missing.compactMap(\.first).map { header in
      let suggestion = near.header.nearest(to: header, notAmong: near.layout.knownHeaders)
      return Finding(
        .missingColumn, at: near.header.location,
        ["header": header, "form": near.layout.form, "suggestion": suggestion ?? ""])
    }
  }
}
