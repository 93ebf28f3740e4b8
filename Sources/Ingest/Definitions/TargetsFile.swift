// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/targets.csv`: what the plan promises. A workspace without a plan has no such file.
enum TargetsFile {
  static let file = "Input/plan/targets.csv"

  static func load(_ bytes: [UInt8], definitions: FigureIDs, findings: inout [Finding]) -> [Target]
  {
    let table = DefinitionTable(file: file, bytes: bytes)
    defer { findings += table.findings }
    let columns = ["id", "indicator", "comparator", "target", "unit", "deadline", "figure"]
    guard table.require(columns) else { return [] }
    var targets: [Target] = []
    for record in table.records {
      guard let target = target(record, table, definitions) else { continue }
      if targets.contains(where: { $0.id == target.id }) {
        table.report(
          .repeatedName, at: record.location(of: "id"), raw: target.id, ["name": target.id])
      } else {
        targets.append(target)
      }
    }
    return targets
  }

  private static func target(
    _ record: DefinitionTable.Record, _ table: DefinitionTable, _ definitions: FigureIDs
  ) -> Target? {
    func bad(_ header: String, _ expected: String) {
      table.report(
        .badDefinition, at: record.location(of: header), raw: record[header],
        ["expected": expected])
    }
    let (id, name) = (record["id"], record["indicator"])
    if id == nil || name == nil { bad("id", "an id and an indicator") }
    let comparator = record["comparator"].flatMap(Target.Comparator.init)
    if comparator == nil { bad("comparator", "one of >, >=, <, <=") }
    let value = record["target"].flatMap { ExactDecimal($0) }
    if value == nil { bad("target", "a number") }
    let unit = record["unit"].flatMap { UnitOfMeasure($0) }
    if unit == nil { bad("unit", "a unit of measure such as 亿元, %") }
    let deadline = record["deadline"].map { Int($0) }
    if let deadline, deadline == nil { bad("deadline", "a year, or empty") }
    let series = series(record, table, definitions, unit: unit)
    guard let id, let name, let comparator, let value, let unit else { return nil }
    return Target(
      id: id, name: name, comparator: comparator, value: value, unit: unit,
      deadline: (deadline ?? nil).map { .year($0) } ?? .notDated,
      sourcePhrases: record["source_phrase"].map { [$0] } ?? [], series: series)
  }

  private static func series(
    _ record: DefinitionTable.Record, _ table: DefinitionTable, _ definitions: FigureIDs,
    unit: UnitOfMeasure?
  ) -> String? {
    guard let text = record["figure"] else { return nil }
    guard let unknown = definitions.problem(inSeries: text) else {
      if let unit, definitions.unit(ofSeries: text)?.factor(to: unit) == nil {
        table.report(
          .badDefinition, at: record.location(of: "unit"), raw: record["unit"],
          ["expected": definitions.unit(ofSeries: text)?.symbol ?? ""])
      }
      return text
    }
    table.report(
      .unknownName, at: record.location(of: "figure"), raw: text,
      ["name": unknown.name, "suggestion": unknown.suggestion ?? ""])
    return nil
  }
}

/// The ids that a figure's name is made of, to check names before anything is computed.
package struct FigureIDs: Sendable {
  let indicators: [Indicator]
  let sectors: [String]

  /// The part of `indicator.sector.basis.measure` that does not resolve, with the nearest id.
  func problem(inSeries series: String) -> (name: String, suggestion: String?)? {
    let parts = series.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { return (series, nil) }
    let known = [indicators.map(\.id), sectors, Basis.allCases.map(\.rawValue)]
    for (part, names) in zip(parts, known) where !names.contains(part) {
      return (part, suggestion(for: part, among: names))
    }
    guard Measure(rawValue: parts[3]) == nil else { return nil }
    return (parts[3], suggestion(for: parts[3], among: Measure.allCases.map(\.rawValue)))
  }

  /// The unit that the figure is printed in.
  func unit(ofSeries series: String) -> UnitOfMeasure? {
    let parts = series.split(separator: ".").map(String.init)
    guard parts.count == 4, let measure = Measure(rawValue: parts[3]),
      let indicator = indicators.first(where: { $0.id == parts[0] })
    else { return nil }
    return measure.unit(of: indicator)
  }
}
