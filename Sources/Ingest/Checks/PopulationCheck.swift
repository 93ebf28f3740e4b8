// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Who should report and does not, and who comes and goes from period to period.
struct PopulationCheck {
  private let store: ReturnStore
  private let register: Register?

  init(_ store: ReturnStore, _ register: Register?) {
    self.store = store
    self.register = register
  }

  /// Units that report for the first time though the survey has earlier periods, and units that
  /// reported last period and do no longer because the register says that they have left.
  func findings() -> [Finding] {
    let periods = store.periods
    return zip(periods, periods.dropFirst()).flatMap { before, period in
      // A year's end changes the population as a whole (methods.md §1), and a hole in the input
      // tells nothing of units.
      before.nextSurveyPeriod == period ? changes(from: before, to: period) : []
    }
  }

  private func changes(from before: Period, to period: Period) -> [Finding] {
    guard let old = store.returns(of: before), let new = store.returns(of: period) else {
      return []
    }
    var findings: [Finding] = []
    for row in 0..<new.count where old.row(ofNumber: new.unitOfRow[row]) == nil {
      guard !new.removed.contains(row), isRegistered(new, row) else { continue }
      findings.append(
        Finding(
          .newUnit, at: new.location(row, slot: nil), period: period,
          unit: new.unit(row), raw: new.unit(row).description, name(new.unit(row))))
    }
    for row in 0..<old.count where new.row(ofNumber: old.unitOfRow[row]) == nil {
      guard !old.removed.contains(row), isRegistered(old, row) else { continue }
      let unit = old.unit(row)
      // Who should have reported is said by `unreported`.
      if register?.units[unit]?.isExpected(in: period) == true { continue }
      findings.append(
        Finding(
          .goneUnit, at: old.location(row, slot: nil), period: period, unit: unit,
          raw: unit.description, name(unit)))
    }
    return findings
  }

  private func name(_ unit: UnitCode) -> [String: String] {
    ["name": register?.units[unit]?.name ?? ""]
  }

  /// Whether a row is of a form that the register's units file.
  private func isRegistered(_ returns: PeriodReturns, _ row: Int) -> Bool {
    returns.sources(row).contains { store.tables[Int($0.table)].population == .register }
  }

  // MARK: - Unreported

  /// Units that the register expects for a survey period, form by form of those that any unit has
  /// filed for it.
  func unreported(in period: Period) -> [Finding] {
    guard let register, let returns = store.returns(of: period) else { return [] }
    var filed: [String: Set<UnitCode>] = [:]
    for row in 0..<returns.count where !returns.removed.contains(row) {
      for source in returns.sources(row) {
        let table = store.tables[Int(source.table)]
        if table.population == .register {
          filed[table.form, default: []].insert(returns.unit(row))
        }
      }
    }
    let expected = register.units.filter { $0.value.isExpected(in: period) }
    return filed.flatMap { form, units in
      expected.filter { !units.contains($0.key) }.map { code, unit in
        Finding(
          .notReported, at: Location(file: register.file), period: period, unit: code,
          raw: code.description, ["name": unit.name, "form": form])
      }
    }.sorted()
  }
}
