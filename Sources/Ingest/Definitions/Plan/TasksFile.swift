// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/tasks.csv`: the plan's tasks. A plan without tasks has no such file.
struct TasksFile {
  static let file = PlanFrame.folder + "/tasks.csv"

  private let table: DefinitionTable
  /// With their numbers, each number once.
  private var rows: [(number: Int, row: PlanRow)] = []

  var findings: [Finding] { table.findings }
  var numbers: [Int] { rows.map(\.number) }

  init(_ bytes: [UInt8]) {
    table = DefinitionTable(file: Self.file, bytes: bytes)
    guard table.require(["task_no", "task"]) else { return }
    for record in table.records {
      let row = PlanRow(record: record, table: table)
      guard let number = row["task_no"].flatMap({ Int($0) }), (1...9999).contains(number) else {
        row.bad("task_no", expected: "a number from 1")
        continue
      }
      if numbers.contains(number) {
        row.repeated(String(number), in: "task_no")
      } else {
        rows.append((number, row))
      }
    }
  }

  /// - Parameter promised: the tasks that each target names, also those of rows with errors; `nil`
  ///   where targets are not known.
  func tasks(promised: [TargetsFile.Promise]?, departments: DepartmentsFile?) -> [PlanTask] {
    var targets: [Int: [String]] = [:]
    for promise in promised ?? [] {
      for number in promise.tasks { targets[number, default: []].append(promise.id) }
    }
    let ids = promised.map { Set($0.map(\.id)) }
    return rows.compactMap { number, row in
      let named = targets[number] ?? []
      if let ids { check(row, number, named: named, known: ids) }
      let all =
        departments?.departments(in: "responsible_departments", of: row)
        ?? row.list("responsible_departments")
      guard let name = row["task"] else {
        row.bad("task", expected: "the task's name")
        return nil
      }
      return PlanTask(
        number: number, section: row["section"] ?? "", name: name, departments: all,
        targets: named, location: row.record.location)
    }
  }

  /// Where a task lists its targets, they must be those that name the task.
  private func check(_ row: PlanRow, _ number: Int, named: [String], known: Set<String>) {
    let listed = row.list("target_ids")
    guard !listed.isEmpty else { return }
    for id in listed where !known.contains(id) { row.unknown(id, in: "target_ids", among: known) }
    let (before, after) = (Set(listed), Set(named))
    let differences =
      listed.filter { known.contains($0) && !after.contains($0) }.map { "-" + $0 }
      + named.filter { !before.contains($0) }.map { "+" + $0 }
    guard !differences.isEmpty else { return }
    row.bad(
      "target_ids",
      expected: "the targets whose task_no is \(number): \(differences.joined(separator: " "))")
  }
}
