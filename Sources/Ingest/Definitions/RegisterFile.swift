// SPDX-License-Identifier: Apache-2.0
import Statistics

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
    let optional = [layout.community, layout.enters, layout.leaves].compactMap(\.self)
    guard table.require([layout.unit, layout.name, layout.industry] + optional + layout.flags)
    else {
      return nil
    }
    var units: [UnitCode: Register.Unit] = [:]
    for record in table.records {
      guard let code = code(record) else { continue }
      if units.updateValue(unit(record), forKey: code) != nil {
        table.report(
          .repeatedName, at: record.location(of: layout.unit), raw: code.description,
          ["name": code.description])
      }
    }
    return Register(file: table.file, units: units, flagNames: layout.flags)
  }

  private func code(_ record: DefinitionTable.Record) -> UnitCode? {
    let text = record[layout.unit] ?? ""
    guard let code = UnitCode(text) else {
      table.report(.badUnitCode, at: record.location(of: layout.unit), raw: text, [:])
      return nil
    }
    if code.isDoubtful {
      table.report(
        .doubtfulUnitCode, at: record.location(of: layout.unit), raw: text,
        ["expected": code.expectedCheckCharacter ?? ""])
    }
    return code
  }

  private func unit(_ record: DefinitionTable.Record) -> Register.Unit {
    let industry = record[layout.industry] ?? ""
    if let classification, !classification.isClass(industry) {
      table.report(
        .unknownIndustry, at: record.location(of: layout.industry), raw: industry,
        ["suggestion": suggestion(for: industry, among: classification.classes) ?? ""])
    }
    return Register.Unit(
      name: record[layout.name] ?? "", industry: industry,
      community: layout.community.flatMap { record[$0] },
      enters: period(record, layout.enters), leaves: period(record, layout.leaves),
      flags: flags(record))
  }

  // MARK: - Flags

  private func flags(_ record: DefinitionTable.Record) -> [Register.DatedFlag] {
    layout.flags.enumerated().compactMap { position, name in
      let flag = RegisterFlags(position: position)
      switch record[name] {
      case nil, "否", "0": return nil
      case "是", "1": return Register.DatedFlag(flag: flag, since: nil, through: nil)
      case let text?:
        if let dated = dated(flag, text) { return dated }
        table.report(
          .badDefinition, at: record.location(of: name), raw: text,
          ["expected": "是, 否, 2021-03, 2021-03...2022-06"])
        return nil
      }
    }
  }

  /// Reads `2021-03` (since then), `2021-03...2022-06` or `...2022-06`, the last period included.
  ///
  /// - Returns: `nil` for other text and for a span that runs backwards.
  private func dated(_ flag: RegisterFlags, _ text: String) -> Register.DatedFlag? {
    // Word processors and spreadsheets make one character of three dots.
    let text = text.replacing("…", with: "...")
    guard let dots = text.firstRange(of: "...") else {
      return Self.period(text).map { Register.DatedFlag(flag: flag, since: $0, through: nil) }
    }
    guard let through = Self.period(String(text[dots.upperBound...])) else { return nil }
    if dots.lowerBound == text.startIndex {
      return Register.DatedFlag(flag: flag, since: nil, through: through)
    }
    guard let since = Self.period(String(text[..<dots.lowerBound])), since <= through else {
      return nil
    }
    return Register.DatedFlag(flag: flag, since: since, through: through)
  }

  // MARK: - Periods

  private func period(_ record: DefinitionTable.Record, _ header: String?) -> Period? {
    guard let header, let text = record[header] else { return nil }
    if let period = Self.period(text) { return period }
    table.report(.badPeriod, at: record.location(of: header), raw: text, [:])
    return nil
  }

  /// A survey period, and not the quarter or year that ends with one; also the day that
  /// spreadsheets make of a typed month. Nothing may stand beside it.
  private static func period(_ text: String) -> Period? {
    let text = CellText.trimmed(text)
    guard text.first?.isWholeNumber == true,
      text.allSatisfy({ $0.isWholeNumber || "-.年月".contains($0) }),
      let period = Period.asSpoken(text) ?? Period(dateText: text), period.isSurveyPeriod
    else { return nil }
    return period
  }
}
