// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads a sheet with one row an observation: long tables and SDMX.
final class LongReader: SheetReader {
  /// What a row's columns say it is of.
  private struct Keys {
    let indicator: Indicator
    let basis: Basis
    let measure: Measure
    let unit: UnitOfMeasure?
  }

  private let layout: LongLayout
  private let context: SheetContext
  private let names: LabelNames
  private var columns: [String: Int] = [:]
  private var series: [(series: LongLayout.Series, conditions: [(column: Int, texts: Set<String>)])]
  private var isUsable = true
  private var fixedArea: String?
  private var sheetPeriod: Period?
  private var steps = NumberStepCounts()
  /// Rows of other series, by what their key columns say: how many, and where the first stands.
  private var others: [String: (count: Int, first: Location)] = [:]
  private static let mostOthers = 1000

  var wantedColumns: ColumnSelection? { nil }
  private(set) var counts = RowCounts()
  private(set) var periods: Set<Period> = []

  init(_ layout: LongLayout, _ context: SheetContext) {
    self.layout = layout
    self.context = context
    names = context.contents.names
    series = []
    sheetPeriod = context.preamble.period(context.layout.period)
    findColumns()
  }

  private func findColumns() {
    let keys: [(String, [String])] = [
      ("indicator", layout.indicator), ("area", layout.area), ("sector", layout.sector),
      ("period", layout.period), ("value", layout.value), ("unit", layout.unitOfMeasure),
      ("multiplier", layout.multiplier),
    ]
    for (key, headers) in keys {
      if let column = context.header.first(of: headers) { columns[key] = column.column }
    }
    if columns["period"] == nil, sheetPeriod == nil {
      context.report(.noPeriod, at: context.header.location)
      isUsable = false
    }
    require("value", layout.value)
    if layout.series.isEmpty { require("indicator", layout.indicator) }
    if columns["area"] == nil {
      fixedArea = context.area()
      if fixedArea == nil { isUsable = false }
    }
    for one in layout.series { find(one) }
    if context.reportRepeated(among: layout.knownHeaders) { isUsable = false }
    context.reportUnknownColumns(used: Set(columns.values), known: layout.knownHeaders)
  }

  private func require(_ key: String, _ headers: [String]) {
    guard columns[key] == nil else { return }
    context.report(
      .missingColumn, at: context.header.location,
      ["header": headers.first ?? key, "suggestion": ""])
    isUsable = false
  }

  private func find(_ one: LongLayout.Series) {
    var conditions: [(Int, Set<String>)] = []
    for condition in one.conditions {
      guard let column = context.header.first(of: [condition.header]) else {
        context.report(
          .missingColumn, at: context.header.location,
          ["header": condition.header, "suggestion": ""])
        isUsable = false
        return
      }
      conditions.append((column.column, condition.texts))
    }
    series.append((one, conditions))
  }

  // MARK: - A row

  func read(_ row: borrowing Row) {
    guard !context.isNote(row), hasKeys(row) else {
      counts.passedOver += 1
      return
    }
    guard isUsable else {
      counts.rejected += 1
      return
    }
    switch keys(row) {
    case .other: counts.passedOver += 1
    case .unknown: counts.rejected += 1
    case .keys(let keys):
      if observe(row, keys) { counts.accepted += 1 } else { counts.rejected += 1 }
    }
  }

  private func hasKeys(_ row: borrowing Row) -> Bool {
    !text("period", row).isEmpty || !text("value", row).isEmpty
  }

  private func text(_ key: String, _ row: borrowing Row) -> String {
    columns[key].map { CellText.trimmed(row.text(at: $0)) } ?? ""
  }

  /// A code's meaning, where the layout gives one, else the text itself.
  private func meaning(_ key: String, _ row: borrowing Row) -> String {
    let text = text(key, row)
    return layout.codes[key]?[text] ?? text
  }

  private enum RowKeys {
    case keys(Keys)
    /// Of a series that the layout does not name.
    case other
    case unknown
  }

  private func keys(_ row: borrowing Row) -> RowKeys {
    guard layout.series.isEmpty else { return seriesKeys(row) }
    let text = meaning("indicator", row)
    if let found = SeriesIndicator(text, endings: [], names: names) {
      return .keys(
        Keys(
          indicator: found.indicator, basis: layout.basis, measure: layout.measure, unit: nil))
    }
    report(
      .unknownRow, row, "indicator", text,
      [
        "suggestion": context.contents.suggestions.near(
          RowLabel.folded(text), among: names.indicators.keys)
      ])
    return .unknown
  }

