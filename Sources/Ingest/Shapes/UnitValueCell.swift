// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// What a cell of a unit's return holds, apart from its number.
struct UnitValueCell {
  let column: Int
  /// For findings.
  let header: String
  let unit: UnitOfMeasure
  let basis: Basis
  let isRequired: Bool
}

extension SheetContext {
  /// Reads a value of a unit's return, in base units. What is wrong becomes findings.
  ///
  /// - Parameter cell: `nil` where the row has none.
  func unitValue(
    _ cell: Cell?, _ row: borrowing Row, as value: UnitValueCell, _ period: Period?,
    _ steps: inout NumberStepCounts
  ) -> ObservedValue {
    let place = location(row: row.number, line: row.line, column: value.column)
    let raw = cell.map(row.text(of:)) ?? ""
    func refuse(_ code: FindingCode, _ arguments: [String: String] = [:]) -> ObservedValue {
      report(code, at: place, period: period, raw: raw, arguments)
      return .missing(.errorValue)
    }
    guard let cell else { return missing(.empty, value, at: place, raw: raw, period) }
    switch NumberText.read(cell, of: row, marks: layout.marks) {
    case .number(let number, let taken, let stated):
      steps.add(taken, column: value.header, raw: raw, at: place)
      // 5万 in a column of 千元 may be 5 万元 or 50,000 千元.
      if taken.contains(.multiplier), stated == nil, value.unit.exponent > 0 {
        return refuse(.notANumber, ["header": value.header, "character": ""])
      }
      let unit = stated ?? value.unit
      guard unit.dimension == value.unit.dimension else {
        return refuse(
          .contradictoryUnitOfMeasure,
          ["unit": unit.symbol, "expected": value.unit.symbol])
      }
      return number.shifted(by: unit.exponent).map { .known($0) } ?? refuse(.tooManyDigits)
    case .missing(let reason): return missing(reason, value, at: place, raw: raw, period)
    case .notANumber(let character):
      return refuse(
        .notANumber,
        ["header": value.header, "character": character > 0 ? String(character) : ""])
    case .tooManyDigits: return refuse(.tooManyDigits)
    }
  }

  /// January and February are surveyed together, so a month value of theirs may be missing.
  private func missing(
    _ reason: MissingReason, _ value: UnitValueCell, at place: Location, raw: String,
    _ period: Period?
  ) -> ObservedValue {
    let isOptional = value.basis == .month && period?.months == 1...2
    let header = ["header": value.header]
    if reason == .errorValue {
      report(.errorCell, at: place, period: period, raw: raw, header)
    } else if value.isRequired {
      report(.missingValue, at: place, period: period, raw: raw, header)
    } else if !isOptional {
      report(.blankValue, at: place, period: period, raw: raw, header)
    }
    return .missing(isOptional ? .notSurveyed : reason)
  }
}
