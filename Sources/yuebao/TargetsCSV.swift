// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

/// How a plan stands, as CSV that spreadsheets open safely, documented in Documentation/JSON.md.
struct TargetsCSV {
  let progress: SelectedProgress
  let communities: CommunityFigures?
  let words: TargetWords

  /// Lines without a line feed behind the last.
  func text(of rows: TargetRows) -> String {
    let lines =
      switch rows {
      case .targets: [Self.targetColumns] + progress.targets.map(fields)
      case .tasks: [Self.taskColumns] + progress.tasks.map(fields)
      case .departments: [Self.departmentColumns] + progress.departments.map(fields)
      case .communities: [Self.communityColumns] + (communities?.rows ?? []).map(fields)
      }
    return lines.map(CSVText.line).joined(separator: "\n")
  }

  private static let targetColumns = [
    "id", "name", "section", "tasks", "kind", "comparator", "target", "upper", "unit", "deadline",
    "period", "value_period", "value", "state", "source", "figure", "reporter", "report_date",
    "gap", "gap_unit", "met", "due", "light", "light_word", "completion", "expected", "path",
    "ahead", "ahead_points", "start", "start_year", "needed_per_month", "needed_per_year",
    "needed_growth", "arrival", "probability", "departments", "owed_by",
  ]

  private func fields(_ assessment: TargetAssessment) -> [String] {
    promise(assessment) + value(assessment) + judgement(assessment)
      + [Self.list(assessment.departments), Self.list(assessment.owedBy)]
  }

  private func promise(_ assessment: TargetAssessment) -> [String] {
    let target = assessment.target
    return [
      target.id, target.name, target.section, Self.list(target.tasks.map(String.init)),
      target.kind.rawValue, target.comparator.rawValue, target.value.description,
      target.upper?.description ?? "", target.unit.symbol, words.deadline(target),
      assessment.period.description,
    ]
  }

  private func value(_ assessment: TargetAssessment) -> [String] {
    let value = assessment.value
    return [
      assessment.valuePeriod.description, FiguresCSV.decimal(value.exact),
      assessment.state?.rawValue ?? "", TargetsDocument.source(value),
      value.figure?.name.description ?? "", value.report?.reporter ?? "",
      value.report?.date ?? "",
    ]
  }

  private func judgement(_ assessment: TargetAssessment) -> [String] {
    let numbers = assessment.numbers
    let expected = numbers?.expected
    let needed = numbers?.needed
    let decimals: [Ratio?] = [
      needed?.perMonth, needed?.perYear, needed?.growth,
    ]
    return [
      FiguresCSV.decimal(numbers?.gap), assessment.target.gapUnit.symbol,
      assessment.isMet.map { $0 ? "yes" : "no" } ?? "", assessment.isDue ? "yes" : "no",
      assessment.light.rawValue, words.lightWord(assessment),
      FiguresCSV.decimal(numbers?.completion), FiguresCSV.decimal(expected?.value),
      expected?.path?.rawValue ?? "", FiguresCSV.decimal(expected?.ahead),
      FiguresCSV.decimal(expected?.aheadPoints), FiguresCSV.decimal(numbers?.start?.value),
      numbers?.start.map { String($0.year) } ?? "",
    ] + decimals.map(FiguresCSV.decimal) + [
      TargetsDocument.arrival(numbers?.arrival) ?? "", numbers?.probability.map(String.init) ?? "",
    ]
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ";") }

  // MARK: - Tasks, departments, communities

  private static let taskColumns = [
    "task", "section", "name", "state", "targets", "met", "green", "yellow", "red", "none",
    "overdue", "last_report", "departments",
  ]

  private func fields(_ task: TaskProgress) -> [String] {
    [
      String(task.task.number), task.task.section, task.task.name, task.state?.rawValue ?? "",
      Self.list(task.targets.map(\.target.id)),
    ] + Self.counts(task.targets) + [
      Self.list(task.overdue.map(\.target.id)), task.lastReported ?? "",
      Self.list(task.task.departments),
    ]
  }

  /// By light, in the order of `Light`.
  private static func counts(_ targets: [TargetAssessment]) -> [String] {
    Light.allCases.map { light in String(targets.count { $0.light == light }) }
  }

  private static let departmentColumns = [
    "department", "leads", "joins", "targets", "met", "green", "yellow", "red", "none", "overdue",
    "owes", "tasks_without_report",
  ]

  private func fields(_ department: DepartmentProgress) -> [String] {
    [
      department.department.name, Self.list(department.leads.map { String($0.task.number) }),
      Self.list(department.joins.map { String($0.task.number) }),
      Self.list(department.targets.map(\.target.id)),
    ] + Self.counts(department.targets) + [
      Self.list(department.overdue.map(\.target.id)), Self.list(department.owes.map(\.target.id)),
      Self.list(department.unreported.map { String($0.number) }),
    ]
  }

  private static let communityColumns = [
    "community", "indicator", "sector", "period", "level", "unit", "yoy",
  ]

  private func fields(_ row: CommunityFigures.Row) -> [String] {
    [
      row.sector.part?.value ?? "", row.indicator.id, row.sector.sector,
      row.level.name.period.description, FiguresCSV.decimal(row.level.exact),
      row.level.unit.symbol, FiguresCSV.decimal(row.yoy.exact),
    ]
  }
}
