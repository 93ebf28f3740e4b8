// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Where the columns of a sheet with one row a unit stand, found from its header.
struct UnitRowsColumns {
  struct Value {
    let column: Int
    let header: String
    /// `ReturnSlot.index`.
    let slot: Int
    let basis: Basis
    let unit: UnitOfMeasure
    let isRequired: Bool
  }

  /// One for each of `values`; both in the order of columns.
  private(set) var places: [PlainRows.Place] = []
  private(set) var unit = 0
  private(set) var industry = 0
  private(set) var period: Int?
  private(set) var values: [Value] = []
  /// False where a required column is missing or in doubt: then every row is rejected.
  private(set) var isUsable = true
  let unitHeaders: [String]
  let sheetPeriod: Period?

  private let context: SheetContext
  private let known: Set<String>

  init(_ layout: UnitRowsLayout, _ context: SheetContext) {
    self.context = context
    unitHeaders = layout.unit
    known = layout.knownHeaders
    sheetPeriod = context.preamble.period(context.layout.period)
    let tableUnits = context.tableUnits()
    if tableUnits == nil { isUsable = false }
    unit = key(layout.unit)
    industry = key(layout.industry)
    period = context.header.first(of: layout.period)?.column
    if period == nil, sheetPeriod == nil {
      context.report(.noPeriod, at: context.header.location)
      isUsable = false
    }
    for value in layout.values { find(value, tableUnits ?? []) }
    values.sort { $0.column < $1.column }
    places = values.map { value in
      PlainRows.Place(
        column: value.column, slot: value.slot, exponent: value.unit.exponent,
        isOptionalInFirstMonths: value.basis == .month && !value.isRequired)
    }
    let headers = layout.unit + layout.industry + layout.period + layout.values.map(\.header)
    if context.reportRepeated(among: Set(headers)) { isUsable = false }
    context.reportUnknownColumns(used: [], known: known)
  }

  private mutating func key(_ alternatives: [String]) -> Int {
    if let found = context.header.first(of: alternatives) { return found.column }
    reportMissing(alternatives.first ?? "", code: .missingColumn)
    isUsable = false
    return 0
  }

  /// The unit is the header's, else that of a line above the table, else the layout's.
  ///
  /// A form has its unit of measure by law, so a line above it that says another is an error; a
  /// column that says its own is believed.
  private mutating func find(_ value: UnitRowsLayout.Value, _ tableUnits: [UnitOfMeasure]) {
    guard let found = context.header.first(of: [value.header]) else {
      reportMissing(value.header, code: value.isRequired ? .missingColumn : .absentColumn)
      if value.isRequired { isUsable = false }
      return
    }
    let ofTable = tableUnits.first { $0.dimension == value.unit.dimension }
    let unit = found.unit ?? ofTable ?? value.unit
    let contradicts = found.unit == nil && ofTable.map { $0 != value.unit } ?? false
    guard unit.dimension == value.unit.dimension, !contradicts else {
      context.report(
        .contradictoryUnitOfMeasure, at: context.header.location(of: found), raw: found.text,
        ["unit": unit.symbol, "expected": value.unit.symbol])
      isUsable = false
      return
    }
    values.append(
      Value(
        column: found.column, header: found.text, slot: value.slot.index, basis: value.slot.basis,
        unit: unit, isRequired: value.isRequired))
  }

  private func reportMissing(_ name: String, code: FindingCode) {
    let near = context.header.nearest(to: name, notAmong: known)
    context.report(
      code, at: context.header.location, ["header": name, "suggestion": near ?? ""])
  }

  /// Where each slot stands, for tracing.
  func table(_ context: SheetContext, form: String, population: Population) -> SheetTable {
    var columns = [Int32](repeating: 0, count: context.contents.lookups.slots)
    var units = [UnitOfMeasure?](repeating: nil, count: columns.count)
    for value in values {
      columns[value.slot] = Int32(truncatingIfNeeded: value.column)
      units[value.slot] = value.unit
    }
    return SheetTable(
      file: context.file, sheet: context.sheet, form: form, population: population,
      columns: columns, units: units)
  }
}
