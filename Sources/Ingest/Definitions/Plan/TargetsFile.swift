// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/targets.csv`: what the plan promises. A workspace without a plan has no such file.
struct TargetsFile {
  static let file = PlanFrame.folder + "/targets.csv"

  /// What rows are checked against.
  struct Context {
    let figures: FigureIDs
    /// `nil` without `plan.yml`.
    let frame: PlanFrame?
    /// `nil` without a table of them: then every name is good.
    let departments: DepartmentsFile?
    let taskNumbers: [Int]
    let changes: TargetChangesFile?
  }

  /// Which tasks a target belongs to, as its row says.
  struct Promise {
    let id: String
    let tasks: [Int]
  }

  private let context: Context
  private let table: DefinitionTable
  private(set) var targets: [Target] = []
  /// Of every row with an id, also of those with errors; `nil` where the table as a whole is broken.
  private(set) var promises: [Promise]?
  private var ids: Set<String> = []

  var findings: [Finding] { table.findings }

  init(_ bytes: [UInt8], _ context: Context) {
    self.context = context
    table = DefinitionTable(file: Self.file, bytes: bytes)
    let columns = ["id", "indicator", "comparator", "target", "unit", "deadline", "figure"]
    guard table.require(columns) else { return }
    promises = []
    for record in table.records { add(PlanRow(record: record, table: table)) }
  }

  private mutating func add(_ row: PlanRow) {
    let tasks = tasks(row)
    // What else is wrong in a repeated row is found all the same.
    let target = target(row, tasks)
    guard let id = row["id"] else { return }
    guard ids.insert(id).inserted else {
      row.repeated(id, in: "id")
      return
    }
    promises?.append(Promise(id: id, tasks: tasks))
    if let target { targets.append(target) }
  }

  private func target(_ row: PlanRow, _ tasks: [Int]) -> Target? {
    let (id, name) = (row["id"], row["indicator"])
    if id == nil || name == nil { row.bad("id", expected: "an id and an indicator") }
    let departments =
      context.departments?.departments(in: "responsible_departments", of: row)
      ?? row.list("responsible_departments")
    let phrases = phrases(row)
    let path = choice(row, "path", Target.Path.self)
    let promise = TargetPromise(row, context.figures)
    let (deadline, baseline) = times(row, promise)
    guard let id, let name, let promise, let deadline else { return nil }
    return Target(
      id: id, name: name, section: row["section"] ?? "", tasks: tasks, kind: promise.kind,
      comparator: promise.comparator, value: promise.value, upper: promise.upper,
      unit: promise.unit, baseline: baseline, deadline: deadline,
      deadlineNote: row["deadline_note"], departments: departments, sourcePhrases: phrases,
      modality: row["modality"].flatMap { $0 == "committed" ? nil : $0 }, note: row["note"],
      series: promise.series, path: path,
      changes: context.changes?.changes(of: id, promise, deadline) ?? [],
      location: row.record.location)
  }

  private func tasks(_ row: PlanRow) -> [Int] {
    row.list("task_no").reduce(into: []) { tasks, text in
      guard let number = Int(text), context.taskNumbers.contains(number) else {
        row.unknown(text, in: "task_no", among: context.taskNumbers.map { String($0) })
        return
      }
      if !tasks.contains(number) { tasks.append(number) }
    }
  }

  /// One clause each, between `|`; all must stand in the plan's text where there is one.
  private func phrases(_ row: PlanRow) -> [String] {
    let phrases = (row["source_phrase"] ?? "").split(separator: "|")
      .map { CellText.trimmed(String($0)) }.filter { !$0.isEmpty }
    guard let text = context.frame?.text else { return phrases }
    for phrase in phrases where !text.contains(phrase) {
      table.report(
        .phraseNotFound, at: row.record.location(of: "source_phrase"), raw: phrase,
        ["file": text.file])
    }
    return phrases
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ row: PlanRow, _ header: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = row[header] else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    row.bad(header, expected: "one of \(known), or empty")
    return nil
  }

  // MARK: - Years

  /// The deadline, `nil` with a finding where it is none, and where the target starts from.
  private func times(
    _ row: PlanRow, _ promise: TargetPromise?
  ) -> (Target.Deadline?, Target.Baseline?) {
    let deadline = row.deadline("deadline")
    let baseline = baseline(row, promise)
    guard let deadline else { return (nil, baseline) }
    let due: Int?
    if case .year(let year) = deadline { due = year } else { due = context.frame?.endYear }
    let years = [context.frame?.baseYear, baseline?.year].compactMap(\.self)
    if let due, let base = years.max(), due <= base {
      row.bad(
        row["deadline"] == nil ? "baseline_year" : "deadline", expected: "a year after \(base)")
    }
    return (deadline, baseline)
  }

  private func baseline(_ row: PlanRow, _ promise: TargetPromise?) -> Target.Baseline? {
    let (value, year) = (row.number("baseline"), row.year("baseline_year"))
    if let promise, promise.isRateOfLevel {
      if value.map({ $0 > .zero }) != true {
        row.bad("baseline", expected: "the level that it grows from, above 0")
      }
    } else if let value, let promise,
      let expected = PossibleValue(kind: promise.kind, unit: promise.unit)
        .expected(insteadOf: value)
    {
      row.bad("baseline", expected: expected)
    }
    let isGrowth = promise?.kind == .cumulativeGrowth || promise?.kind == .compoundedRate
    if row["baseline_year"] == nil, row["baseline"] != nil || isGrowth {
      row.bad("baseline_year", expected: "the year that it starts from")
    }
    if let year, let measured = promise?.yearOfMeasure, measured != year {
      row.bad("baseline_year", expected: "\(measured), as in the figure")
    }
    return year.map { Target.Baseline(value: value, year: $0) }
  }
}
