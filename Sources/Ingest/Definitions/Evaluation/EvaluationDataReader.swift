// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Reads what a scheme's columns say of each unit of a year.
struct EvaluationDataReader {
  let scheme: EvaluationScheme
  let tables: EvaluationTables
  private var findings: [Finding]
  private var cells: [UnitCode: [String: EvaluationUnit.Cell]] = [:]

  init(scheme: EvaluationScheme, tables: EvaluationTables) {
    self.scheme = scheme
    self.tables = tables
    findings = tables.findings
  }

  func read() -> EvaluationInput.Data {
    var reader = self
    let units = reader.units()
    return EvaluationInput.Data(units: units, findings: reader.findings.sorted())
  }

  private mutating func units() -> [EvaluationUnit]? {
    guard let list = tables.units, requireColumns(list) else { return nil }
    let listed = codes(in: list, among: nil)
    for (code, record) in listed { read(record, of: code) }
    let known = Set(listed.map(\.code))
    for table in tables.others {
      for (code, record) in codes(in: table, among: known) { read(record, of: code) }
    }
    return listed.map { code, record in
      EvaluationUnit(
        code: code, name: record[scheme.nameHeader] ?? "", cells: cells[code] ?? [:],
        location: record.location)
    }
  }

  /// Each column that the scheme reads must be in one file, and in no second one.
  private mutating func requireColumns(_ list: DefinitionTable) -> Bool {
    let all = [list] + tables.others
    let headers = [scheme.nameHeader] + scheme.columns.map(\.header)
    let missing = headers.filter { header in !all.contains { $0.has(header) } }
    for header in missing { reportLacking(header, Location(file: folder), all.flatMap(\.headers)) }
    for header in scheme.columns.map(\.header) {
      for table in all.filter({ $0.has(header) }).dropFirst() {
        findings.append(
          Finding(
            .repeatedColumn, at: Location(file: table.file, row: 1), raw: header,
            ["header": header]))
      }
    }
    return missing.isEmpty
  }

  private var folder: String { String(tables.unitsFile.dropLast("/units.csv".count)) }

  private mutating func reportLacking(_ header: String, _ place: Location, _ known: [String]) {
    let near = suggestion(for: HeaderText.folded(header), among: known)
    findings.append(
      Finding(
        .lackingColumn, at: place,
        [
          "header": header, "scheme": scheme.id, "folder": place.file, "suggestion": near ?? "",
        ]))
  }

  /// The units that a table's rows are of, each once.
  ///
  /// - Parameter known: those of the list; `nil` for the list itself.
  private mutating func codes(
    in table: DefinitionTable, among known: Set<UnitCode>?
  ) -> [(code: UnitCode, record: DefinitionTable.Record)] {
    let header = scheme.unitHeader
    guard table.has(header) else {
      reportLacking(header, Location(file: table.file, row: 1), table.headers)
      return []
    }
    var met: Set<UnitCode> = []
    var rows: [(code: UnitCode, record: DefinitionTable.Record)] = []
    for record in table.records {
      let place = record.location(of: header)
      guard let code = record[header].flatMap({ UnitCode($0) }) else {
        findings.append(Finding(.badUnitCode, at: place, raw: record[header] ?? ""))
        continue
      }
      if let known, !known.contains(code) {
        findings.append(
          Finding(
            .unlistedUnit, at: place, unit: code, raw: code.description,
            ["list": tables.unitsFile]))
      } else if !met.insert(code).inserted {
        findings.append(
          Finding(
            .repeatedName, at: place, unit: code, raw: code.description, ["name": code.description])
        )
      } else {
        rows.append((code, record))
      }
    }
    return rows
  }

  private mutating func read(_ record: DefinitionTable.Record, of code: UnitCode) {
    for column in scheme.columns {
      guard let text = record[column.header] else { continue }
      let place = record.location(of: column.header)
      if column.content == .text {
        cells[code, default: [:]][column.id] = EvaluationUnit.Cell(text: text, location: place)
      } else if let number = number(text, column, place, code) {
        cells[code, default: [:]][column.id] = EvaluationUnit.Cell(
          text: text, number: number, location: place)
      }
    }
  }

  /// - Returns: `nil` also where the cell holds a mark for a missing value.
  private mutating func number(
    _ text: String, _ column: EvaluationColumn, _ place: Location, _ unit: UnitCode
  ) -> ExactDecimal? {
    func refuse(_ code: FindingCode, _ arguments: [String: String] = [:]) -> Finding {
      Finding(code, at: place, unit: unit, raw: text, arguments)
    }
    switch NumberText.read(text) {
    // The header says the unit of measure; 3万 or 3万元 below 万元 may mean either.
    case .number(let number, let steps, nil) where !steps.contains(.multiplier): return number
    case .number: findings.append(refuse(.notANumber, ["header": column.header, "character": ""]))
    case .missing(.errorValue): findings.append(refuse(.errorCell, ["header": column.header]))
    case .missing: break
    case .notANumber(let character):
      findings.append(
        refuse(
          .notANumber,
          ["header": column.header, "character": character > 0 ? String(character) : ""]))
    case .tooManyDigits: findings.append(refuse(.tooManyDigits))
    }
    return nil
  }
}
