// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/target-changes.csv`: targets that were changed later, from when and by which
/// document. A plan that has not been changed has no such file.
struct TargetChangesFile {
  static let file = PlanFrame.folder + "/target-changes.csv"

  private struct Entry {
    let row: PlanRow
    let from: Period
    let document: String
  }

  private let table: DefinitionTable
  /// By target, oldest first.
  private var entries: [String: [Entry]] = [:]
  private let frame: PlanFrame?

  var findings: [Finding] { table.findings }

  init(_ bytes: [UInt8], frame: PlanFrame?) {
    self.frame = frame
    table = DefinitionTable(file: Self.file, bytes: bytes)
    guard table.require(["target", "from", "comparator", "value", "deadline", "document"]) else {
      return
    }
    for record in table.records { add(PlanRow(record: record, table: table)) }
    for (id, unsorted) in entries { entries[id] = unsorted.sorted { $0.from < $1.from } }
  }

  private mutating func add(_ row: PlanRow) {
    let from = from(row)
    if row["target"] == nil { row.bad("target", expected: "a target's id") }
    if row["document"] == nil { row.bad("document", expected: "the document that changed it") }
    if row["value"] == nil { row.bad("value", expected: "a number") }
    guard let id = row["target"], let from, let document = row["document"] else { return }
    if entries[id, default: []].contains(where: { $0.from == from }) {
      row.repeated("\(id) \(from)", in: "from")
    } else {
      entries[id, default: []].append(Entry(row: row, from: from, document: document))
    }
  }

  private func from(_ row: PlanRow) -> Period? {
    guard let text = row["from"], let period = Period(text), period.isSurveyPeriod else {
      table.report(.badPeriod, at: row.record.location(of: "from"), raw: row["from"], [:])
      return nil
    }
    if let frame, !(frame.baseYear + 1...frame.endYear).contains(period.year) {
      row.bad("from", expected: "a period of \(frame.baseYear + 1)…\(frame.endYear)")
    }
    return period
  }

  /// An empty comparator or deadline is that of before.
  func changes(
    of id: String, _ promise: TargetPromise, _ deadline: Target.Deadline
  ) -> [Target.Change] {
    var (comparator, deadline) = (promise.comparator, deadline)
    return (entries[id] ?? []).compactMap { entry in
      let row = entry.row
      if row["comparator"] != nil {
        comparator = row.comparator("comparator") ?? comparator
        promise.checkComparator(row, "comparator", comparator, isRange: false)
      }
      if row["deadline"] != nil { deadline = checkedDeadline(row) ?? deadline }
      guard let value = row.number("value") else { return nil }
      promise.check(row, "value", value)
      return Target.Change(
        from: entry.from, comparator: comparator, value: value, deadline: deadline,
        document: entry.document, location: row.record.location)
    }
  }

  private func checkedDeadline(_ row: PlanRow) -> Target.Deadline? {
    guard let deadline = row.deadline("deadline") else { return nil }
    if case .year(let year) = deadline, let base = frame?.baseYear, year <= base {
      row.bad("deadline", expected: "a year after \(base)")
    }
    return deadline
  }

  /// A finding for each changed target that the plan does not have.
  func checkTargets(_ known: Set<String>) {
    for (id, entries) in entries where !known.contains(id) {
      for entry in entries { entry.row.unknown(id, in: "target", among: known) }
    }
  }
}
