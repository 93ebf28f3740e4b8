// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What the labels of rows and columns mean: sectors, categories, indicators, areas, by their
/// names, aliases, ids and codes.
struct LabelNames {
  let sectors: [String: String]
  let indicators: [String: Indicator]
  let areas: [String: String]
  let ownArea: String
  private let categories: [String: String]

  init(_ definitions: Definitions) {
    sectors = Self.labels(
      definitions.sectors.map { ($0.id, [$0.id, $0.name.zh] + $0.aliases) })
    indicators = Self.labels(
      definitions.indicators.map { ($0, [$0.id, $0.name.zh] + $0.aliases) })
    areas = Self.labels(definitions.areas.map { ($0.id, [$0.id, $0.name.zh] + $0.aliases) })
    ownArea = Area.ownID(among: definitions.areas)
    let classification = definitions.classification
    categories = Self.labels(
      classification.codes.sorted().compactMap { code in
        classification[code].map { (code, [code, $0.name.zh]) }
      })
  }

  /// Where two share a word, the first counts: definitions are checked for that, and a category
  /// that is named like its only part is the wider one.
  private static func labels<Meaning>(_ entries: [(Meaning, [String])]) -> [String: Meaning] {
    var labels: [String: Meaning] = [:]
    for (meaning, words) in entries {
      for word in words where labels[RowLabel.folded(word)] == nil {
        labels[RowLabel.folded(word)] = meaning
      }
    }
    return labels
  }

  /// A sector's id, else a category's code.
  func sectorOrCategory(_ label: String) -> String? { sectors[label] ?? categories[label] }

  var sectorsAndCategories: [String] { Array(sectors.keys) + Array(categories.keys) }

  /// The area that a text names: that of the longest name in it; `nil` for none.
  func area(in text: String) -> String? {
    let folded = HeaderText.folded(text)
    let found = areas.keys.filter { $0.utf8.count > 3 && folded.holds($0) }
    return found.max { ($0.count, $1) < ($1.count, $0) }.flatMap { areas[$0] }
  }
}

extension SheetContext {
  /// A line with one of these names who made the table, not what it is of.
  private static let wordsOfAuthors = ["机关", "统计局", "制表", "填报", "单位", "来源", "编制"]

  /// The area that the layout says the table is of; `nil` with a finding where its name is not
  /// known.
  func area() -> String? {
    let names = contents.names
    switch layout.area {
    case .area(let id): return id
    case .title:
      let texts = (preamble.texts + [preamble.sheet ?? ""]).filter { text in
        !Self.wordsOfAuthors.contains(where: text.holds)
      }
      return texts.lazy.compactMap { names.area(in: $0) }.first ?? names.ownArea
    case .field(let labels, let otherwise):
      guard let field = preamble.field(labels) else { return otherwise }
      if let id = names.areas[RowLabel.folded(field.text)] { return id }
      report(
        .unknownArea,
        at: location(row: field.row.number, line: field.row.line, column: field.column),
        raw: field.text,
        ["suggestion": suggestion(for: RowLabel.folded(field.text), among: names.areas.keys) ?? ""])
      return nil
    }
  }
}