  private func seriesKeys(_ row: borrowing Row) -> RowKeys {
    for (one, conditions) in series {
      var fits = true
      for condition in conditions
      where !condition.texts.contains(CellText.trimmed(row.text(at: condition.column))) {
        fits = false
        break
      }
      if fits {
        return .keys(
          Keys(
            indicator: one.indicator, basis: one.basis, measure: one.measure, unit: one.unit))
      }
    }
    countOther(row)
    return .other
  }

  private func countOther(_ row: borrowing Row) {
    let keyColumns = Set(series.flatMap { $0.conditions.map(\.column) }).sorted()
    var texts: [String] = []
    for column in keyColumns { texts.append(CellText.trimmed(row.text(at: column))) }
    let key = texts.joined(separator: " ")
    let place = context.location(row: row.number, line: row.line)
    if let before = others[key] {
      others[key] = (before.count + 1, before.first)
    } else if others.count < Self.mostOthers {
      others[key] = (1, place)
    }
  }

  private func observe(_ row: borrowing Row, _ keys: Keys) -> Bool {
    guard let period = period(row, keys.indicator), let area = area(row),
      let sector = sector(row), let unit = unit(row, keys), let multiplier = multiplier(row)
    else { return false }
    guard let column = columns["value"] else { return false }
    let cell =
      row.cell(at: column) ?? Cell(column: column, kind: .text, start: 0, end: 0)
    let observed = ObservedCell(
      area: area, indicator: keys.indicator, sector: sector, basis: keys.basis,
      measure: keys.measure, period: period, header: layout.value.first ?? "", unit: unit,
      multiplier: multiplier)
    guard context.observe(cell, of: row, as: observed, &steps) else { return false }
    periods.insert(period)
    return true
  }

  private func period(_ row: borrowing Row, _ indicator: Indicator) -> Period? {
    guard columns["period"] != nil else { return sheetPeriod }
    let text = text("period", row)
    guard let spoken = SeriesPeriod(text) else {
      report(.badPeriod, row, "period", text, ["suggestion": ""])
      return nil
    }
    if let period = spoken.period(of: indicator) { return period }
    report(
      .januaryAlone, row, "period", text,
      ["indicator_zh": indicator.name.zh, "indicator_en": indicator.name.en])
    return nil
  }

  private func area(_ row: borrowing Row) -> String? {
    guard columns["area"] != nil else { return fixedArea }
    let label = RowLabel.folded(meaning("area", row))
    if let area = names.areas[label] { return area }
    report(
      .unknownArea, row, "area", text("area", row),
      ["suggestion": context.contents.suggestions.near(label, among: names.areas.keys)])
    return nil
  }

  private func sector(_ row: borrowing Row) -> String? {
    guard columns["sector"] != nil else { return "total" }
    let label = RowLabel.folded(meaning("sector", row))
    if let sector = names.sectorOrCategory(label) { return sector }
    report(
      .unknownRow, row, "sector", text("sector", row),
      ["suggestion": context.contents.suggestions.near(label, among: names.sectorsAndCategories)])
    return nil
  }

  private func unit(_ row: borrowing Row, _ keys: Keys) -> UnitOfMeasure? {
    if let unit = keys.unit { return unit }
    let text = meaning("unit", row)
    if text.isEmpty { return keys.measure.unit(of: keys.indicator) }
    if let unit = UnitOfMeasure(HeaderText.folded(text)) { return unit }
    report(.unknownUnitOfMeasure, row, "unit", text)
    return nil
  }

  /// SDMX's UNIT_MULT: the power of ten that the value is in.
  private func multiplier(_ row: borrowing Row) -> Int? {
    let text = text("multiplier", row)
    if text.isEmpty { return 0 }
    if let power = Int(text), (-15...15).contains(power) { return power }
    report(.notANumber, row, "multiplier", text, ["header": layout.multiplier.first ?? ""])
    return nil
  }

  private func report(
    _ code: FindingCode, _ row: borrowing Row, _ key: String, _ raw: String,
    _ arguments: [String: String] = [:]
  ) {
    context.report(
      code, at: context.location(row: row.number, line: row.line, column: columns[key]), raw: raw,
      arguments)
  }

  func finish() {
    steps.report(context)
    for (key, other) in others {
      context.report(
        .otherSeries, at: other.first, raw: key, ["count": String(other.count)])
    }
  }
}
