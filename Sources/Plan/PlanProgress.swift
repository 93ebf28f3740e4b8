// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// The whole plan at a period: every target, task and department.
package struct PlanProgress: Sendable {
  package let plan: PlanDefinition
  package let period: Period
  /// In the plan's order.
  package let targets: [TargetAssessment]
  /// In the plan's order.
  package let tasks: [TaskProgress]
  /// In the plan's order.
  package let departments: [DepartmentProgress]
  /// What the plan's own numbers say of each other, as they stood at the period.
  package let notes: [ConsistencyNote]
  private let assessor: PlanAssessor

  /// - Throws: `PlanError` for the first target that cannot be assessed at all.
  package init(_ plan: PlanDefinition, figures: Figures, at period: Period) throws(PlanError) {
    let assessor = PlanAssessor(plan, figures: figures)
    let targets = try plan.targets.map { target throws(PlanError) in
      try assessor.assessment(of: target, at: period)
    }
    self.plan = plan
    self.assessor = assessor
    self.period = period
    self.targets = targets
    let tasks = plan.tasks.map { TaskProgress($0, targets, assessor.reports, at: period) }
    self.tasks = tasks
    departments = plan.departments.map { DepartmentProgress($0, tasks: tasks, targets: targets) }
    notes = ConsistencyNote.all(of: targets.map(\.target), plan, figures.indicators)
  }

  /// The way of one of its targets from start to deadline, as `PlanAssessor.course(of:at:)`.
  package func course(of target: TargetAssessment) throws(PlanError) -> [CoursePoint] {
    try assessor.course(of: target.target, at: target.period)
  }

  /// How many targets have each light, in the order of `Light`; those that none has are left out.
  package var lightCounts: [(light: Light, count: Int)] { Light.counts(of: targets) }
}

extension Light {
  package static func counts(of targets: [TargetAssessment]) -> [(light: Light, count: Int)] {
    allCases.compactMap { light in
      let count = targets.count { $0.light == light }
      return count == 0 ? nil : (light, count)
    }
  }
}
