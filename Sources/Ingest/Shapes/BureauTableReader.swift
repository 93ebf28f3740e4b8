// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads a bureau's table: rows are sectors, industries or indicators, columns are measures.
final class BureauTableReader: SheetReader {
  private struct ValueColumn {
    let column: Int
    let header: String
    let basis: Basis
    let measure: Measure
    /// From the header, else a unit line, else the layout.
    let unit: UnitOfMeasure
    /// Whether the header itself says it.
    let isUnitStated: Bool
  }

  private let layout: BureauTableLayout
  private let context: SheetContext
  private let period: Period?
  private let area: String?
  private var labelColumn = 0
  private var codeColumn: Int?
  private var valueColumns: [ValueColumn] = []
  private var isUsable = true
  private var steps = NumberStepCounts()

  var wantedColumns: ColumnSelection? { nil }
  private(set) var counts = RowCounts()
  var periods: Set<Period> { counts.accepted > 0 ? Set([period].compactMap(\.self)) : [] }

  init(_ layout: BureauTableLayout, _ context: SheetContext) {
    self.layout = layout
    self.context = context
    period = context.preamble.period(context.layout.period)
    area = context.area()
    if period == nil { context.report(.noPeriod, at: context.header.location) }
    isUsable = period != nil && area != nil
    findColumns(tableUnit())
  }

  func finish() {
    steps.report(context)
    if let period { context.contents.note(context, of: period) }
  }

  // MARK: - The header

  private func tableUnit() -> UnitOfMeasure {
    guard let units = context.tableUnits(period: period) else {
      isUsable = false
      return layout.unit
    }
    return units.first { $0.dimension == layout.unit.dimension } ?? units.first ?? layout.unit
  }

  private func findColumns(_ tableUnit: UnitOfMeasure) {
    labelColumn = context.header.first(of: layout.label)?.column ?? 0
    codeColumn = context.header.first(of: layout.code)?.column
    for column in layout.columns {
      if let found = context.header.first(of: column.headers) { add(column, found, tableUnit) }
    }
    let known = layout.label + layout.code + layout.columns.flatMap(\.headers)
    if context.reportRepeated(among: Set(known), period: period) { isUsable = false }
    if labelColumn == 0 || valueColumns.isEmpty {
      let missing = labelColumn == 0 ? layout.label : layout.columns.flatMap(\.headers)
      context.report(
        .missingColumn, at: context.header.location, period: period,
        ["header": missing.first ?? "", "suggestion": ""])
      isUsable = false
    }
    let used = valueColumns.map(\.column) + [labelColumn] + [codeColumn].compactMap(\.self)
    context.reportUnknownColumns(
      used: Set(used), known: Set(layout.ignored + known), period: period)
  }

  private func add(
    _ column: BureauTableLayout.Column, _ found: Header.Column, _ tableUnit: UnitOfMeasure
  ) {
    let standard = column.measure == .level ? tableUnit : column.measure.rateUnit
    let unit = found.unit ?? standard
    // A pull may be headed (%) though it is in percentage points.
    let isSame =
      unit.dimension == standard.dimension
      || (column.measure != .level && unit.dimension == .percent)
    guard isSame else {
      context.report(
        .contradictoryUnitOfMeasure, at: context.header.location(of: found), period: period,
        raw: found.text, ["unit": unit.symbol, "expected": standard.symbol])
      isUsable = false
      return
    }
    valueColumns.append(
      ValueColumn(
        column: found.column, header: found.text, basis: column.basis, measure: column.measure,
        unit: column.measure == .level ? unit : standard, isUnitStated: found.unit != nil))
  }

  // MARK: - A row

  func read(_ row: borrowing Row) {
    let text = CellText.trimmed(row.text(at: labelColumn))
    let (label, unit) = RowLabel.split(text)
    if isUsable, let cell = context.numberBeyond(row) {
      context.report(
        .valueWithoutHeader,
        at: context.location(row: row.number, line: row.line, column: cell.column),
        period: period, raw: row.text(of: cell))
      counts.rejected += 1
      return
    }
    let isLeftOut = layout.skipped.contains(label) || label == HeaderText.columnNumbering
    guard hasValues(row), !isLeftOut, !context.isNote(row) else {
      counts.passedOver += 1
      return
    }
    guard isUsable, let period, let area, let (indicator, sector) = meaning(row, label, text)
    else {
      counts.rejected += 1
      return
    }
    var isRight = true
    for column in valueColumns {
      guard let cell = row.cell(at: column.column) else { continue }
      let isLevel = column.measure == .level
      let observed = ObservedCell(
        area: area, indicator: indicator, sector: sector, basis: column.basis,
        measure: column.measure, period: period, header: column.header,
        unit: isLevel ? unit ?? column.unit : column.unit,
        statedByColumn: isLevel && column.isUnitStated ? column.unit : nil)
      if !context.observe(cell, of: row, as: observed, &steps) { isRight = false }
    }
    if isRight { counts.accepted += 1 } else { counts.rejected += 1 }
  }

  /// Whether a value column holds something; any column, where the header names none of them.
  private func hasValues(_ row: borrowing Row) -> Bool {
    for cell in row.cells where cell.column != labelColumn && cell.column != codeColumn {
      let counts = valueColumns.isEmpty || valueColumns.contains { $0.column == cell.column }
      if counts, !CellText.trimmed(row.text(of: cell)).isEmpty { return true }
    }
    return false
  }

  /// What the row is of; `nil` with a finding where it names nothing known.
  private func meaning(
    _ row: borrowing Row, _ label: String, _ text: String
  ) -> (Indicator, sector: String)? {
    let names = context.contents.names
    let found: (Indicator, String)?
    let known: [String]
    switch layout.rows {
    case .sectors(let indicator):
      found = names.sectors[label].map { (indicator, $0) }
      known = Array(names.sectors.keys)
    case .industries(let indicator):
      let code = codeColumn.map { HeaderText.folded(row.text(at: $0)) } ?? ""
      let sector = names.sectorOrCategory(code.isEmpty ? label : code)
      found = (sector ?? names.sectorOrCategory(label)).map { (indicator, $0) }
      known = names.sectorsAndCategories
    case .indicators:
      found = names.indicators[label].map { ($0, "total") }
      known = Array(names.indicators.keys)
    }
    if let found { return found }
    context.report(
      .unknownRow, at: context.location(row: row.number, line: row.line, column: labelColumn),
      period: period, raw: text,
      ["suggestion": context.contents.suggestions.near(label, among: known)])
    return nil
  }
}
