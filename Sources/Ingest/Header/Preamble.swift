// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What stands around a sheet's table and holds for all of it: the lines above the header, the
/// sheet's name, the file's name.
struct Preamble {
  private(set) var rows: [RowTexts] = []
  let sheet: String?
  private let fileName: String

  init(sheet: String?, file: String) {
    self.sheet = sheet
    fileName = file.split(separator: "/").last.map(String.init) ?? file
  }

  mutating func add(_ row: RowTexts) { rows.append(row) }

  /// Forgets all but the last rows.
  mutating func keepLast(_ count: Int) {
    if rows.count > 2 * count { rows.removeFirst(rows.count - count) }
  }

  /// Without the last rows, which are a header themselves.
  func dropLast(_ count: Int) -> Preamble {
    var preamble = self
    preamble.rows.removeLast(min(count, rows.count))
    return preamble
  }

  var texts: [String] { rows.flatMap { $0.cells.map(\.text) } }

  /// Whether one text, or the sheet's name, holds all `words`; true for no words.
  func hasTitle(_ words: [String]) -> Bool {
    words.isEmpty
      || (texts + [sheet ?? ""]).contains { text in words.allSatisfy(text.holds) }
  }

  /// Whether a text, or the sheet's name, holds one of the form numbers; true for none.
  func hasFormNumber(_ numbers: [String]) -> Bool {
    numbers.isEmpty
      || (texts + [sheet ?? ""]).contains { text in
        numbers.contains(where: HeaderText.folded(text).holds)
      }
  }

  // MARK: - Fields

  /// What stands behind a label: `地区：广东省` in one cell, or in the next cell of its row.
  ///
  /// - Parameter labels: folded, without colon; the first found counts.
  func field(_ labels: [String]) -> (text: String, row: RowTexts, column: Int)? {
    for label in labels {
      for row in rows {
        for (index, cell) in row.cells.enumerated() {
          guard let rest = Self.rest(of: cell.text, behind: label) else { continue }
          if !rest.isEmpty { return (rest, row, cell.column) }
          guard index + 1 < row.cells.count else { return ("", row, cell.column) }
          let next = row.cells[index + 1]
          return (next.text, row, next.column)
        }
      }
    }
    return nil
  }

  /// The text behind `label` and a colon; empty for the label alone, `nil` for other texts.
  private static func rest(of text: String, behind label: String) -> String? {
    let folded = HeaderText.folded(text)
    if folded == label || folded == label + ":" { return "" }
    guard folded.hasPrefix(label + ":"), let colon = text.firstIndex(where: { ":：".contains($0) })
    else { return nil }
    return CellText.trimmed(String(text[text.index(after: colon)...]))
  }

  // MARK: - The period

  /// The period that a layout finds where it says; else the first text that speaks of exactly one.
  ///
  /// What a form says of itself (`有效期至：2022年1月`, also in two cells) is not its period.
  func period(_ place: Layout.PeriodPlace = Layout.PeriodPlace()) -> Period? {
    if let cell = place.cell {
      return rows.first { $0.number == cell.row }?.text(in: cell.column).flatMap {
        Period(wording: $0)
      }
    }
    if !place.field.isEmpty { return field(place.field).flatMap { Period(wording: $0.text) } }
    for source in place.sources {
      for text in candidates(source) {
        if let period = Period(wording: text) { return period }
      }
    }
    return nil
  }

  private func candidates(_ source: Layout.PeriodPlace.Source) -> [String] {
    switch source {
    case .sheet: return [sheet].compactMap(\.self)
    case .file: return [fileName]
    case .title:
      let labels = [""] + texts
      return zip(texts, labels).filter { text, before in
        !Self.isOfTheForm(text)
          && !(Self.isOfTheForm(before) && HeaderText.folded(before).hasSuffix(":"))
      }.map(\.0)
    }
  }

  private static let wordsOfTheForm = [
    "有效期", "报出日期", "填报日期", "填表日期", "制表日期", "打印", "导出", "文号", "批准",
  ]

  private static func isOfTheForm(_ text: String) -> Bool {
    wordsOfTheForm.contains(where: text.holds)
  }

  // MARK: - The unit of measure

  enum UnitLine: Equatable {
    case none
    /// One a dimension: `单位：万元、人`, or a line each.
    case units([UnitOfMeasure])
    case unknown(String)
    /// Two units of one dimension, by the lines that say them.
    case contradictory(String, String)
  }

  /// What lines such as `单位：亿元` or `计量单位: 千元` say, a unit also in the next cell.
  var unitLine: UnitLine {
    var found: [(unit: UnitOfMeasure, text: String)] = []
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        let next = index + 1 < row.cells.count ? row.cells[index + 1].text : ""
        switch Self.units(in: cell.text, next: next) {
        case .units(let units):
          for unit in units {
            let other = found.first { $0.unit.dimension == unit.dimension }
            if let other, other.unit != unit { return .contradictory(other.text, cell.text) }
            if other == nil { found.append((unit, cell.text)) }
          }
        case .unknown(let text): return .unknown(text)
        case .none, .contradictory: continue
        }
      }
    }
    return found.isEmpty ? .none : .units(found.map(\.unit))
  }

  private static func units(in text: String, next: String) -> UnitLine {
    let folded = HeaderText.folded(text)
    guard let mark = folded.firstRange(of: "单位:") else { return .none }
    let before = String(folded[..<mark.lowerBound])
    let isOfMeasure = ["", "计量", "金额", "数量", "人数", "("].contains(before)
    let inside = folded[mark.upperBound...].prefix { $0 != ")" && $0 != "(" }
    let words = (inside.isEmpty ? HeaderText.folded(next)[...] : inside).split {
      "、,;/".contains($0)
    }
    let units = words.compactMap { UnitOfMeasure($0) }
    if !units.isEmpty, units.count == words.count { return .units(units) }
    // `填报单位：` speaks of an enterprise, and so may `单位：`.
    let seemsOfMeasure = inside.last.map { "元圆人家户亩次时点吨台件%".contains($0) } ?? false
    let isUnknown = folded.hasPrefix("计量单位:") || (isOfMeasure && seemsOfMeasure)
    return isUnknown ? .unknown(text) : .none
  }
}
