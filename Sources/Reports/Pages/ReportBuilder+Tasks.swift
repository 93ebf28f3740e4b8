// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// 任务: a table of all, then each with its targets.
  var taskSections: [ReportSection] {
    guard let plan = content.plan else { return [] }
    return [section(.tasksOverview, tables: [taskTable(plan.tasks)])] + plan.tasks.map(section)
  }

  func taskTable(_ tasks: [TaskProgress]) -> Table {
    table(
      .taskTableCaption, stub: .taskStubHead,
      [
        (.taskState, .words), (.taskLights, .words), (.taskOverdue, .words),
        (.taskReported, .words), (.taskDepartments, .words),
      ],
      rows: tasks.map { task in
        TableRow(
          stub: "\(task.task.number) \(task.task.name)",
          cells: [
            .words(state(task.state)),
            .words(task.targets.isEmpty ? "—" : targetWords.counts(task.lightCounts)),
            .words(ids(task.overdue.map(\.target.id))), .words(task.lastReported ?? "—"),
            .words(task.task.departments.joined(separator: targetWords.word("list"))),
          ])
      })
  }

  func state(_ state: ProgressReport.State?) -> String {
    state.map(targetWords.state) ?? targetWords.word("state_unknown")
  }

  func ids(_ ids: [String]) -> String { ids.isEmpty ? "—" : ids.joined(separator: " ") }

  private func section(of task: TaskProgress) -> ReportSection {
    let list = targetWords.word("list")
    let rows: [(Message, String?)] = [
      (.taskState, state(task.state)), (.taskReported, task.lastReported),
      (.targetEvidence, task.report?.evidence), (.targetRemark, task.report?.remark),
      (.taskDepartments, task.task.departments.joined(separator: list)),
    ]
    return ReportSection(
      heading: catalogue.text(
        .taskHeading, ["number": String(task.task.number), "name": task.task.name]),
      paragraphs: task.targets.isEmpty ? [Paragraph(catalogue.text(.taskWithoutTargets))] : [],
      facts: facts(rows),
      tables: task.targets.isEmpty
        ? []
        : [
          targetTable(.taskTargetsCaption, task.targets, ["number": String(task.task.number)])
        ])
  }
}
