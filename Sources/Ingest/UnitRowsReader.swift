// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads a sheet with one row a unit, such as the flat B204-1.
final class UnitRowsReader: SheetReader {
  private struct ValueColumn {
    let column: Int
    let header: String
    let slot: ReturnSlot
    /// Powers of ten from the column's unit to the base unit.
    let exponent: Int
    let isRequired: Bool
  }

  private let register: Register?
  private let classification: Classification
  private let accept: (borrowing UnitReturn, Location, (Int) -> Int?) -> Bool
  private let sheetPeriod: Period?
  private let knownHeaders: Set<String>
  private let unitHeaders: [String]
  private let header: HeaderRow

  private var unitColumn = 0
  private var industryColumn = 0
  private var periodColumn: Int?
  private var valueColumns: [ValueColumn] = []
  /// False where a required column is missing: then every row is rejected.
  private var isUsable = true
  private let slots: Int
  private var lastPeriod: (text: String, period: Period)?

  private(set) var findings: [Finding] = []
  private(set) var accepted = 0
  private(set) var rejected = 0
  private(set) var periods: Set<Period> = []

  /// - Parameter accept: takes a row that has no error, its place, and where each slot's column
  ///   stands; false where it is a repeat and must not count.
  init(
    layout: UnitRowsLayout, header: HeaderRow, preamble: Preamble, definitions: Definitions,
    accept: @escaping (borrowing UnitReturn, Location, (Int) -> Int?) -> Bool
  ) {
    register = definitions.register
    classification = definitions.classification
    self.accept = accept
    slots = definitions.indicators.count * ReturnSlot.perIndicator
    sheetPeriod = preamble.period
    unitHeaders = layout.unit
    knownHeaders = layout.knownHeaders
    self.header = header
    findColumns(layout, header, tableUnits(preamble, header))
  }

  // MARK: - The header

  /// What a line such as `单位：万元` above the header says.
  private func tableUnits(_ preamble: Preamble, _ header: HeaderRow) -> [UnitOfMeasure] {
    switch preamble.unitLine {
    case .none: return []
    case .units(let units): return units
    case .unknown(let line):
      findings.append(Finding(.unknownUnitOfMeasure, at: header.location, raw: line))
      isUsable = false
      return []
    }
  }

  private func findColumns(
    _ layout: UnitRowsLayout, _ header: HeaderRow, _ tableUnits: [UnitOfMeasure]
  ) {
    unitColumn = key(layout.unit, in: header)
    industryColumn = key(layout.industry, in: header)
    periodColumn = header.first(of: layout.period)?.column
    if periodColumn == nil, sheetPeriod == nil {
      findings.append(Finding(.noPeriod, at: header.location))
      isUsable = false
    }
    for value in layout.values { findColumn(of: value, in: header, tableUnits) }
    let keys = layout.unit + layout.industry + layout.period
    for repeated in header.repeated(among: Set(keys + layout.values.map(\.header))) {
      findings.append(
        Finding(.repeatedColumn, at: header.location(of: repeated), raw: repeated.text))
      isUsable = false
    }
    reportUnknownColumns(header)
  }

  private func key(_ alternatives: [String], in header: HeaderRow) -> Int {
    if let found = header.first(of: alternatives) { return found.column }
    reportMissing(alternatives.first ?? "", in: header, code: .missingColumn)
    isUsable = false
    return 0
  }

  /// The unit is the header's, else that of a line above the table, else the layout's.
  private func findColumn(
    of value: UnitRowsLayout.Value, in header: HeaderRow, _ tableUnits: [UnitOfMeasure]
  ) {
    guard let found = header.first(of: [value.header]) else {
      reportMissing(
        value.header, in: header, code: value.isRequired ? .missingColumn : .absentColumn)
      if value.isRequired { isUsable = false }
      return
    }
    let ofTable = tableUnits.first { $0.dimension == value.unit.dimension }
    let unit = found.unit ?? ofTable ?? value.unit
    guard unit.dimension == value.unit.dimension else {
      findings.append(
        Finding(
          .contradictoryUnitOfMeasure, at: header.location(of: found), raw: found.text,
          ["unit": unit.symbol, "expected": value.unit.symbol]))
      isUsable = false
      return
    }
    valueColumns.append(
      ValueColumn(
        column: found.column, header: found.text, slot: value.slot, exponent: unit.exponent,
        isRequired: value.isRequired))
  }

