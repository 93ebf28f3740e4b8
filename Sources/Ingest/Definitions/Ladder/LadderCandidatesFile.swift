// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/ladder/candidates.csv`: units below the survey's line that may come over it (小升规). A
/// unit may have a row a year.
final class LadderCandidatesFile {
  static let file = LadderFile.folder + "/candidates.csv"
  private static let headers = ["unit", "name", "revenue", "year", "source"]

  private let table: DefinitionTable
  private(set) var findings: [Finding] = []

  init(_ bytes: [UInt8]) { table = DefinitionTable(file: Self.file, bytes: bytes) }

  /// - Parameter unit: the unit of measure of the column `revenue`.
  func candidates(in unit: UnitOfMeasure) -> [LadderCandidate] {
    var candidates: [LadderCandidate] = []
    var met: Set<String> = []
    if table.require(Self.headers) {
      for record in table.records {
        let row = PlanRow(record: record, table: table)
        guard let candidate = candidate(row, in: unit) else { continue }
        if met.insert("\(candidate.unit) \(candidate.year)").inserted {
          candidates.append(candidate)
        } else {
          row.repeated(candidate.unit.description, in: "unit")
        }
      }
    }
    findings = table.findings
    return candidates.sorted {
      ($0.unit.description, $0.year) < ($1.unit.description, $1.year)
    }
  }

  private func candidate(_ row: PlanRow, in unit: UnitOfMeasure) -> LadderCandidate? {
    let (code, revenue, year) = (code(row), revenue(row, in: unit), year(row))
    for (header, expected) in [("name", "the unit's name"), ("source", "who says so")]
    where row[header] == nil {
      row.bad(header, expected: expected)
    }
    guard let code, let revenue, let year, let name = row["name"], let source = row["source"]
    else { return nil }
    return LadderCandidate(
      unit: code, name: name, revenue: revenue, year: year, source: source,
      location: row.record.location)
  }

  private func code(_ row: PlanRow) -> UnitCode? {
    if let code = row["unit"].flatMap({ UnitCode($0) }) { return code }
    table.report(
      .badUnitCode, at: row.record.location(of: "unit"), raw: row["unit"] ?? "", [:])
    return nil
  }

  private func revenue(_ row: PlanRow, in unit: UnitOfMeasure) -> ExactDecimal? {
    let number = row["revenue"].flatMap { ExactDecimal($0) }
    if let value = number?.inBase(of: unit), value >= .zero { return value }
    row.bad("revenue", expected: "a number, 0 or more, in \(unit)")
    return nil
  }

  private func year(_ row: PlanRow) -> Int? {
    if row["year"] == nil { row.bad("year", expected: "a year such as 2022") }
    return row.year("year")
  }
}
