// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// 规划目标: how many have each light, then those that a figure measures and those that are behind.
  var targetSection: ReportSection? {
    guard let plan = content.plan, !plan.targets.isEmpty else { return nil }
    let shown = plan.targets.filter {
      $0.target.series != nil || [.red, .yellow].contains($0.light)
    }
    return section(
      .targetsHeading, [Paragraph(lightsSentence(plan))], charts: [bulletChart(plan)],
      tables: [shown.isEmpty ? nil : targetTable(.targetTableCaption, shown)])
  }

  /// 任务: by department.
  var taskSection: ReportSection? {
    guard let plan = content.plan, !plan.departments.isEmpty else { return nil }
    return section(.tasksHeading, tables: [departmentTable(plan.departments)])
  }

  var clusterSection: ReportSection? {
    guard !content.clusters.isEmpty else { return nil }
    return section(.clustersHeading, tables: content.clusters.map(clusterTable))
  }

  /// 超60亿元, 50%以上: the comparator in the words of methods.md §4.
  func promise(of target: Target) -> String {
    let message: Message =
      switch target.comparator {
      case .above: .promiseAbove
      case .atLeast: .promiseAtLeast
      case .below: .promiseBelow
      case .atMost: .promiseAtMost
      }
    return quantity(message, target.value.description, target.unit)
  }

  private func quantity(_ message: Message, _ digits: String, _ unit: UnitOfMeasure) -> String {
    catalogue.text(
      message, ["value": numbers.grouped(digits), "unit": unit.behindNumber(in: language)])
  }
}
