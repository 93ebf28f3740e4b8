// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The headers of each form's sheets by period, to tell in words what changed from the last period
/// to this: a column renamed, moved, added or lost.
struct HeaderHistory {
  fileprivate struct Sheet: Hashable {
    let location: Location
    let columns: [Header.Column]

    static func == (left: Sheet, right: Sheet) -> Bool { left.names == right.names }
    func hash(into hasher: inout Hasher) { hasher.combine(names) }

    private var names: [String] { columns.map { "\($0.column) \($0.comparedText)" } }
  }

  /// By form's layout file, then period.
  private var sheets: [String: [Period: [Sheet]]] = [:]

  mutating func add(_ context: SheetContext, period: Period) {
    let sheet = Sheet(location: context.header.location, columns: context.header.columns)
    sheets[context.layout.file, default: [:]][period, default: []].append(sheet)
  }

  mutating func add(_ other: HeaderHistory) {
    for (layout, byPeriod) in other.sheets {
      for (period, sheets) in byPeriod {
        self.sheets[layout, default: [:]][period, default: []] += sheets
      }
    }
  }

  /// What changed, sheet by sheet, against the last earlier period of the same form.
  func drift() -> [Finding] {
    var findings: [Finding] = []
    for (_, byPeriod) in sheets {
      let periods = byPeriod.keys.sorted()
      for (before, period) in zip(periods, periods.dropFirst()) {
        let old = Set(byPeriod[before] ?? [])
        for sheet in byPeriod[period] ?? [] where !old.contains(sheet) {
          if let nearest = nearest(to: sheet, among: old) {
            findings += changes(from: nearest, to: sheet, period)
          }
        }
      }
    }
    return findings
  }

  private func nearest(to sheet: Sheet, among old: Set<Sheet>) -> Sheet? {
    let names = Set(sheet.columns.map(\.comparedText))
    return old.max { left, right in
      let (first, second) = (left.shared(with: names), right.shared(with: names))
      return first != second ? first < second : right.location < left.location
    }
  }

  private func changes(from old: Sheet, to new: Sheet, _ period: Period) -> [Finding] {
    let (oldNames, newNames) = (old.places, new.places)
    var findings: [Finding] = []
    func report(_ code: FindingCode, column: Int, _ arguments: [String: String]) {
      findings.append(
        Finding(
          code, at: new.location.cell(inColumn: column), period: period, raw: arguments["new"],
          arguments.merging(
            ["column": String(column), "before": old.location.description],
            uniquingKeysWith: { first, _ in first })))
    }
    var renamed: Set<Int> = []
    for column in old.columns where newNames[column.comparedText] == nil {
      let successor = new.columns.first {
        $0.column == column.column && oldNames[$0.comparedText] == nil
      }
      if let successor {
        renamed.insert(successor.column)
        report(
          .columnRenamed, column: column.column, ["old": column.text, "new": successor.text])
      } else {
        report(.columnLost, column: column.column, ["old": column.text])
      }
    }
    for column in new.columns where !renamed.contains(column.column) {
      guard let place = oldNames[column.comparedText] else {
        report(.columnAdded, column: column.column, ["new": column.text])
        continue
      }
      if place != column.column {
        report(.columnMoved, column: column.column, ["new": column.text, "place": String(place)])
      }
    }
    return findings
  }
}

extension HeaderHistory.Sheet {
  /// The column of each header; of one that stands twice, the first.
  fileprivate var places: [String: Int] {
    Dictionary(
      columns.map { ($0.comparedText, $0.column) }, uniquingKeysWith: { first, _ in first })
  }

  fileprivate func shared(with names: Set<String>) -> Int {
    columns.count { names.contains($0.comparedText) }
  }
}

extension Header.Column {
  /// What makes it the same column as last period: its words, with 本月 for the month's own name, and
  /// its unit of measure.
  fileprivate var comparedText: String { words + (unit.map { "(\($0.symbol))" } ?? "") }
}
