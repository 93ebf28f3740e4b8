// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// 部门: a table of all, then each with what it leads, owes and answers for.
  var departmentSections: [ReportSection] {
    guard let plan = content.plan else { return [] }
    return [section(.departmentsOverview, tables: [departmentTable(plan.departments)])]
      + plan.departments.map(section)
  }

  func departmentTable(_ departments: [DepartmentProgress]) -> Table {
    table(
      .departmentTableCaption, stub: .departmentStubHead,
      [
        (.departmentLeads, .words), (.departmentJoins, .words), (.taskLights, .words),
        (.taskOverdue, .words), (.departmentOwes, .words),
      ],
      rows: departments.map { department in
        TableRow(
          stub: department.department.name,
          cells: [
            .words(ids(department.leads.map { String($0.task.number) })),
            .words(ids(department.joins.map { String($0.task.number) })),
            .words(
              department.targets.isEmpty
                ? "—" : targetWords.counts(Light.counts(of: department.targets))),
            .words(ids(department.overdue.map(\.target.id))),
            .words(ids(owed(by: department))),
          ])
      })
  }

  private func owed(by department: DepartmentProgress) -> [String] {
    department.owes.map(\.target.id)
      + department.unreported.map { targetWords.word("task", ["number": String($0.number)]) }
  }

  private func section(of department: DepartmentProgress) -> ReportSection {
    let list = targetWords.word("list")
    func names(_ tasks: [TaskProgress]) -> String {
      tasks.map { "\($0.task.number) \($0.task.name)" }.joined(separator: list)
    }
    let rows: [(Message, String?)] = [
      (.departmentLeads, names(department.leads)), (.departmentJoins, names(department.joins)),
      (.departmentOwes, owed(by: department).joined(separator: list)),
    ]
    return ReportSection(
      heading: department.department.name, facts: facts(rows),
      tables: department.targets.isEmpty
        ? []
        : [
          targetTable(
            .departmentTargetsCaption, department.targets,
            ["department": department.department.name])
        ])
  }
}
