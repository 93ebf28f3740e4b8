// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What one department answers for at a period.
package struct DepartmentProgress: Sendable {
  package let department: Department
  /// The tasks that it is named first for.
  package let leads: [TaskProgress]
  /// The others that it is named for.
  package let joins: [TaskProgress]
  /// The targets that it is named for, first or not.
  package let targets: [TargetAssessment]
  /// Targets that it leads and that have no value.
  package let owes: [TargetAssessment]
  /// Tasks that it leads and that nobody has reported on.
  package let unreported: [PlanTask]

  init(_ department: Department, tasks: [TaskProgress], targets: [TargetAssessment]) {
    self.department = department
    leads = tasks.filter { department.isNamed(first: true, in: $0.task.departments) }
    joins = tasks.filter {
      department.isNamed(first: false, in: $0.task.departments)
        && !department.isNamed(first: true, in: $0.task.departments)
    }
    self.targets = targets.filter { department.isNamed(first: false, in: $0.departments) }
    owes = targets.filter { department.isNamed(first: true, in: $0.owedBy) }
    unreported = leads.filter { $0.report == nil }.map(\.task)
  }

  package var overdue: [TargetAssessment] { targets.filter(\.isOverdue) }
}

extension Department {
  /// Whether one of its names is among these.
  package func isNamed(first: Bool, in names: [String]) -> Bool {
    names.prefix(first ? 1 : names.count).contains { $0 == name || aliases.contains($0) }
  }
}
