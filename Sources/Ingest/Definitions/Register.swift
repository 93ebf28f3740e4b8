// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The list of units with their codes and flags (名录库).
package struct Register: Sendable {
  package struct Unit: Hashable, Sendable {
    package let name: String
    package let industry: String
    package let flags: RegisterFlags
    /// The first survey period it reports for; `nil` from the beginning.
    package let enters: Period?
    /// The first survey period it no longer reports for; `nil` never.
    package let leaves: Period?

    package func isExpected(in period: Period) -> Bool {
      if let enters, period < enters { return false }
      if let leaves, period >= leaves { return false }
      return true
    }
  }

  package let file: String
  package let units: [UnitCode: Unit]
  /// By position in `RegisterFlags`.
  package let flagNames: [String]

  /// How many units should report for `period`.
  package func expectedCount(in period: Period) -> Int {
    units.values.reduce(0) { $0 + ($1.isExpected(in: period) ? 1 : 0) }
  }
}

/// Reads the register as `Input/layouts/register.yml` lays it out.
struct RegisterFile {
  let layout: RegisterLayout
  let classification: Classification?
  private let table: DefinitionTable

  init(_ bytes: [UInt8], layout: RegisterLayout, classification: Classification?) {
    self.layout = layout
    self.classification = classification
    table = DefinitionTable(file: SectorDefinitions.folder + layout.file, bytes: bytes)
  }

  func load(findings: inout [Finding]) -> Register? {
    defer { findings += table.findings }
    let periods = [layout.enters, layout.leaves].compactMap(\.self)
    guard table.require([layout.unit, layout.name, layout.industry] + periods + layout.flags) else {
      return nil
    }
    var units: [UnitCode: Register.Unit] = [:]
    for record in table.records {
      guard let (code, unit) = unit(record) else { continue }
      if units.updateValue(unit, forKey: code) != nil {
        table.report(
          .repeatedName, at: record.location(of: layout.unit), raw: code.description,
          ["name": code.description])
      }
    }
    return Register(file: table.file, units: units, flagNames: layout.flags)
  }

  private func unit(_ record: DefinitionTable.Record) -> (UnitCode, Register.Unit)? {
    let text = record[layout.unit] ?? ""
    guard let code = UnitCode(text) else {
      table.report(.badUnitCode, at: record.location(of: layout.unit), raw: text, [:])
      return nil
    }
    let industry = record[layout.industry] ?? ""
    if let classification, !classification.isClass(industry) {
      table.report(
        .unknownIndustry, at: record.location(of: layout.industry), raw: industry,
        ["suggestion": suggestion(for: industry, among: classification.classes) ?? ""])
    }
    return (
      code,
      Register.Unit(
        name: record[layout.name] ?? "", industry: industry, flags: flags(record),
        enters: period(record, layout.enters), leaves: period(record, layout.leaves))
    )
  }

  private func flags(_ record: DefinitionTable.Record) -> RegisterFlags {
    var flags: RegisterFlags = []
    for (position, name) in layout.flags.enumerated() {
      switch record[name] {
      case nil, "否", "0": continue
      case "是", "1": flags.insert(RegisterFlags(position: position))
      case let other?:
        table.report(
          .badDefinition, at: record.location(of: name), raw: other, ["expected": "是, 否"])
      }
    }
    return flags
  }

  private func period(_ record: DefinitionTable.Record, _ header: String?) -> Period? {
    guard let header, let text = record[header] else { return nil }
    if let period = Period(text), period.isSurveyPeriod { return period }
    table.report(.badPeriod, at: record.location(of: header), raw: text, [:])
    return nil
  }
}
