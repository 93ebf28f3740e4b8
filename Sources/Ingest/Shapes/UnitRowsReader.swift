// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads a sheet with one row a unit, such as the flat B204-1.
///
/// Nearly all rows of all inputs come through here, so it works on bytes and makes no text of what
/// it understands.
final class UnitRowsReader: SheetReader {
  private let context: SheetContext
  private let columns: UnitRowsColumns
  private let period: PeriodCells
  /// Whether units are held against the register: not where the form is open to others.
  private let isRegistered: Bool
  private let units: UnitSearch
  private let classes: ClassNumbers
  private let table: Int32
  /// The header's last column.
  private let width: Int
  /// Whether no number and no blank stands for a missing value of its own, so that plain numbers need
  /// no second look.
  private let marksAreUsual: Bool
  private var steps = NumberStepCounts()

  // Unchecked where it changes with every row: one thread's, and no method calls another while it
  // changes them.
  @exclusivity(unchecked) private(set) var counts = RowCounts()
  @exclusivity(unchecked) private(set) var periods: Set<Period> = []
  @exclusivity(unchecked) private var plain: PlainRows
  /// The values of the row that is being read which are not plain, by slot.
  @exclusivity(unchecked) private var unusual: [(slot: Int, value: CellValue)] = []
  /// Those of the rows that `plain` keeps, by row of `open`.
  @exclusivity(unchecked) private var kept: [(row: Int, slot: Int, value: CellValue)] = []
  @exclusivity(unchecked) private var open: (period: Period, rows: ReturnRows)?
  @exclusivity(unchecked) private var hasError = false
  /// Of the row that is being read, for findings.
  @exclusivity(unchecked) private var unit: UnitCode?

  init(_ layout: UnitRowsLayout, _ context: SheetContext) {
    self.context = context
    let contents = context.contents
    columns = UnitRowsColumns(layout, context)
    period = PeriodCells(column: columns.period, sheetPeriod: columns.sheetPeriod)
    isRegistered = layout.population == .register && contents.units.hasRegister
    units = contents.units
    classes = contents.classes
    width = context.header.width
    marksAreUsual = context.layout.marks.keys.allSatisfy { !$0.isEmpty && Double($0) == nil }
    plain = PlainRows(columns.places)
    table = contents.add(
      columns.table(context, form: context.layout.form, population: layout.population))
  }

  var wantedColumns: ColumnSelection? {
    let keys = [columns.unit, columns.industry] + (columns.period.map { [$0] } ?? [])
    return ColumnSelection(keys + columns.values.map(\.column), width: context.header.width)
  }

  func finish() {
    writePlainRows()
    steps.report(context)
    // Also where all rows were rejected: a column that has moved may be why.
    if let period = columns.sheetPeriod ?? period.first {
      context.contents.note(context, of: period)
    }
  }

  // MARK: - A row

  func read(_ row: borrowing Row) {
    guard columns.isUsable else {
      // What changed since last period is said also where it makes every row unreadable.
      _ = period.read(row)
      if isReturn(row) || reference(row) != nil {
        counts.rejected += 1
      } else {
        counts.passedOver += 1
      }
      return
    }
    hasError = false
    let reference = reference(row)
    unit = reference?.code
    guard let reference else { return readWithoutUnit(row) }
    let period = period(row)
    let industry = industry(row, period)
    if isRegistered, !units.certainlyAgrees(reference, industry: industry) {
      check(units.check(reference, industry: industry, period: period), row, reference, period)
    }
    readValues(row, period)
    // Asked here, as it is hardly ever so.
    if let last = row.cells.last, last.column > width, let cell = context.numberBeyond(row) {
      report(.valueWithoutHeader, row, cell.column, raw: row.text(of: cell), period)
    }
    guard !hasError, let period, let industry else {
      counts.rejected += 1
      return
    }
    add(reference, industry, period, row)
    counts.accepted += 1
  }

  /// A row without a unit's code is a return that lacks it, or no return: a note, a signature.
  private func readWithoutUnit(_ row: borrowing Row) {
    guard !context.isNote(row), isReturn(row) else {
      counts.passedOver += 1
      return
    }
    report(
      .badUnitCode, row, columns.unit, raw: CellText.trimmed(row.text(at: columns.unit)), nil)
    counts.rejected += 1
  }

  private func add(
    _ unit: UnitReference, _ industry: Int16, _ period: Period, _ row: borrowing Row
  ) {
    let returns = returns(of: period)
    let source = ReturnSource(
      table: table, row: Int32(truncatingIfNeeded: row.number),
      line: Int32(truncatingIfNeeded: row.line ?? 0))
    let place = returns.add(unit, industry: industry, source: source)
    plain.keepRow()
    for (slot, value) in unusual { kept.append((place, slot, value)) }
  }

  /// Writes the rows that are kept into columns.
  private func writePlainRows() {
    guard let open else { return }
    open.rows.append(plain)
    plain.removeAll()
    for (row, slot, value) in kept { open.rows.set(row, slot: slot, value) }
    kept.removeAll(keepingCapacity: true)
  }

  private func isOpen(_ period: Period?) -> Bool {
    guard let open, let period else { return open == nil && period == nil }
    return open.period == period
  }

