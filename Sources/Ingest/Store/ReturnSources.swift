// SPDX-License-Identifier: Apache-2.0

/// Where rows come from. Kept by runs, as one line mostly stands below the other: then thousands of rows
/// take no more room than one.
struct ReturnSources: Sendable {
  private(set) var count = 0
  /// The row that each run begins with, and where that one comes from.
  private var starts: [Int32] = []
  private var firsts: [ReturnSource] = []
  /// Where a row comes from that needs no run of its own.
  private var next: ReturnSource?

  mutating func append(_ source: ReturnSource) {
    if source != next { begin(source) }
    next = source.below(1)
    count += 1
  }

  /// Adds another file's rows.
  ///
  /// - Parameter firstTable: what the places of the file's tables begin with.
  mutating func append(_ other: ReturnSources, firstTable: Int32) {
    let first = Int32(truncatingIfNeeded: count)
    for (start, source) in zip(other.starts, other.firsts) {
      starts.append(first + start)
      firsts.append(source.inTable(source.table + firstTable))
    }
    next = other.next.map { $0.inTable($0.table + firstTable) } ?? next
    count += other.count
  }

  private mutating func begin(_ source: ReturnSource) {
    starts.append(Int32(truncatingIfNeeded: count))
    firsts.append(source)
  }

  /// - Precondition: there is such a row.
  subscript(row: Int) -> ReturnSource {
    precondition(row >= 0 && row < count, "a row")
    // The last run that does not begin behind the row.
    var (run, end) = (0, starts.count)
    while end - run > 1 {
      let middle = (run + end) / 2
      if Int(starts[middle]) <= row { run = middle } else { end = middle }
    }
    return firsts[run].below(Int32(truncatingIfNeeded: row) - starts[run])
  }
}

extension ReturnSource {
  fileprivate func below(_ rows: Int32) -> ReturnSource {
    ReturnSource(table: table, row: row &+ rows, line: line == 0 ? 0 : line &+ rows)
  }

  fileprivate func inTable(_ table: Int32) -> ReturnSource {
    ReturnSource(table: table, row: row, line: line)
  }
}
