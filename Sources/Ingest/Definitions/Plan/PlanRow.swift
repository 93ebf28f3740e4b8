// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A row of one of the plan's tables, read cell by cell; what is wrong is reported at its cell.
struct PlanRow {
  let record: DefinitionTable.Record
  let table: DefinitionTable

  /// The code of a cell that does not fit: another one in what departments report.
  var badCode = FindingCode.badDefinition

  subscript(header: String) -> String? { record[header] }

  func bad(_ header: String, expected: String) {
    table.report(
      badCode, at: record.location(of: header), raw: record[header],
      ["column": header, "expected": expected])
  }

  /// A name that nothing has, with the nearest that something has.
  func unknown(_ name: String, in header: String, among known: some Sequence<String>) {
    table.report(
      .unknownName, at: record.location(of: header), raw: name,
      ["name": name, "suggestion": suggestion(for: name, among: known) ?? ""])
  }

  func repeated(_ name: String, in header: String) {
    table.report(.repeatedName, at: record.location(of: header), raw: name, ["name": name])
  }

  /// `nil` where the cell is empty, and with a finding where it holds no number.
  func number(_ header: String) -> ExactDecimal? {
    guard let text = record[header] else { return nil }
    if let number = ExactDecimal(text) { return number }
    bad(header, expected: "a number")
    return nil
  }

  /// `nil` where the cell is empty, and with a finding where it holds no year.
  func year(_ header: String) -> Int? {
    guard let text = record[header] else { return nil }
    if let year = PlanFrame.year(text) { return year }
    bad(header, expected: "a year such as 2022")
    return nil
  }

  /// `2022`, `recurring`, or `not dated` as an empty cell; `nil` with a finding for anything else.
  func deadline(_ header: String) -> Target.Deadline? {
    switch record[header] {
    case nil, "not dated": return .notDated
    case "recurring": return .recurring
    case let text?:
      if let year = PlanFrame.year(text) { return .year(year) }
      bad(header, expected: "a year, recurring, not dated, or empty")
      return nil
    }
  }

  /// `>`, `>=`, `<`, `<=`, also as `≥` and `≤`; `nil` with a finding for anything else.
  func comparator(_ header: String) -> Target.Comparator? {
    switch record[header] {
    case "≥": return .atLeast
    case "≤": return .atMost
    case let text?:
      if let comparator = Target.Comparator(rawValue: text) { return comparator }
    case nil: break
    }
    bad(header, expected: "one of >, >=, <, <=")
    return nil
  }

  /// The texts between `;`, without blanks around them.
  func list(_ header: String) -> [String] {
    (record[header] ?? "").split { $0 == ";" || $0 == "；" }
      .map { CellText.trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}