  private func returns(of period: Period) -> ReturnRows {
    if let open, open.period == period { return open.rows }
    let rows = context.contents.returns(of: period)
    periods.insert(period)
    open = (period, rows)
    return rows
  }

  private func report(
    _ code: FindingCode, _ row: borrowing Row, _ column: Int, raw: String, _ period: Period?,
    _ arguments: [String: String] = [:]
  ) {
    if code.severity == .error { hasError = true }
    let place = context.location(row: row.number, line: row.line, column: column)
    context.report(code, at: place, period: period, unit: unit, raw: raw, arguments)
  }

  /// Whether a row without a unit's code is a return nevertheless: it holds numbers or other
  /// texts as values, and is no note, line of signatures, numbering of columns or second header.
  private func isReturn(_ row: borrowing Row) -> Bool {
    let unit = HeaderText.folded(row.text(at: columns.unit))
    if unit == HeaderText.columnNumbering || columns.unitHeaders.contains(unit) { return false }
    var hasText = false
    for value in columns.values {
      guard let cell = row.cell(at: value.column) else { continue }
      switch NumberText.read(cell, of: row) {
      case .number, .tooManyDigits: return true
      case .missing(.empty): continue
      case .missing, .notANumber:
        if !HeaderText.folded(row.text(of: cell)).contains(":") { hasText = true }
      }
    }
    return hasText && !unit.contains(":")
  }

  // MARK: - Keys

  private func reference(_ row: borrowing Row) -> UnitReference? {
    guard let cell = row.cell(at: columns.unit) else { return nil }
    if let next = units.next(row.bytes, cell.start..<cell.end) { return next }
    if let code = UnitCode(row.bytes, from: cell.start, to: cell.end) {
      return units.reference(to: code)
    }
    let text = HeaderText.folded(row.text(of: cell))
    return text == HeaderText.columnNumbering
      ? nil : UnitCode(text).map { units.reference(to: $0) }
  }

  private func period(_ row: borrowing Row) -> Period? {
    switch period.read(row) {
    case .known(let period): return period
    case .unknown(let text):
      report(.badPeriod, row, columns.period ?? 1, raw: text, nil, ["suggestion": ""])
      return nil
    }
  }

  private func industry(_ row: borrowing Row, _ period: Period?) -> Int16? {
    guard let cell = row.cell(at: columns.industry) else {
      reportIndustry("", row, period)
      return nil
    }
    if let number = classes.number(row.bytes, cell.start..<cell.end) { return number }
    let text = CellText.trimmed(row.text(of: cell))
    if let number = classes[text] ?? classes[HeaderText.folded(text)] { return number }
    reportIndustry(text, row, period)
    return nil
  }

  private func reportIndustry(_ text: String, _ row: borrowing Row, _ period: Period?) {
    let near = context.contents.suggestions.near(
      HeaderText.folded(text), among: classes.classes)
    report(
      .unknownIndustry, row, columns.industry, raw: text, period, ["suggestion": near])
  }

  private func check(
    _ outcome: RegisterCheck, _ row: borrowing Row, _ unit: UnitReference, _ period: Period?
  ) {
    switch outcome {
    case .agrees: return
    case .unknown:
      report(.unknownUnit, row, columns.unit, raw: unit.code.description, period)
    case .outside(let from, let until):
      report(
        .outsidePopulation, row, columns.unit, raw: unit.code.description, period,
        ["enters": from?.description ?? "", "leaves": until?.description ?? ""])
    case .otherIndustry(let registered):
      let stated = CellText.trimmed(row.text(at: columns.industry))
      report(
        .industryDiffers, row, columns.industry, raw: stated, period,
        ["registered": registered, "unit": unit.code.description])
    }
  }

  // MARK: - Values

  private func readValues(_ row: borrowing Row, _ period: Period?) {
    // The row is read behind those that are kept, which are of one period.
    if plain.isFull || !isOpen(period) { writePlainRows() }
    unusual.removeAll(keepingCapacity: true)
    plain.read(row, isOfFirstMonths: marksAreUsual && period?.months == 1...2)
    for index in marksAreUsual ? plain.unusual : Array(columns.values.indices) {
      let column = columns.values[index]
      let value = value(of: row.cell(at: column.column), columns.places[index], column, row, period)
      unusual.append((column.slot, value))
    }
  }

  private func value(
    of cell: Cell?, _ place: PlainRows.Place, _ column: UnitRowsColumns.Value,
    _ row: borrowing Row, _ period: Period?
  ) -> CellValue {
    if let cell, marksAreUsual, cell.isTextOrNumber,
      let (coefficient, scale) = PlainNumber.read(row.bytes, cell.start, cell.end)
    {
      return .number(coefficient, power: place.exponent - scale)
    }
    return .other(observed(cell, column, row, period))
  }

  private func observed(
    _ cell: Cell?, _ column: UnitRowsColumns.Value, _ row: borrowing Row, _ period: Period?
  ) -> ObservedValue {
    let errors = context.contents.findings.errorCount
    // Findings of a row are its unit's.
    var context = context
    context.unit = unit
    let value = context.unitValue(
      cell, row,
      as: UnitValueCell(
        column: column.column, header: column.header, unit: column.unit, basis: column.basis,
        isRequired: column.isRequired), period, &steps)
    if context.contents.findings.errorCount > errors { hasError = true }
    return value
  }
}
