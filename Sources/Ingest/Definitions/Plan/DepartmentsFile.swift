// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/departments.csv`: who answers for the plan. Without it, those that targets and tasks
/// name.
struct DepartmentsFile {
  static let file = PlanFrame.folder + "/departments.csv"

  /// In the file's order.
  private(set) var departments: [Department] = []
  private(set) var findings: [Finding] = []
  /// Of every name and alias, the name.
  private var names: [String: String] = [:]

  init(_ bytes: [UInt8]) {
    let table = DefinitionTable(file: Self.file, bytes: bytes)
    if table.require(["department"]) {
      for record in table.records { add(PlanRow(record: record, table: table)) }
    }
    findings = table.findings
  }

  private mutating func add(_ row: PlanRow) {
    guard let name = row["department"] else {
      row.bad("department", expected: "a department's name")
      return
    }
    let aliases = row.list("aliases")
    for word in [name] + aliases {
      guard names[word] == nil else {
        row.repeated(word, in: word == name ? "department" : "aliases")
        continue
      }
      names[word] = name
    }
    departments.append(Department(name: name, aliases: aliases, location: row.record.location))
  }

  /// The departments that a cell lists, by name, each once; a finding for each that no row has.
  func departments(in header: String, of row: PlanRow) -> [String] {
    row.list(header).reduce(into: []) { found, word in
      guard let name = names[word] else {
        row.unknown(word, in: header, among: names.keys)
        return
      }
      if !found.contains(name) { found.append(name) }
    }
  }

  /// `nil` for a name that no row has.
  func name(of word: String) -> String? { names[word] }
  var words: [String] { names.keys.sorted() }
}
