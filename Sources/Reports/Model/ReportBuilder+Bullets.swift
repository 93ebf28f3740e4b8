// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// The targets that a figure measures, as bars against what is promised and expected.
  func bulletChart(_ plan: PlanProgress) -> ChartFrame? {
    let assessments = plan.targets.filter { $0.target.series != nil && isDisclosed($0) }
    let rows = assessments.compactMap(bullet)
    guard !rows.isEmpty else { return nil }
    let chart = BulletChart(
      caption: ChartCaption(
        id: "targets", title: lightsSentence(plan), unit: catalogue.text(.bulletUnit)),
      rows: rows)
    return frame(chart, table: targetTable(.targetTableCaption, assessments))
  }

  private func bullet(_ assessment: TargetAssessment) -> BulletChart.Row? {
    let target = assessment.target
    let decimals = max(assessment.value.decimals, target.value.scale)
    guard let goal = ChartNumber(Ratio(target.value), decimals: target.value.scale) else {
      return nil
    }
    return BulletChart.Row(
      name: target.id + " " + target.name,
      value: assessment.value.exact.flatMap { ChartNumber($0, decimals: decimals) },
      target: goal, promise: targetWords.promise(target),
      expected: assessment.numbers?.expected.flatMap {
        ChartNumber($0.value, decimals: max(decimals, 1))
      }, unit: target.unit == .percent ? "%" : target.unit.prose(in: language),
      light: assessment.light, status: targetWords.lightWord(assessment))
  }
}