  private func reportMissing(_ name: String, in header: HeaderRow, code: FindingCode) {
    let near = header.nearest(to: name, notAmong: knownHeaders)
    findings.append(
      Finding(code, at: header.location, ["header": name, "suggestion": near ?? ""]))
  }

  private func reportUnknownColumns(_ header: HeaderRow) {
    for column in header.headers
    where !knownHeaders.contains(column.folded) && !knownHeaders.contains(column.words) {
      findings.append(
        Finding(
          .unknownColumn, at: header.location(of: column), raw: column.text,
          ["suggestion": suggestion(for: column.words, among: knownHeaders) ?? ""]))
    }
  }

  // MARK: - A row

  func read(_ row: borrowing Row, at location: Location) {
    guard isUsable else {
      if isReturn(row) || code(row) != nil { rejected += 1 }
      return
    }
    let before = errorCount
    guard let unit = unit(row, location) else {
      if errorCount > before { rejected += 1 }
      return
    }
    let period = period(row, location)
    let industry = industry(row, location, period)
    let flags = checkRegister(unit, industry, location, period)
    let values = values(row, location, period)
    if let cell = header.numberBeyond(row) {
      report(.valueWithoutHeader, location, cell.column, raw: row.text(of: cell), period)
    }
    guard errorCount == before, let period, let industry else {
      rejected += 1
      return
    }
    let unitReturn = UnitReturn(
      period: period, unit: unit, industry: industry, flags: flags, values: values)
    if accept(unitReturn, location, { slot in self.column(ofSlot: slot) }) {
      periods.insert(period)
      accepted += 1
    } else {
      rejected += 1
    }
  }

  var wantedColumns: ColumnSelection? {
    let keys = [unitColumn, industryColumn] + (periodColumn.map { [$0] } ?? [])
    return ColumnSelection(keys + valueColumns.map(\.column), width: header.width)
  }

  private var errorCount = 0

  private func report(
    _ code: FindingCode, _ location: Location, _ column: Int, raw: String, _ period: Period?,
    _ arguments: [String: String] = [:]
  ) {
    if code.severity == .error { errorCount += 1 }
    findings.append(
      Finding(code, at: location.cell(inColumn: column), period: period, raw: raw, arguments))
  }

  private func column(ofSlot slot: Int) -> Int? {
    valueColumns.first { $0.slot.index == slot }?.column
  }

