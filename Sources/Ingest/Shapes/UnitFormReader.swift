// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads a sheet that is one unit's form, such as the B204-1 page: header fields above, a row an
/// indicator, and perhaps a block of rows by class.
final class UnitFormReader: SheetReader {
  private struct Part {
    let column: Int
    let header: String
    let part: ValuePart
    let unit: UnitOfMeasure?
  }

  private let layout: UnitFormLayout
  private var context: SheetContext
  private let keys: UnitFormKeys
  private let tableUnits: [UnitOfMeasure]
  private var labelColumn = 0
  private var codeColumn: Int?
  private var unitColumn: Int?
  private var parts: [Part] = []
  private var isUsable = true
  private var steps = NumberStepCounts()
  private var hasError = false
  private var values: [ObservedValue?]
  private var rows: [Int32]
  private var columns: [Int32]
  private var units: [UnitOfMeasure?]
  private var found: Set<Int> = []
  private var firstRow: (row: Int, line: Int?)?
  /// By slot: the sums of the block by class, and where each began.
  private var blockSums: [Int: (sum: Ratio, first: Location)] = [:]

  var wantedColumns: ColumnSelection? { nil }
  private(set) var counts = RowCounts()
  private(set) var periods: Set<Period> = []

  init(_ layout: UnitFormLayout, _ context: SheetContext) {
    self.layout = layout
    self.context = context
    keys = UnitFormKeys(layout, context)
    self.context.unit = keys.unit
    let units = context.tableUnits(period: keys.period)
    tableUnits = units ?? []
    let slots = context.contents.lookups.slots
    values = Array(repeating: nil, count: slots)
    rows = Array(repeating: 0, count: slots)
    columns = Array(repeating: 0, count: slots)
    self.units = Array(repeating: nil, count: slots)
    isUsable = units != nil && keys.areWhole
    findColumns()
  }

  private func findColumns() {
    labelColumn = context.header.first(of: layout.label)?.column ?? 0
    codeColumn = context.header.first(of: layout.code)?.column
    unitColumn = context.header.first(of: layout.unitOfMeasure)?.column
    for (part, headers) in layout.columns {
      guard let column = context.header.first(of: headers) else {
        context.report(
          .absentColumn, at: context.header.location, period: keys.period,
          ["header": headers[0], "suggestion": ""])
        continue
      }
      parts.append(
        Part(column: column.column, header: column.text, part: part, unit: column.unit))
    }
    if labelColumn == 0 || parts.isEmpty { isUsable = false }
    let known =
      layout.code + layout.label + layout.unitOfMeasure + layout.columns.flatMap(\.headers)
    if context.reportRepeated(among: Set(known), period: keys.period) { isUsable = false }
    context.reportUnknownColumns(
      used: Set(parts.map(\.column)), known: Set(known), period: keys.period)
  }

  // MARK: - Rows

  func read(_ row: borrowing Row) {
    let label = RowLabel.folded(CellText.trimmed(row.text(at: labelColumn)))
    let code = codeColumn.map { HeaderText.folded(row.text(at: $0)) } ?? ""
    guard isData(row, label), !layout.ignored.contains(label) else {
      counts.passedOver += 1
      return
    }
    if firstRow == nil { firstRow = (row.number, row.line) }
    if let value = value(ofRow: label, code: code, row) { return read(value, row) }
    if let indicator = layout.industries, context.definitions.classification.isClass(code) {
      return readPart(of: indicator, code, row)
    }
    report(.unknownRow, row, labelColumn, row.text(at: labelColumn), ["suggestion": ""])
    counts.passedOver += 1
  }

  /// Whether the row has a value, and is no note, head or numbering of columns.
  private func isData(_ row: borrowing Row, _ label: String) -> Bool {
    guard label != HeaderText.columnNumbering, !context.isNote(row) else { return false }
    for part in parts {
      guard let cell = row.cell(at: part.column) else { continue }
      switch NumberText.read(cell, of: row, marks: context.layout.marks) {
      case .number, .notANumber, .tooManyDigits, .missing(.errorValue): return true
      case .missing: continue
      }
    }
    return false
  }

  /// The layout's value that the row is: by its code, where the layout gives one, else its label.
  private func value(
    ofRow label: String, code: String, _ row: borrowing Row
  ) -> UnitFormLayout.Value? {
    let plainCode = Self.withoutZeros(code)
    let byCode = layout.values.first { $0.code.map(Self.withoutZeros) == plainCode }
    if let byCode {
      if let words = byCode.label, !label.contains(words) {
        report(
          .rowRenumbered, row, codeColumn ?? labelColumn, row.text(at: labelColumn),
          ["code": code, "expected": words])
        return nil
      }
      return byCode
    }
    return layout.values.first { value in
      value.code == nil && value.label.map(label.contains) ?? false
    }
  }

  /// A spreadsheet turns the row's code `01` into the number 1. Classes keep their four digits.
  private static func withoutZeros(_ code: String) -> Substring {
    code.count < 4 ? code.drop { $0 == "0" } : code[...]
  }

