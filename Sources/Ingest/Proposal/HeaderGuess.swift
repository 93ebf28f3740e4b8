// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Which of a sheet's first rows are the header, and what stands above them.
struct HeaderGuess {
  private static let deepest = 4
  /// Heads without values that may stand between header and data.
  private static let mostHeads = 4
  private static let comparedRows = 30

  /// Positions among the first rows.
  let rows: ClosedRange<Int>
  /// The first row with numbers below the header.
  let firstData: Int
  let header: Header
  let preamble: Preamble
  /// Columns of the header that most of the rows below fill.
  private let fit: Int

  /// The header that most columns of the rows below it fill; of several the uppermost.
  ///
  /// - Returns: `nil` where no row of texts stands above rows with numbers.
  static func find(
    in rows: [SeenRow], merged: [MergedArea], file: String, sheet: String?
  ) -> HeaderGuess? {
    var best: HeaderGuess?
    for last in rows.indices where rows[last].mayBeHeader {
      guard let firstData = firstData(below: last, rows) else { continue }
      let guess = HeaderGuess(
        upper(of: last, rows)...last, firstData: firstData, in: rows, merged: merged, file: file,
        sheet: sheet)
      if guess.fit >= 2, guess.fit > best?.fit ?? 0 { best = guess }
    }
    return best
  }

  private init(
    _ range: ClosedRange<Int>, firstData: Int, in rows: [SeenRow], merged: [MergedArea],
    file: String, sheet: String?
  ) {
    self.rows = range
    self.firstData = firstData
    var preamble = Preamble(sheet: sheet, file: file)
    for row in rows[..<range.lowerBound] { preamble.add(row.texts) }
    let last = rows[range.upperBound]
    // What the file has told of when the header is read: the reader will know no more.
    let header = Header(
      rows[range].map(\.texts)[...], merged: Array(merged.prefix(last.mergedBefore)),
      at: Location(file: file, sheet: sheet, row: last.texts.number, line: last.texts.line),
      period: preamble.period())
    let compared = rows[firstData...].prefix(Self.comparedRows).filter { !$0.isNote }
    var filled: [Int: Int] = [:]
    for row in compared { for cell in row.texts.cells { filled[cell.column, default: 0] += 1 } }
    fit = header.columns.count { filled[$0.column, default: 0] * 2 >= compared.count }
    self.header = header
    self.preamble = preamble
  }

  /// The first row with numbers below the header's; heads of groups may stand before it.
  private static func firstData(below last: Int, _ rows: [SeenRow]) -> Int? {
    let columns = Set(rows[last].texts.cells.map(\.column))
    var heads = 0
    for index in rows.indices.dropFirst(last + 1) where !rows[index].isNumbering {
      if rows[index].hasNumbers(in: columns) { return index }
      heads += 1
      if rows[index].mayBeHeader || heads > mostHeads { return nil }
    }
    return nil
  }

  /// The uppermost row of the header that ends with `last`: rows above belong to it where they name
  /// columns that are blank below, or tell apart what has one name below.
  private static func upper(of last: Int, _ rows: [SeenRow]) -> Int {
    var top = last
    while top > 0, last - top + 1 < deepest, rows[top - 1].mayBeHeader,
      rows[top - 1].texts.number == rows[top].texts.number - 1,
      completes(rows[top - 1].texts, rows[top...last].map(\.texts))
    {
      top -= 1
    }
    return top
  }

  private static func completes(_ upper: RowTexts, _ below: [RowTexts]) -> Bool {
    let named = Set(below.flatMap { $0.cells.map(\.column) })
    if upper.cells.contains(where: { !named.contains($0.column) }) { return true }
    guard let names = below.first?.cells.map({ HeaderText.folded($0.text) }) else { return false }
    return Set(names).count < names.count
  }
}
