// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: bureau-table`.
extension ProposalWriter {
  mutating func writeBureauTable() {
    writePeriod()
    proposal.addBlank()
    writeRows()
    if let label = table.label {
      proposal.add("label: \(YAMLText.list([words(label)]))", seen(label))
    }
    let code = table.columns.first { $0.words.contains("代码") && $0 != table.label }
    if let code { proposal.add("code: \(YAMLText.list([words(code)]))", seen(code)) }
    let columns = table.columns.filter { column in
      column != table.label && column != code && table.counts(column).isNumeric
        && !isCodeColumn(column)
    }
    writeTableUnit(columns)
    writeMeasures(columns)
    let others = table.columns.filter { column in
      column != table.label && column != code && !columns.contains(column)
    }
    writeIgnored(others.map { ($0, seen($0)) })
  }

  /// What the labels name, by the workspace's names; without one, by how they end.
  private mutating func writeRows() {
    let labels = table.label.map { table.counts($0).distinct } ?? []
    let folded = labels.map(RowLabel.folded)
    let counts = labelCounts(folded)
    let best = counts.max { $0.count < $1.count }
    let all = String(labels.count)
    guard let best, best.count > 0 else {
      let isIndustries = folded.count { $0.hasSuffix("业") } * 2 > folded.count
      proposal.add(
        "rows: \(isIndustries ? "industries" : "indicators")", Remark("rows_guessed", ["all": all]))
      if isIndustries { writeTableIndicator(labels) }
      return
    }
    proposal.add(
      "rows: \(best.rows)",
      Remark("rows_\(best.rows)", ["count": String(best.count), "all": all]))
    if best.rows != "indicators" { writeTableIndicator(labels) }
  }

  /// In the order of preference where equally many fit.
  private func labelCounts(_ labels: [String]) -> [(rows: String, count: Int)] {
    guard let names = table.names else { return [] }
    let sectors = labels.count { names.sectors[$0] != nil }
    let either = labels.count { names.sectorOrCategory($0) != nil }
    return [
      ("industries", either > sectors ? either : 0), ("sectors", sectors),
      ("indicators", labels.count { names.indicators[$0] != nil }),
    ]
  }

  /// The one that all values are of: what the title names, else the first label that names one.
  private mutating func writeTableIndicator(_ labels: [String]) {
    if let found = table.indicatorOfTitle {
      proposal.add("indicator: \(found.id)", Remark("indicator_of_title", ["name": found.name.zh]))
    } else if let found = firstIndicator(in: labels) {
      proposal.add("indicator: \(found.id)", Remark("indicator_of_label", ["name": found.name.zh]))
    } else {
      proposal.add(
        "indicator: \(proposal.placeholder(for: ""))", Remark("no_table_indicator"))
    }
  }

  private func firstIndicator(in labels: [String]) -> Indicator? {
    for label in labels {
      if let found = table.indicator(in: label) { return found }
    }
    return nil
  }

  private mutating func writeTableUnit(_ columns: [Header.Column]) {
    let level = columns.lazy.filter { HeaderMeaning($0.words, unit: $0.unit).measure == .level }
      .compactMap(\.unit).first
    let ofRows = table.label.map { table.counts($0).distinct } ?? []
    let ofRow = ofRows.lazy.compactMap { RowLabel.split($0).unit }.first
    let (unit, why) = unit(table.statedUnit() ?? level ?? ofRow, of: nil)
    proposal.add(
      "unit: \(unit)",
      table.statedUnit().map { Remark("unit_line", ["unit": $0.symbol]) } ?? why)
  }

  private mutating func writeMeasures(_ columns: [Header.Column]) {
    proposal.addBlank()
    if columns.isEmpty { return proposal.add("columns: []", Remark("no_values")) }
    proposal.add("columns:")
    for column in columns {
      let meaning = HeaderMeaning(column.words, unit: column.unit)
      let header = YAMLText.list([words(column)])
      proposal.add(
        "  - {headers: \(header), basis: \(meaning.basis.rawValue), measure: \(meaning.measure.rawValue)}",
        meaning.isBasisStated ? seen(column, isValue: true) : Remark("basis_assumed"))
    }
  }
}
