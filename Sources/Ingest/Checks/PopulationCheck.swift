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
      if isExpected(old.unitOfRow[row], in: period) { continue }
      findings.append(
        Finding(
          .goneUnit, at: old.location(row, slot: nil), period: period, unit: unit,
          raw: unit.description, name(unit)))
    }
    return findings
  }

  private func isExpected(_ number: Int32, in period: Period) -> Bool {
    guard let register, Int(number) < register.units.count else { return false }
    return register.units.stays[Int(number)].covers(period)
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
    let forms = forms(in: returns)
    var findings: [Finding] = []
    let units = register.units
    for position in 0..<units.count where units.limitedStay(position)?.covers(period) != false {
      let row = returns.row(ofNumber: Int32(truncatingIfNeeded: position))
      let filed = row.map { formsOfRow(returns, $0) } ?? []
      for form in forms where !filed.contains(form) {
        let unit = units.keys[position]
        findings.append(
          Finding(
            .notReported, at: Location(file: register.file), period: period, unit: unit,
            raw: unit.description, name(unit).merging(["form": form]) { $1 }))
      }
    }
    return findings.sorted()
  }

  /// The register's forms that any unit has filed for the period.
  private func forms(in returns: PeriodReturns) -> Set<String> {
    var tables: Set<Int32> = []
    var last: Int32 = -1
    for row in 0..<returns.count where !returns.removed.contains(row) {
      for source in returns.sources(row) where source.table != last {
        last = source.table
        tables.insert(last)
      }
    }
    return Set(tables.compactMap(registeredForm))
  }

  private func formsOfRow(_ returns: PeriodReturns, _ row: Int) -> [String] {
    returns.sources(row).compactMap { registeredForm($0.table) }
  }

  /// The form of a table that the register's units file; `nil` for others.
  private func registeredForm(_ number: Int32) -> String? {
    let table = store.tables[Int(number)]
    return table.population == .register ? table.form : nil
  }

  /// Distinct units with a return on a form of the register.
  func reported(in period: Period) -> Int {
    guard let returns = store.returns(of: period) else { return 0 }
    guard store.tables.contains(where: { $0.population == .open }) else {
      return returns.count - returns.removed.count
    }
    return (0..<returns.count).count { !returns.removed.contains($0) && isRegistered(returns, $0) }
  }
}
