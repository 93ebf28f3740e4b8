// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How one of the plan's tasks stands at a period.
package struct TaskProgress: Sendable {
  package let task: PlanTask
  /// In the plan's order.
  package let targets: [TargetAssessment]
  /// What was last reported of the task itself, up to the period.
  package let report: ProgressReport?
  /// The day of the newest report on the task or one of its targets; `nil` where there is none.
  package let lastReported: String?

  init(
    _ task: PlanTask, _ all: [TargetAssessment], _ reports: ReportIndex, at period: Period
  ) {
    let targets = all.filter { $0.target.belongs(to: task) }
    self.task = task
    self.targets = targets
    report = reports.newest(of: .task(task.number), upTo: period)
    let newest = targets.map { reports.newest(of: .target($0.target.id), upTo: period) } + [report]
    lastReported = newest.compactMap { $0?.date }.max()
  }

  /// As reported; `nil` where nobody has.
  package var state: ProgressReport.State? { report?.state }

  /// Its targets whose deadline has come and that are not known to be met.
  package var overdue: [TargetAssessment] { targets.filter(\.isOverdue) }

  package var lightCounts: [(light: Light, count: Int)] { Light.counts(of: targets) }
}

extension Target {
  /// Whether the task names it or it names the task.
  package func belongs(to task: PlanTask) -> Bool {
    tasks.contains(task.number) || task.targets.contains(id)
  }
}
