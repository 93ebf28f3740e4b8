// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads a bureau's table: rows are sectors or indicators, columns are measures.
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
  private let definitions: Definitions
  private let accept: (BureauObservation) -> Finding?
  private let sectorsByLabel: [String: String]
  private let indicatorsByLabel: [String: Indicator]
  private let period: Period?
  private let header: HeaderRow
  private var labelColumn = 0
  private var valueColumns: [ValueColumn] = []
  private var isUsable = true

  var wantedColumns: ColumnSelection? { nil }
  private(set) var findings: [Finding] = []
  private(set) var accepted = 0
  private(set) var rejected = 0
  var periods: Set<Period> { accepted > 0 ? Set([period].compactMap(\.self)) : [] }

  /// - Parameter accept: takes a value; a finding where it contradicts one taken before.
  init(
    layout: BureauTableLayout, header: HeaderRow, preamble: Preamble, definitions: Definitions,
    accept: @escaping (BureauObservation) -> Finding?
  ) {
    self.layout = layout
    self.definitions = definitions
    self.accept = accept
    period = preamble.period
    self.header = header
    sectorsByLabel = Self.labels(definitions.sectors.map { ($0.id, [$0.name.zh] + $0.aliases) })
    indicatorsByLabel = Self.labels(
      definitions.indicators.map { ($0, [$0.name.zh] + $0.aliases) })
    if period == nil {
      findings.append(Finding(.noPeriod, at: header.location))
      isUsable = false
    }
    findColumns(header, tableUnit(preamble, header.location))
  }

  private static func labels<Meaning>(_ entries: [(Meaning, [String])]) -> [String: Meaning] {
    var labels: [String: Meaning] = [:]
    for (meaning, words) in entries {
      for word in words { labels[RowLabel.folded(word)] = meaning }
    }
    return labels
  }

  // MARK: - The header

  private func tableUnit(_ preamble: Preamble, _ location: Location) -> UnitOfMeasure {
    switch preamble.unitLine {
    case .units(let units):
      return units.first { $0.dimension == layout.unit.dimension } ?? units[0]
    case .none: return layout.unit
    case .unknown(let line):
      findings.append(Finding(.unknownUnitOfMeasure, at: location, period: period, raw: line))
      isUsable = false
      return layout.unit
    }
  }

  private func findColumns(_ header: HeaderRow, _ tableUnit: UnitOfMeasure) {
    labelColumn = header.first(of: layout.label)?.column ?? 0
    for column in layout.columns {
      guard let found = header.first(of: column.headers) else { continue }
      let standard = column.measure == .level ? tableUnit : column.measure.rateUnit
      let unit = found.unit ?? standard
      // A pull may be headed (%) though it is in percentage points.
      let isSame =
        unit.dimension == standard.dimension
        || (column.measure != .level && unit.dimension == .percent)
      guard isSame else {
        findings.append(
          Finding(
            .contradictoryUnitOfMeasure, at: header.location(of: found), period: period,
            raw: found.text, ["unit": unit.symbol, "expected": standard.symbol]))
        isUsable = false
        continue
      }
      valueColumns.append(
        ValueColumn(
          column: found.column, header: found.text, basis: column.basis, measure: column.measure,
          unit: column.measure == .level ? unit : standard, isUnitStated: found.unit != nil))
    }
    for repeated in header.repeated(among: Set(layout.label + layout.columns.flatMap(\.headers))) {
      findings.append(
        Finding(
          .repeatedColumn, at: header.location(of: repeated), period: period, raw: repeated.text,
          ["header": repeated.text]))
      isUsable = false
    }
    if labelColumn == 0 || valueColumns.isEmpty {
      findings.append(
        Finding(
          .missingColumn, at: header.location, period: period,
          [
            "header": labelColumn == 0
              ? layout.label.first ?? "" : layout.columns.flatMap(\.headers).first ?? "",
            "suggestion": "",
          ]))
      isUsable = false
    }
    reportUnknownColumns(header)
  }

  private func reportUnknownColumns(_ header: HeaderRow) {
    let used = Set(valueColumns.map(\.column) + [labelColumn])
    for column in header.headers where !used.contains(column.column) {
      findings.append(
        Finding(
          .unknownColumn, at: header.location(of: column), period: period, raw: column.text,
          ["suggestion": ""]))
    }
  }

  // MARK: - A row

  func read(_ row: borrowing Row, at location: Location) {
    let text = CellText.trimmed(row.text(at: labelColumn))
    let (label, unit) = RowLabel.split(text)
    if isUsable, let cell = header.numberBeyond(row) {
      findings.append(
        Finding(
          .valueWithoutHeader, at: location.cell(inColumn: cell.column), period: period,
          raw: row.text(of: cell)))
      rejected += 1
      return
    }
    guard hasValues(row), !layout.skipped.contains(label), label != HeaderText.columnNumbering
    else { return }
    guard isUsable, let period else {
      rejected += 1
      return
    }
    guard let (indicator, sector) = meaning(of: label) else {
      findings.append(
        Finding(
          .unknownRow, at: location.cell(inColumn: labelColumn), period: period, raw: text,
          ["suggestion": nearest(to: label) ?? ""]))
      rejected += 1
      return
    }
    let before = findings.count
    for column in valueColumns {
      readValue(
        column, row, location, indicator: indicator, sector: sector, period: period, rowUnit: unit)
    }
    if findings[before...].contains(where: { $0.severity == .error }) {
      rejected += 1
    } else {
      accepted += 1
    }
  }

  /// Whether a value column holds something; any column, where the header names none of them.
  private func hasValues(_ row: borrowing Row) -> Bool {
    for cell in row.cells where cell.column != labelColumn {
      let counts = valueColumns.isEmpty || valueColumns.contains { $0.column == cell.column }
      if counts, !CellText.trimmed(row.text(of: cell)).isEmpty { return true }
    }
    return false
  }

  private func meaning(of label: String) -> (Indicator, sector: String)? {
    switch layout.rows {
    case .sectors(let indicator): sectorsByLabel[label].map { (indicator, $0) }
    case .indicators: indicatorsByLabel[label].map { ($0, "total") }
    }
  }

  private func nearest(to label: String) -> String? {
    switch layout.rows {
    case .sectors: suggestion(for: label, among: sectorsByLabel.keys)
    case .indicators: suggestion(for: label, among: indicatorsByLabel.keys)
    }
  }

  private func readValue(
    _ column: ValueColumn, _ row: borrowing Row, _ location: Location, indicator: Indicator,
    sector: String, period: Period, rowUnit: UnitOfMeasure?
  ) {
    guard let cell = row.cell(at: column.column) else { return }
    let place = location.cell(inColumn: column.column)
    func report(_ code: FindingCode, _ arguments: [String: String] = [:]) {
      findings.append(
        Finding(code, at: place, period: period, raw: row.text(of: cell), arguments))
    }
    switch NumberText.read(cell, of: row) {
    case .number(let number, _, let stated)
    where stated == nil || (stated == .percent && column.measure != .level):
      let unit = column.measure == .level ? rowUnit ?? column.unit : column.unit
      let isContradicted = column.isUnitStated && unit != column.unit
      guard column.measure != .level || (unit.factor(to: indicator.unit) != nil && !isContradicted)
      else {
        report(
          .contradictoryUnitOfMeasure,
          [
            "unit": unit.symbol,
            "expected": isContradicted ? column.unit.symbol : indicator.unit.symbol,
          ])
        return
      }
      let name = FigureName(
        indicator: indicator.id, sector: sector, basis: column.basis, measure: column.measure,
        period: period)
      let observation = BureauObservation(
        name: name, value: number, unit: unit, location: place)
      if let conflict = accept(observation) { findings.append(conflict) }
    case .missing(.errorValue): report(.errorCell, ["header": column.header])
    case .missing: break
    case .number: report(.notANumber, ["header": column.header, "character": ""])
    case .notANumber(let character):
      report(
        .notANumber, ["header": column.header, "character": character > 0 ? String(character) : ""])
    case .tooManyDigits: report(.tooManyDigits)
    }
  }
}

extension Measure {
  /// The unit of a stated rate: % for growth and shares, 百分点 for their changes and pulls.
  fileprivate var rateUnit: UnitOfMeasure {
    switch self {
    case .level, .yoy, .share: .percent
    case .yoyChange, .shareChange, .pull: .percentagePoint
    }
  }
}
