// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// What the cell of a table is of, apart from its number.
struct ObservedCell {
  let area: String
  let indicator: Indicator
  let sector: String
  let basis: Basis
  let measure: Measure
  let period: Period
  /// The column's header, for findings.
  let header: String
  /// What the number counts.
  let unit: UnitOfMeasure
  /// The unit that the column's header states, which the row's must not contradict.
  var statedByColumn: UnitOfMeasure?
  /// A power of ten that the number is to be multiplied by.
  var multiplier = 0

  var name: FigureName {
    FigureName(
      indicator: indicator.id, sector: sector, basis: basis, measure: measure, period: period)
  }
}

extension SheetContext {
  /// Reads a cell as an observation and hands it on.
  ///
  /// - Returns: `false` where it has an error.
  func observe(
    _ cell: Cell, of row: borrowing Row, as observed: ObservedCell, _ steps: inout NumberStepCounts
  ) -> Bool {
    let place = location(row: row.number, line: row.line, column: cell.column)
    let raw = row.text(of: cell)
    func fail(_ code: FindingCode, _ arguments: [String: String] = [:]) -> Bool {
      report(code, at: place, period: observed.period, raw: raw, arguments)
      return false
    }
    switch NumberText.read(cell, of: row, marks: layout.marks) {
    case .number(let number, let taken, let stated):
      steps.add(taken, column: observed.header, raw: raw, at: place)
      let unit = observed.unit(stated)
      if let contradiction = observed.contradiction(unit) {
        return fail(
          .contradictoryUnitOfMeasure,
          ["unit": unit.symbol, "expected": contradiction.symbol])
      }
      guard let value = number.shifted(by: observed.multiplier) else { return fail(.tooManyDigits) }
      return accept(value, unit, observed, place)
    case .missing(.errorValue): return fail(.errorCell, ["header": observed.header])
    case .missing(let reason):
      contents.acceptMissing(reason, observed, at: place)
      return true
    case .notANumber(let character):
      return fail(
        .notANumber,
        ["header": observed.header, "character": character > 0 ? String(character) : ""])
    case .tooManyDigits: return fail(.tooManyDigits)
    }
  }

  private func accept(
    _ value: ExactDecimal, _ unit: UnitOfMeasure, _ observed: ObservedCell, _ place: Location
  ) -> Bool {
    contents.accept(
      BureauObservation(
        area: observed.area, name: observed.name, value: value, unit: unit, location: place))
    return true
  }
}

extension ObservedCell {
  /// The unit of the number: what the cell itself says goes first. A rate's `%` says nothing of
  /// percent or percentage points, which is the column's business.
  fileprivate func unit(_ stated: UnitOfMeasure?) -> UnitOfMeasure {
    guard let stated, !(measure != .level && stated == .percent) else { return unit }
    return stated
  }

  /// The unit that `unit` is not compatible with; `nil` where all is well.
  fileprivate func contradiction(_ unit: UnitOfMeasure) -> UnitOfMeasure? {
    if let statedByColumn, unit != statedByColumn { return statedByColumn }
    let expected = measure.unit(of: indicator)
    if measure != .level, unit.dimension == .percent || unit.dimension == .percentagePoint {
      return nil
    }
    return unit.factor(to: expected) == nil ? expected : nil
  }
}

extension Measure {
  /// The unit of a stated rate: % for growth and shares, 百分点 for their changes and pulls.
  var rateUnit: UnitOfMeasure {
    switch self {
    case .yoyChange, .change, .shareChange, .pull, .gap: .percentagePoint
    default: .percent
    }
  }
}
