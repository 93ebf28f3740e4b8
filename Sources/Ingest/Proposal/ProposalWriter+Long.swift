// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: long`.
extension ProposalWriter {
  /// Key, headers that say it, and what the column's cells must be for it.
  private func column(_ headers: [String]) -> Header.Column? {
    headers.lazy.compactMap { header in table.columns.first { $0.words == header } }.first
  }

  /// The column that names indicators: by its header, or because the workspace knows its texts.
  var longIndicator: Header.Column? {
    let named = column(["indicator", "指标", "指标名称", "指标代码"])
    guard let names = table.names else { return named }
    let known = table.columns.first { column in
      let texts = table.counts(column).distinct
      return !texts.isEmpty && column != table.period
        && texts.count { names.indicators[RowLabel.folded($0)] != nil } * 2 > texts.count
    }
    return known ?? named
  }

  var longValue: Header.Column? {
    column(["obs_value", "value", "数值", "指标值", "值"])
      ?? table.columns.last {
        $0 != table.period && table.counts($0).isNumeric && !isCodeColumn($0)
      }
  }

  private var longArea: Header.Column? {
    let named = column(["ref_area", "地区", "area", "geo", "省份"])
    guard let names = table.names else { return named }
    return table.columns.first { column in
      let texts = table.counts(column).distinct
      return !texts.isEmpty
        && texts.count { names.areas[RowLabel.folded($0)] != nil } * 2 > texts.count
    } ?? named
  }

  private var longUnit: Header.Column? {
    column(["unit_measure", "计量单位", "单位", "unit", "uom"])
      ?? table.columns.first { table.counts($0).isOfUnitsOfMeasure }
  }

  mutating func writeLong() {
    let keys: [(key: String, column: Header.Column?)] = [
      ("indicator", longIndicator), ("area", longArea),
      ("sector", column(["activity", "行业", "行业名称", "口径"])), ("period", table.period),
      ("value", longValue), ("unit", longUnit), ("multiplier", column(["unit_mult"])),
    ]
    var used: Set<Int> = []
    proposal.addBlank()
    proposal.add("keys:")
    for (key, column) in keys {
      guard let column, used.insert(column.column).inserted else { continue }
      proposal.add(
        "  \(key): \(YAMLText.list([words(column)]))", seen(column, isValue: key == "value"))
    }
    let rest = table.columns.filter { !used.contains($0.column) }
    let dimensions = longIndicator == nil ? rest.filter(isDimension) : []
    if longIndicator == nil { writeLongSeries(dimensions) } else { writeLongMeasure() }
    writeCodes()
    writeIgnored(rest.filter { !dimensions.contains($0) }.map { ($0, seen($0)) })
  }

  /// What SDMX and others say of an observation without telling it from another.
  private static let attributes: Set<String> = [
    "obs_status", "obs_flag", "conf_status", "conf_status_obs", "title", "decimals", "status",
    "symbol", "terminated", "updated", "last_update", "lastupdate", "vector", "coordinate",
  ]

  private func isDimension(_ column: Header.Column) -> Bool {
    (2...500).contains(table.counts(column).distinct.count)
      && !Self.attributes.contains(column.words)
  }

  /// What the file's own codes of units and areas mean, where they are none of ours.
  private mutating func writeCodes() {
    let units = longUnit.map { table.counts($0).distinct } ?? []
    let unknownUnits = units.filter { UnitOfMeasure(HeaderText.folded($0)) == nil }
    let areas = longArea.map { table.counts($0).distinct } ?? []
    let unknownAreas = areas.filter { table.names?.areas[RowLabel.folded($0)] == nil }
    guard !(unknownUnits + unknownAreas).isEmpty else { return }
    proposal.addBlank()
    proposal.add("codes:", Remark("codes"))
    for (key, texts, meaning) in [
      ("unit", unknownUnits, LayoutProposal.unknownUnit), ("area", unknownAreas, "TODO_AREA"),
    ] where !texts.isEmpty {
      proposal.add("  \(key):", Remark("distinct", ["count": String(texts.count)]))
      for text in texts.prefix(50) {
        proposal.add("    \(YAMLText.scalar(text)): \(meaning)")
      }
    }
  }

  private mutating func writeLongMeasure() {
    proposal.add("basis: ytd", Remark("basis_assumed"))
    proposal.add("measure: level", Remark("measure_assumed"))
  }

  /// Nothing names the indicator: which rows are of which, by the columns that tell rows apart.
  private mutating func writeLongSeries(_ dimensions: [Header.Column]) {
    proposal.addBlank()
    proposal.add("series:", Remark("long_series"))
    let id = proposal.placeholder(for: "")
    proposal.add("  - indicator: \(id)", Remark("no_table_indicator"))
    proposal.add("    basis: ytd", Remark("basis_assumed"))
    proposal.add("    measure: level", Remark("measure_assumed"))
    guard !dimensions.isEmpty else { return }
    proposal.add("    where:", Remark("long_where"))
    for column in dimensions.prefix(12) {
      let texts = table.counts(column).distinct
      proposal.add(
        "      \(YAMLText.scalar(words(column))): \(YAMLText.scalar(texts.first ?? ""))",
        Remark("distinct", ["count": String(texts.count)]))
    }
  }
}
