// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One file of progress reports.
struct ProgressFile {
  private let period: Period
  private let frame: PlanFrame
  private let subjects: ProgressSubjects
  private let departments: DepartmentsFile?
  private let table: DefinitionTable
  private let suggestions = Suggestions()
  /// In the file's order.
  private(set) var reports: [ProgressReport] = []

  /// Those of the file's period.
  var findings: [Finding] {
    table.findings.map {
      Finding(
        $0.code, at: $0.location, period: period.lastSurveyPeriod, raw: $0.raw, $0.arguments)
    }
  }

  init(
    _ bytes: [UInt8], file: String, of period: Period, frame: PlanFrame,
    subjects: ProgressSubjects, departments: DepartmentsFile?
  ) {
    (self.period, self.frame) = (period, frame)
    (self.subjects, self.departments) = (subjects, departments)
    table = DefinitionTable(file: file, bytes: bytes)
    guard table.require(["target", "task", "value", "state", "date", "reporter"]) else { return }
    reports = table.records.compactMap { record in
      report(PlanRow(record: record, table: table, badCode: .badReport))
    }
  }

  private func report(_ row: PlanRow) -> ProgressReport? {
    let subject = subject(row)
    let (date, reporter) = (date(row), reporter(row))
    let (state, isStateGood) = state(row)
    let (value, isValueGood) = value(row, of: subject)
    guard let subject, let date, let reporter, isStateGood, isValueGood,
      isComplete(row, subject, value, state)
    else { return nil }
    return ProgressReport(
      subject: subject, period: period.lastSurveyPeriod, value: value, state: state, date: date,
      evidence: row["evidence"], remark: row["remark"], reporter: reporter,
      location: row.record.location)
  }

  // MARK: - Of what and by whom

  private func subject(_ row: PlanRow) -> ProgressReport.Subject? {
    switch (row["target"], row["task"]) {
    case (let id?, nil):
      if subjects.targetIDs.contains(id) { return .target(id) }
      unknown(id, in: "target", of: row, among: subjects.targetIDs)
    case (nil, let text?):
      if let number = Int(text), subjects.tasks.contains(number) { return .task(number) }
      unknown(text, in: "task", of: row, among: subjects.tasks.map { String($0) })
    default:
      row.bad("target", expected: "target / task")
    }
    return nil
  }

  private func reporter(_ row: PlanRow) -> String? {
    guard let text = row["reporter"] else {
      row.bad(
        "reporter",
        expected: (departments?.words.sorted().prefix(3) ?? []).joined(separator: ", ") + ", …")
      return nil
    }
    guard let departments else { return text }
    if let name = departments.name(of: text) { return name }
    unknown(text, in: "reporter", of: row, among: departments.words)
    return nil
  }

  private func unknown(
    _ name: String, in header: String, of row: PlanRow, among known: some Sequence<String>
  ) {
    table.report(
      .unknownSubject, at: row.record.location(of: header), raw: name,
      ["suggestion": suggestions.near(name, among: known)])
  }

  // MARK: - When

  /// A day of the plan. One before the period, or more than a month after it, is doubtful.
  private func date(_ row: PlanRow) -> String? {
    guard let day = row["date"].flatMap(Day.iso) else {
      row.bad("date", expected: "YYYY-MM-DD (2021-05-31)")
      return nil
    }
    guard day >= frame.firstDay else {
      row.bad("date", expected: "≥ \(frame.firstDay)")
      return nil
    }
    let (first, last) = (period.months.lowerBound, period.months.upperBound)
    let begins = "\(period.year)-\(Day.twoDigits(first))-01"
    let ends =
      last == 12 ? "\(period.year + 1)-01-31" : "\(period.year)-\(Day.twoDigits(last + 1))-31"
    if !(begins...ends).contains(day) {
      table.report(
        .doubtfulReportDate, at: row.record.location(of: "date"), raw: row["date"],
        ["period": period.description])
    }
    return day
  }

  // MARK: - What

  private static let states: [String: ProgressReport.State] = [
    "未启动": .notStarted, "推进中": .underWay, "已完成": .done, "已停止": .stopped,
  ]

  private func state(_ row: PlanRow) -> (ProgressReport.State?, isGood: Bool) {
    guard let text = row["state"] else { return (nil, true) }
    if let state = Self.states[text] ?? ProgressReport.State(rawValue: text) {
      return (state, true)
    }
    row.bad(
      "state",
      expected: "未启动, 推进中, 已完成, 已停止 (not started, under way, done, stopped)")
    return (nil, false)
  }

  /// In the target's unit. A value in another unit of the same kind is converted, 1.2万人次 to 人次.
  private func value(
    _ row: PlanRow, of subject: ProgressReport.Subject?
  ) -> (ExactDecimal?, isGood: Bool) {
    guard let text = row["value"] else { return (nil, true) }
    switch NumberText.read(text) {
    case .missing: return (nil, true)
    case .notANumber, .tooManyDigits: row.bad("value", expected: "1234.5")
    case .number(let number, _, let unit):
      guard case .target(let id) = subject, let target = subjects.targets[id] else {
        // Of a task, only the state is known; of a target with errors, nothing can be said.
        if case .task = subject { row.bad("value", expected: "—") }
        return (nil, subject == nil)
      }
      guard let value = Self.converted(number, from: unit, to: target.unit) else {
        row.bad("value", expected: target.unit.symbol)
        return (nil, false)
      }
      return (value, isPossible(value, row, target))
    }
    return (nil, false)
  }

  private static func converted(
    _ number: ExactDecimal, from unit: UnitOfMeasure?, to other: UnitOfMeasure
  ) -> ExactDecimal? {
    guard let unit, unit != other else { return number }
    guard unit.dimension == other.dimension, unit.divisor == other.divisor else { return nil }
    return number.shifted(by: unit.exponent - other.exponent)
  }

  private func isPossible(_ value: ExactDecimal, _ row: PlanRow, _ target: Target) -> Bool {
    let possible = PossibleValue(kind: target.kind, unit: target.unit)
    guard let expected = possible.expected(insteadOf: value) else { return true }
    table.report(
      .impossibleValue, at: row.record.location(of: "value"), raw: row["value"],
      ["target": target.id, "expected": expected])
    return false
  }

  /// A number is reported of what is measured by one, a state of a task and of what is there or not.
  private func isComplete(
    _ row: PlanRow, _ subject: ProgressReport.Subject, _ value: ExactDecimal?,
    _ state: ProgressReport.State?
  ) -> Bool {
    var missing: String?
    switch subject {
    case .task: missing = state == nil ? "state" : nil
    case .target(let id):
      // One with errors is not judged.
      guard let target = subjects.targets[id] else { return false }
      if target.kind.isState {
        missing = state == nil && value == nil ? "state" : nil
      } else {
        missing = value == nil ? "value" : nil
      }
    }
    guard let missing else { return true }
    table.report(
      .missingValue, at: row.record.location(of: missing), raw: nil, ["header": missing])
    return false
  }
}