  private func read(_ value: UnitFormLayout.Value, _ row: borrowing Row) {
    guard found.insert(value.indicator).inserted else {
      report(.repeatedRow, row, labelColumn, row.text(at: labelColumn))
      return
    }
    guard let unit = rowUnit(value.unit, row) else { return }
    for part in parts {
      let slot = part.part.slot(of: value.indicator).index
      rows[slot] = Int32(truncatingIfNeeded: row.number)
      columns[slot] = Int32(truncatingIfNeeded: part.column)
      units[slot] = part.unit ?? unit
      values[slot] = number(part, unit, row, isRequired: value.required.contains(part.part))
    }
  }

  /// The unit that the row's own column states, or a line above the table, else the layout's. The
  /// form has its unit by law: another one is an error.
  private func rowUnit(_ expected: UnitOfMeasure, _ row: borrowing Row) -> UnitOfMeasure? {
    var stated = tableUnits.first { $0.dimension == expected.dimension }
    var column = labelColumn
    if let unitColumn {
      let text = HeaderText.folded(row.text(at: unitColumn))
      if let unit = UnitOfMeasure(text) {
        stated = unit
        column = unitColumn
      } else if case .notANumber = NumberText.read(text, marks: context.layout.marks) {
        report(.unknownUnitOfMeasure, row, unitColumn, text)
        return nil
      }
    }
    guard let stated, stated != expected else { return expected }
    report(
      .contradictoryUnitOfMeasure, row, column, stated.symbol,
      ["unit": stated.symbol, "expected": expected.symbol])
    return nil
  }

  private func number(
    _ part: Part, _ unit: UnitOfMeasure, _ row: borrowing Row, isRequired: Bool
  ) -> ObservedValue {
    let errors = context.contents.findings.errorCount
    let value = context.unitValue(
      row.cell(at: part.column), row,
      as: UnitValueCell(
        column: part.column, header: part.header, unit: part.unit ?? unit, basis: part.part.basis,
        isRequired: isRequired), keys.period, &steps)
    if context.contents.findings.errorCount > errors { hasError = true }
    return value
  }

  /// A row of the block by class: a part of the indicator's value.
  private func readPart(of indicator: Int, _ code: String, _ row: borrowing Row) {
    let unit = layout.values.first { $0.indicator == indicator }?.unit ?? .yuan
    for part in parts {
      let slot = part.part.slot(of: indicator).index
      guard case .known(let value) = number(part, unit, row, isRequired: false) else { continue }
      let place = context.location(row: row.number, line: row.line, column: part.column)
      accept(value, of: indicator, part.part, code, at: place)
      let before = blockSums[slot]
      guard let sum = try? (before?.sum ?? .zero).adding(Ratio(value)) else { continue }
      blockSums[slot] = (sum, before?.first ?? place)
    }
  }

  private func accept(
    _ value: ExactDecimal, of indicator: Int, _ part: ValuePart, _ code: String, at place: Location
  ) {
    guard let unit = keys.unit, let period = keys.period else { return }
    let definition = context.definitions.indicators[indicator]
    context.contents.acceptPart(
      Observation(
        subject: .unitPart(unit, industry: code), indicator: definition.id, period: period,
        basis: part.basis, side: part.side, value: .known(value),
        unit: UnitOfMeasure(definition.unit.dimension), location: place))
  }

  private func report(
    _ code: FindingCode, _ row: borrowing Row, _ column: Int, _ raw: String,
    _ arguments: [String: String] = [:]
  ) {
    if code.severity == .error { hasError = true }
    context.report(
      code, at: context.location(row: row.number, line: row.line, column: column),
      period: keys.period, raw: CellText.trimmed(raw), arguments)
  }

  // MARK: - The end

  func finish() {
    steps.report(context)
    checkBlock()
    reportAbsentRows()
    guard let firstRow else { return }
    guard isUsable, !hasError, let period = keys.period, let unit = keys.unit,
      let industry = keys.industry
    else {
      counts.rejected += 1
      return
    }
    let reference = context.contents.units.reference(to: unit)
    guard keys.check(reference, context) else {
      counts.rejected += 1
      return
    }
    let table = context.contents.add(
      SheetTable(
        file: context.file, sheet: context.sheet, form: context.layout.form,
        population: layout.population, columns: columns, rows: rows, units: units))
    let source = ReturnSource(
      table: table, row: Int32(truncatingIfNeeded: firstRow.row),
      line: Int32(truncatingIfNeeded: firstRow.line ?? 0))
    let returns = context.contents.returns(of: period)
    let row = returns.add(reference, industry: industry, source: source)
    for (slot, value) in values.enumerated() {
      if let value { returns.set(row, slot: slot, value) }
    }
    periods.insert(period)
    counts.accepted += 1
    context.contents.note(context, of: period)
  }

  private func reportAbsentRows() {
    guard firstRow != nil else { return }
    for value in layout.values where !found.contains(value.indicator) {
      if !value.required.isEmpty { hasError = true }
      context.report(
        value.required.isEmpty ? .absentRow : .missingRow, at: context.header.location,
        period: keys.period,
        ["row": [value.code, value.label].compactMap(\.self).joined(separator: " ")])
    }
  }

  /// The rows by class add up to the row of the whole.
  private func checkBlock() {
    for (slot, block) in blockSums.sorted(by: { $0.key < $1.key }) {
      guard case .known(let whole)? = values[slot], Ratio(whole) != block.sum else { continue }
      context.report(
        .partsDiffer, at: block.first, period: keys.period,
        ["sum": block.sum.exactText, "whole": whole.description])
    }
  }
}