  /// Whether a row without a unit's code is a return nevertheless: it holds numbers or other
  /// texts as values, and is no note, line of signatures, numbering of columns or second header.
  private func isReturn(_ row: borrowing Row) -> Bool {
    let unit = HeaderText.folded(row.text(at: unitColumn))
    if unit == HeaderText.columnNumbering || unitHeaders.contains(unit) { return false }
    var hasText = false
    for value in valueColumns {
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

  private func code(_ row: borrowing Row) -> UnitCode? {
    guard let cell = row.cell(at: unitColumn) else { return nil }
    return UnitCode(row.bytes[cell.start..<cell.end])
      ?? UnitCode(HeaderText.folded(row.text(of: cell)))
  }

  /// The unit's code; `nil` without a finding for a line that is no return: a note, a signature.
  private func unit(_ row: borrowing Row, _ location: Location) -> UnitCode? {
    if let code = code(row) { return code }
    guard isReturn(row) else { return nil }
    report(
      .badUnitCode, location, unitColumn, raw: CellText.trimmed(row.text(at: unitColumn)), nil)
    return nil
  }

  private func period(_ row: borrowing Row, _ location: Location) -> Period? {
    guard let periodColumn else { return sheetPeriod }
    let text = CellText.trimmed(row.text(at: periodColumn))
    if let lastPeriod, lastPeriod.text == text { return lastPeriod.period }
    guard let period = Period(wording: text) ?? Period(dateText: text) else {
      report(.badPeriod, location, periodColumn, raw: text, nil)
      return nil
    }
    lastPeriod = (text, period)
    return period
  }

  private func industry(
    _ row: borrowing Row, _ location: Location, _ period: Period?
  ) -> String? {
    let text = CellText.trimmed(row.text(at: industryColumn))
    if classification.isClass(text) { return text }
    let folded = HeaderText.folded(text)
    if classification.isClass(folded) { return folded }
    report(
      .unknownIndustry, location, industryColumn, raw: text, period,
      ["suggestion": suggestion(for: folded, among: classification.classes) ?? ""])
    return nil
  }

  private func checkRegister(
    _ unit: UnitCode, _ industry: String?, _ location: Location, _ period: Period?
  ) -> RegisterFlags {
    guard let register else { return [] }
    guard let registered = register.units[unit] else {
      report(.unknownUnit, location, unitColumn, raw: unit.description, period)
      return []
    }
    if let industry, industry != registered.industry {
      report(
        .industryDiffers, location, industryColumn, raw: industry, period,
        ["registered": registered.industry, "unit": unit.description])
    }
    return registered.flags
  }

  // MARK: - Values

  private func values(
    _ row: borrowing Row, _ location: Location, _ period: Period?
  ) -> [ObservedValue] {
    var values = [ObservedValue](repeating: .missing(.notReported), count: slots)
    for column in valueColumns {
      values[column.slot.index] = value(in: column, of: row, location, period)
    }
    return values
  }

  private func value(
    in column: ValueColumn, of row: borrowing Row, _ location: Location, _ period: Period?
  ) -> ObservedValue {
    guard let cell = row.cell(at: column.column) else {
      return missing(.empty, in: column, raw: "", location, period)
    }
    switch NumberText.read(cell, of: row) {
    case .number(let number, _, nil):
      let (coefficient, overflow) = number.coefficient.multipliedReportingOverflow(
        by: Int128.powerOfTen(column.exponent))
      if !overflow { return .known(ExactDecimal(coefficient: coefficient, scale: number.scale)) }
      report(.tooManyDigits, location, column.column, raw: row.text(of: cell), period)
    case .missing(let reason):
      return missing(reason, in: column, raw: row.text(of: cell), location, period)
    case .number:
      report(
        .notANumber, location, column.column, raw: row.text(of: cell), period,
        ["header": column.header, "character": ""])
    case .notANumber(let character):
      report(
        .notANumber, location, column.column, raw: row.text(of: cell), period,
        ["header": column.header, "character": character > 0 ? String(character) : ""])
    case .tooManyDigits:
      report(.tooManyDigits, location, column.column, raw: row.text(of: cell), period)
    }
    return .missing(.errorValue)
  }

  private func missing(
    _ reason: MissingReason, in column: ValueColumn, raw: String, _ location: Location,
    _ period: Period?
  ) -> ObservedValue {
    let isOptionalMonth = column.slot.basis == .month && period?.months == 1...2
    if reason == .errorValue {
      report(.errorCell, location, column.column, raw: raw, period, ["header": column.header])
    } else if column.isRequired {
      report(.missingValue, location, column.column, raw: raw, period, ["header": column.header])
    } else if !isOptionalMonth {
      report(.blankValue, location, column.column, raw: raw, period, ["header": column.header])
    }
    return .missing(isOptionalMonth ? .notSurveyed : reason)
  }
}

extension Period {
  /// The survey period of a day such as `2021-05-31`, as spreadsheets make one of a typed month.
  fileprivate init?(dateText text: String) {
    guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil else { return nil }
    self.init(wording: text.prefix(7))
  }
}
