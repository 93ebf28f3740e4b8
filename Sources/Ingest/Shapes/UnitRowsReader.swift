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
  /// What units are held against; `nil` where the form is open to others.
  private let register: Register?
  private let units: UnitSearch
  private let classes: ClassNumbers
  private let table: Int32
  /// Whether no number stands for a missing value, so that plain numbers need no second look.
  private let marksAreUsual: Bool
  private var steps = NumberStepCounts()

  // Unchecked where it changes with every row: one thread's, and no method calls another while it
  // changes them.
  @exclusivity(unchecked) private(set) var counts = RowCounts()
  @exclusivity(unchecked) private(set) var periods: Set<Period> = []
  @exclusivity(unchecked) private var values: [CellValue]
  @exclusivity(unchecked) private var open: (period: Period, rows: ReturnRows)?
  @exclusivity(unchecked) private var hasError = false
  /// Of the row that is being read, for findings.
  @exclusivity(unchecked) private var unit: UnitCode?

  init(_ layout: UnitRowsLayout, _ context: SheetContext) {
    self.context = context
    let contents = context.contents
    columns = UnitRowsColumns(layout, context)
    period = PeriodCells(column: columns.period, sheetPeriod: columns.sheetPeriod)
    register = layout.population == .register ? contents.definitions.register : nil
    units = contents.units
    classes = contents.classes
    marksAreUsual = context.layout.marks.keys.allSatisfy { Double($0) == nil }
    values = Array(repeating: .fast(0, power: 0), count: columns.values.count)
    table = contents.add(
      columns.table(context, form: context.layout.form, population: layout.population))
  }

  var wantedColumns: ColumnSelection? {
    let keys = [columns.unit, columns.industry] + (columns.period.map { [$0] } ?? [])
    return ColumnSelection(keys + columns.values.map(\.column), width: context.header.width)
  }

  func finish() {
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
      if isReturn(row) || code(row) != nil { counts.rejected += 1 } else { counts.passedOver += 1 }
      return
    }
    hasError = false
    unit = code(row)
    guard let unit else { return readWithoutUnit(row) }
    let period = period(row)
    let industry = industry(row, period)
    let reference = units.reference(to: unit)
    if let register {
      check(
        register.check(reference.position, industry: industry, period: period), row, unit, period)
    }
    readValues(row, period)
    if let cell = context.numberBeyond(row) {
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
    for (index, column) in columns.places.enumerated() {
      switch values[index] {
      case .fast(let coefficient, let power):
        returns.set(place, slot: column.slot, coefficient: coefficient, power: power)
      case .slow(let value): returns.set(place, slot: column.slot, value)
      }
    }
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

  private func code(_ row: borrowing Row) -> UnitCode? {
    guard let cell = row.cell(at: columns.unit) else { return nil }
    if let code = UnitCode(row.bytes, from: cell.start, to: cell.end) { return code }
    let text = HeaderText.folded(row.text(of: cell))
    return text == HeaderText.columnNumbering ? nil : UnitCode(text)
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
    _ outcome: RegisterCheck, _ row: borrowing Row, _ unit: UnitCode, _ period: Period?
  ) {
    switch outcome {
    case .agrees: return
    case .unknown:
      report(.unknownUnit, row, columns.unit, raw: unit.description, period)
    case .outside(let from, let until):
      report(
        .outsidePopulation, row, columns.unit, raw: unit.description, period,
        ["enters": from?.description ?? "", "leaves": until?.description ?? ""])
    case .otherIndustry(let registered):
      let stated = CellText.trimmed(row.text(at: columns.industry))
      report(
        .industryDiffers, row, columns.industry, raw: stated, period,
        ["registered": registered, "unit": unit.description])
    }
  }

  // MARK: - Values

  private func readValues(_ row: borrowing Row, _ period: Period?) {
    let bytes = row.bytes
    let cells = row.cells
    var next = cells.startIndex
    for (index, place) in columns.places.enumerated() {
      // Both are in the order of columns.
      while next < cells.endIndex, cells[next].column < place.column { next += 1 }
      guard next < cells.endIndex, cells[next].column == place.column else {
        values[index] = .slow(value(of: nil, in: columns.values[index], row, period))
        continue
      }
      let cell = cells[next]
      if cell.kind == .text || cell.kind == .number, marksAreUsual,
        let (coefficient, scale) = PlainNumber.read(bytes, cell.start, cell.end)
      {
        values[index] = .fast(coefficient, power: place.exponent - scale)
      } else {
        values[index] = .slow(value(of: cell, in: columns.values[index], row, period))
      }
    }
  }

  private func value(
    of cell: Cell?, in column: UnitRowsColumns.Value, _ row: borrowing Row, _ period: Period?
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

/// A value on its way to the store.
private enum CellValue {
  /// `coefficient × 10^power` base units.
  case fast(Int64, power: Int)
  case slow(ObservedValue)
}

/// The usual numbers, read without making a text: `-1234.5`, up to 18 digits.
enum PlainNumber {
  /// - Returns: the digits as a whole number and how many stand behind the point; `nil` for any
  ///   other text, which `NumberText` then reads.
  @inline(__always)
  static func read(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Int64, scale: Int)? {
    let isNegative = start < end && bytes[start] == UInt8(ascii: "-")
    var index = isNegative ? start + 1 : start
    guard index < end, end - index <= 18, bytes[index] != UInt8(ascii: ".") else { return nil }
    var value: Int64 = 0
    var scale = -1
    while index < end {
      let digit = bytes[index] &- 48
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
        if scale >= 0 { scale &+= 1 }
      } else if bytes[index] == UInt8(ascii: "."), scale < 0, index + 1 < end {
        scale = 0
      } else {
        return nil
      }
      index &+= 1
    }
    return (isNegative ? -value : value, max(scale, 0))
  }
}
