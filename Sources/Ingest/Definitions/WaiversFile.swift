// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics

/// Why a rule's failures are accepted, by whom, and until when.
package struct Waiver: Hashable, Sendable {
  /// The rule's id.
  package let rule: String
  /// `nil`: all units.
  package let unit: UnitCode?
  /// The survey period; `nil`: all until `until`.
  package let period: Period?
  package let reason: String
  package let by: String
  /// The last survey period that it holds for.
  package let until: Period
  package let location: Location

  package func covers(_ rule: Rule, unit: UnitCode?, in period: Period) -> Bool {
    self.rule == rule.id && (self.unit == nil || self.unit == unit)
      && (self.period == nil || self.period == period) && period <= until
  }

  /// Whether it has run out before `newest`. One of a single period never does.
  package func isExpired(at newest: Period) -> Bool { period == nil && until < newest }
}

/// `Input/waivers.csv`. A workspace without waivers has no such file.
struct WaiversFile {
  static let file = "Input/waivers.csv"

  private let table: DefinitionTable
  private let rules: [Rule]
  private let register: Register?

  /// - Parameter rules: all rules of the workspace; `register`, `nil` where units are not known.
  static func load(
    _ bytes: [UInt8], rules: [Rule], register: Register?, findings: inout [Finding]
  ) -> [Waiver] {
    let file = WaiversFile(
      table: DefinitionTable(file: file, bytes: bytes), rules: rules, register: register)
    defer { findings += file.table.findings }
    guard file.table.require(["rule", "unit", "period", "reason", "by", "until"]) else { return [] }
    return file.table.records.compactMap(file.waiver)
  }

  private func waiver(_ record: DefinitionTable.Record) -> Waiver? {
    let rule = rule(record)
    let (unit, isUnitGood) = unit(record)
    let (period, isPeriodGood) = period(record)
    let until = until(record, holdsFor: period)
    for header in ["reason", "by"] where record[header] == nil {
      table.report(.missingKey, at: record.location, raw: nil, ["key": header])
    }
    guard let rule, let until, isUnitGood, isPeriodGood, let reason = record["reason"],
      let by = record["by"]
    else { return nil }
    return Waiver(
      rule: rule, unit: unit, period: period, reason: reason, by: by, until: until,
      location: record.location)
  }

  private func rule(_ record: DefinitionTable.Record) -> String? {
    guard let id = record["rule"] else {
      table.report(.missingKey, at: record.location, raw: nil, ["key": "rule"])
      return nil
    }
    if rules.contains(where: { $0.id == id }) { return id }
    unknown(id, among: rules.map(\.id), at: record.location(of: "rule"))
    return nil
  }

  private func unknown(_ name: String, among known: some Sequence<String>, at location: Location) {
    table.report(
      .unknownName, at: location, raw: name,
      ["name": name, "suggestion": suggestion(for: name, among: known) ?? ""])
  }

  private func unit(_ record: DefinitionTable.Record) -> (UnitCode?, isGood: Bool) {
    guard let text = record["unit"] else { return (nil, true) }
    guard let unit = UnitCode(text) else {
      table.report(.badUnitCode, at: record.location(of: "unit"), raw: text, [:])
      return (nil, false)
    }
    guard let register, register.units[unit] == nil else { return (unit, true) }
    unknown(text, among: [], at: record.location(of: "unit"))
    return (nil, false)
  }

  private func period(_ record: DefinitionTable.Record) -> (Period?, isGood: Bool) {
    guard let text = record["period"] else { return (nil, true) }
    if let period = Period(text), period.isSurveyPeriod { return (period, true) }
    table.report(.badPeriod, at: record.location(of: "period"), raw: text, [:])
    return (nil, false)
  }

  /// A survey period; of a date, the one that its month lies in.
  private func until(_ record: DefinitionTable.Record, holdsFor period: Period?) -> Period? {
    guard let text = record["until"] else {
      table.report(.missingKey, at: record.location, raw: nil, ["key": "until"])
      return nil
    }
    guard let until = Period(text) ?? Self.period(ofDate: text), until.isSurveyPeriod else {
      table.report(.badPeriod, at: record.location(of: "until"), raw: text, [:])
      return nil
    }
    if let period, period > until {
      table.report(
        .badDefinition, at: record.location(of: "until"), raw: text,
        ["expected": "a period not before \(period)"])
      return nil
    }
    return until
  }

  private static func period(ofDate text: String) -> Period? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...31).contains(day)
    else { return nil }
    return Period(year: year, month: month)
  }
}
