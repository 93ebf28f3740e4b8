// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: series`.
extension ProposalWriter {
  private var isAcross: Bool { periodHeaders.count * 2 > table.columns.count - 1 }

  /// The column of labels: indicators or areas, or periods.
  var seriesLabel: Header.Column? { isAcross ? table.label : table.period }

  private var others: [Header.Column] { table.columns.filter { $0 != seriesLabel } }

  mutating func writeSeries() {
    let labels =
      isAcross
      ? table.label.map { table.counts($0).distinct } ?? [] : others.map(\.text)
    let areAreas = namesAreas(labels, header: isAcross ? seriesLabel?.words ?? "" : "")
    let axis = areAreas ? "areas" : "indicators"
    let why = Remark(
      "axis_\(axis)", ["count": String(labels.count), "example": labels.first ?? ""])
    proposal.addBlank()
    proposal.add("rows: \(isAcross ? axis : "periods")", isAcross ? why : nil)
    proposal.add("columns: \(isAcross ? "periods" : axis)", isAcross ? nil : why)
    if let label = seriesLabel {
      proposal.add("label: \(YAMLText.list([words(label)]))", seen(label))
    }
    if areAreas { writeSeriesIndicator() } else { writeArea() }
    writeEndings(areAreas ? [seriesIndicatorText].compactMap(\.self) : labels)
    if isAcross {
      writeIgnored(others.filter { !periodHeaders.contains($0) }.map { ($0, seen($0)) })
    }
  }

  private func namesAreas(_ labels: [String], header: String) -> Bool {
    if ["地区", "省份", "省市", "城市", "镇街", "市县"].contains(header) { return true }
    let areas = labels.count { label in
      let folded = RowLabel.folded(label)
      return table.names?.areas[folded] != nil
        || ["省", "市", "区", "县", "镇"].contains { folded.hasSuffix($0) }
    }
    return !labels.isEmpty && areas * 2 > labels.count
  }

  // MARK: - The indicator

  private static let indicatorLabels = ["指标", "指标名称"]

  private var seriesIndicatorText: String? {
    ProposedField.find(Self.indicatorLabels, table.guess.preamble)?.text ?? table.title?.words
  }

  private mutating func writeSeriesIndicator() {
    if let field = ProposedField.find(Self.indicatorLabels, table.guess.preamble) {
      proposal.add(
        "indicator: {field: \(YAMLText.list([field.label]))}",
        Remark("indicator_field", ["text": field.text]))
      return
    }
    if let found = table.indicatorOfTitle {
      proposal.add("indicator: \(found.id)", Remark("indicator_of_title", ["name": found.name.zh]))
      return
    }
    proposal.add("indicator: \(proposal.placeholder(for: ""))", Remark("no_table_indicator"))
  }

  // MARK: - Endings

  /// What the National Bureau's names end with; the longest that fits counts.
  private static let endings: [(text: String, basis: Basis, measure: Measure)] = [
    ("累计同比增长", .ytd, .yoy), ("当期同比增长", .month, .yoy), ("当月同比增长", .month, .yoy),
    ("累计增长", .ytd, .yoy), ("累计增速", .ytd, .yoy), ("同比增长", .month, .yoy), ("同比增速", .month, .yoy),
    ("累计值", .ytd, .level), ("累计额", .ytd, .level), ("当期值", .month, .level), ("当月值", .month, .level),
    ("指数", .month, .level),
  ]

  private mutating func writeEndings(_ labels: [String]) {
    var counts: [Int: Int] = [:]
    var plain = 0
    for label in labels {
      let words = RowLabel.folded(label)
      let found = Self.endings.firstIndex { words.hasSuffix($0.text) }
      if let found, table.indicator(label) == nil {
        counts[found, default: 0] += 1
      } else {
        plain += 1
      }
    }
    proposal.addBlank()
    proposal.add("endings:", Remark("endings"))
    for (index, count) in counts.sorted(by: { $0.key < $1.key }) {
      let ending = Self.endings[index]
      proposal.add(
        "  - {text: \(ending.text), basis: \(ending.basis.rawValue), measure: \(ending.measure.rawValue)}",
        Remark("ending", ["count": String(count)]))
    }
    if plain > 0 || counts.isEmpty {
      proposal.add(
        "  - {basis: ytd, measure: level}", Remark("ending_none", ["count": String(plain)]))
    }
    writeUnknownLabels(labels)
  }

  /// Labels that the workspace has no indicator for.
  private mutating func writeUnknownLabels(_ labels: [String]) {
    guard let names = table.names else { return }
    let endings = Self.endings.map {
      SeriesLayout.Ending(text: $0.text, basis: $0.basis, measure: $0.measure)
    }
    let unknown = labels.filter { SeriesIndicator($0, endings: endings, names: names) == nil }
    guard let example = unknown.first else { return }
    proposal.add(
      "",
      Remark(
        "unknown_labels",
        ["count": String(unknown.count), "all": String(labels.count), "example": example]))
  }
}
