// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads values over time, such as the National Bureau's export in its three orientations.
final class SeriesReader: SheetReader {
  /// What a column or a row is of.
  private enum Meaning {
    case indicator(SeriesIndicator)
    case area(String)
    case period(SeriesPeriod)
  }

  /// A period whose row is no period, until the next row's tells what it may be.
  private struct Doubt {
    let place: Location
    let text: String
    let after: Period?
  }

  private let layout: SeriesLayout
  private let context: SheetContext
  private let names: LabelNames
  private var labelColumn = 0
  private var columns: [(column: Int, header: String, meaning: Meaning)] = []
  private var fixedIndicator: SeriesIndicator?
  private var fixedArea: String?
  private var tableUnits: [UnitOfMeasure] = []
  private var isUsable = true
  private var steps = NumberStepCounts()
  private var lastPeriod: Period?
  private var doubt: Doubt?

  var wantedColumns: ColumnSelection? { nil }
  private(set) var counts = RowCounts()
  private(set) var periods: Set<Period> = []

  init(_ layout: SeriesLayout, _ context: SheetContext) {
    self.layout = layout
    self.context = context
    names = context.contents.names
    if let units = context.tableUnits() { tableUnits = units } else { isUsable = false }
    findFixed()
    findColumns()
  }

  // MARK: - The header

  private func findFixed() {
    let axes = [layout.rows, layout.columns]
    if !axes.contains(.areas) {
      fixedArea = context.area()
      if fixedArea == nil { isUsable = false }
    }
    if !axes.contains(.indicators) {
      fixedIndicator = readFixedIndicator()
      if fixedIndicator == nil { isUsable = false }
    }
  }

  private func readFixedIndicator() -> SeriesIndicator? {
    switch layout.indicator {
    case .id(let id)?: return indicator(id)
    case .field(let labels)?:
      guard let field = context.preamble.field(labels) else {
        context.report(
          .missingField, at: context.header.location, ["field": labels.first ?? ""])
        return nil
      }
      if let found = indicator(field.text) { return found }
      reportUnknown(
        field.text,
        at: context.location(row: field.row.number, line: field.row.line, column: field.column))
      return nil
    case nil: return nil
    }
  }

  private func indicator(_ text: String) -> SeriesIndicator? {
    SeriesIndicator(text, endings: layout.endings, names: names)
  }

  private func findColumns() {
    labelColumn = context.header.first(of: layout.label)?.column ?? 0
    if labelColumn == 0 { isUsable = false }
    for column in context.header.columns
    where column.column != labelColumn && !layout.ignored.contains(column.words) {
      if let meaning = meaning(of: column.text, layout.columns) {
        columns.append((column.column, column.text, meaning))
      } else {
        reportUnknown(column.text, at: context.header.location(of: column), axis: layout.columns)
      }
    }
    if columns.isEmpty { isUsable = false }
  }

  private func meaning(of text: String, _ axis: SeriesLayout.Axis) -> Meaning? {
    switch axis {
    case .periods: SeriesPeriod(text).map { .period($0) }
    case .areas: names.areas[RowLabel.folded(text)].map { .area($0) }
    case .indicators: indicator(text).map { .indicator($0) }
    }
  }

  private func reportUnknown(
    _ text: String, at place: Location, axis: SeriesLayout.Axis = .indicators
  ) {
    let label = RowLabel.folded(text)
    switch axis {
    case .periods: context.report(.badPeriod, at: place, raw: text, ["suggestion": ""])
    case .areas:
      context.report(
        .unknownArea, at: place, raw: text,
        ["suggestion": context.contents.suggestions.near(label, among: names.areas.keys)])
    case .indicators:
      context.report(
        .unknownRow, at: place, raw: text,
        ["suggestion": context.contents.suggestions.near(label, among: names.indicators.keys)])
    }
  }

  // MARK: - A row

  func read(_ row: borrowing Row) {
    let text = CellText.trimmed(row.text(at: labelColumn))
    guard hasValues(row), !context.isNote(row), !layout.skipped.contains(RowLabel.folded(text))
    else {
      counts.passedOver += 1
      return
    }
    if let cell = context.numberBeyond(row) {
      context.report(
        .valueWithoutHeader,
        at: context.location(row: row.number, line: row.line, column: cell.column),
        raw: row.text(of: cell))
      counts.rejected += 1
      return
    }
    guard isUsable, let meaning = meaning(ofRow: text, row) else {
      counts.rejected += 1
      return
    }
    var isRight = true
    for column in columns {
      guard let cell = row.cell(at: column.column) else { continue }
      if !observe(cell, row, header: column.header, [meaning, column.meaning]) { isRight = false }
    }
    if isRight { counts.accepted += 1 } else { counts.rejected += 1 }
  }

  private func hasValues(_ row: borrowing Row) -> Bool {
    for cell in row.cells where cell.column != labelColumn {
      if !CellText.trimmed(row.text(of: cell)).isEmpty { return true }
    }
    return false
  }

  private func meaning(ofRow text: String, _ row: borrowing Row) -> Meaning? {
    let place = context.location(row: row.number, line: row.line, column: labelColumn)
    let meaning = meaning(of: text, layout.rows)
    guard layout.rows == .periods else {
      if meaning == nil { reportUnknown(text, at: place, axis: layout.rows) }
      return meaning
    }
    if case .period(let period)? = meaning {
      settleDoubt(before: period.calendar)
      lastPeriod = period.calendar
    } else {
      settleDoubt(before: nil)
      doubt = Doubt(place: place, text: text, after: lastPeriod)
    }
    return meaning
  }

  /// October typed as a decimal became `2019.1`: between September and November that is plain.
  private func settleDoubt(before: Period?) {
    guard let doubt else { return }
    self.doubt = nil
    let near = Period.suggested(for: doubt.text, after: doubt.after, before: before)
    context.report(
      .badPeriod, at: doubt.place, raw: doubt.text, ["suggestion": near?.description ?? ""])
  }

  private func observe(
    _ cell: Cell, _ row: borrowing Row, header: String, _ meanings: [Meaning]
  ) -> Bool {
    var (indicator, area, spoken) = (fixedIndicator, fixedArea, SeriesPeriod?.none)
    for meaning in meanings {
      switch meaning {
      case .indicator(let found): indicator = found
      case .area(let found): area = found
      case .period(let found): spoken = found
      }
    }
    guard let indicator, let area, let spoken else { return false }
    guard let period = spoken.period(of: indicator.indicator) else {
      if CellText.trimmed(row.text(of: cell)).isEmpty { return true }
      context.report(
        .januaryAlone,
        at: context.location(row: row.number, line: row.line, column: cell.column),
        raw: row.text(of: cell),
        [
          "indicator_zh": indicator.indicator.name.zh,
          "indicator_en": indicator.indicator.name.en,
        ])
      return true
    }
    let observed = ObservedCell(
      area: area, indicator: indicator.indicator, sector: "total", basis: indicator.basis,
      measure: indicator.measure, period: period, header: header,
      unit: indicator.unit(tableUnits))
    guard context.observe(cell, of: row, as: observed, &steps) else { return false }
    periods.insert(period)
    return true
  }

  func finish() {
    settleDoubt(before: nil)
    steps.report(context)
  }
}

/// A period as a header of a series speaks of it.
struct SeriesPeriod {
  /// For what is surveyed by survey period; `nil` for January alone.
  private let survey: Period?
  /// For what has calendar months.
  let calendar: Period

  /// - Returns: `nil` where the text is no period.
  init?(_ text: String) {
    guard let calendar = Period.asSpoken(text, calendarMonths: true) else { return nil }
    self.calendar = calendar
    survey = Period.asSpoken(text)
  }

  func period(of indicator: Indicator) -> Period? {
    indicator.hasCalendarMonths ? calendar : survey
  }
}

/// What the label of a series says: indicator, basis, measure, unit of measure.
struct SeriesIndicator {
  let indicator: Indicator
  let basis: Basis
  let measure: Measure
  private let stated: UnitOfMeasure?

  /// - Returns: `nil` where no indicator has that name, with or without one of the endings.
  init?(_ text: String, endings: [SeriesLayout.Ending], names: LabelNames) {
    let (label, unit) = RowLabel.split(text)
    // An index has its base in brackets, which is part of its name.
    let whole = names.indicators[label] ?? names.indicators[HeaderText.folded(text)]
    if let whole {
      let ending = endings.first { $0.text.isEmpty }
      self.init(whole, ending?.basis ?? .ytd, ending?.measure ?? .level, unit)
      return
    }
    for ending in endings where !ending.text.isEmpty && label.hasSuffix(ending.text) {
      if let indicator = names.indicators[String(label.dropLast(ending.text.count))] {
        self.init(indicator, ending.basis, ending.measure, unit)
        return
      }
    }
    return nil
  }

  private init(
    _ indicator: Indicator, _ basis: Basis, _ measure: Measure, _ stated: UnitOfMeasure?
  ) {
    self.indicator = indicator
    self.basis = basis
    self.measure = measure
    self.stated = stated
  }

  /// What the numbers count: as the label says, else a line above the table, else the indicator's
  /// own unit.
  func unit(_ tableUnits: [UnitOfMeasure]) -> UnitOfMeasure {
    guard measure == .level else { return measure.rateUnit }
    return stated ?? tableUnits.first { $0.dimension == indicator.unit.dimension } ?? indicator.unit
  }
}
