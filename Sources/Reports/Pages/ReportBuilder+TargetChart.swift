// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// A target's path with what came; `nil` for what is there or not, and where there is no number to
  /// draw beside the promised one.
  func targetChart(_ assessment: TargetAssessment) -> ChartFrame? {
    let target = assessment.target
    let course = (content.courses[target.id] ?? []).map { disclosed($0, of: target) }
    let decimals = max(assessment.value.decimals, target.value.scale, 1)
    func points(_ value: (CoursePoint) -> Ratio?) -> [ChartPoint] {
      course.compactMap { place in
        value(place).flatMap { ChartNumber($0, decimals: decimals) }.map {
          ChartPoint(period: place.period, number: $0)
        }
      }
    }
    let actual = carried(points(\.value), to: assessment, decimals)
    let expected = points(\.expected)
    guard !actual.isEmpty || !expected.isEmpty else { return nil }
    let unit = target.unit == .percent ? "%" : target.unit.prose(in: language)
    let title = catalogue.text(
      .targetChartTitle,
      [
        "name": target.name, "light": targetWords.light(assessment),
        "value": targetWords.value(assessment),
      ])
    let chart = TargetPathChart(
      caption: ChartCaption(
        id: "target-" + target.id, title: title, unit: target.unit.symbol(in: language)),
      unit: unit, actual: actual, expected: expected, target: promised(target),
      gap: gapMark(assessment, decimals),
      deadline: course.last?.period, joinsYears: assessment.accrual != .year)
    let series = [
      (catalogue.text(.targetExpected), expected), (catalogue.text(.targetValueNow), actual),
    ]
    return frame(
      chart,
      table: dataTable(
        target.id + " " + target.name, course.map(\.period),
        series.map { (name: $0.0, points: $0.1) }))
  }

  /// Without the value of a period in which its figure is confidential.
  private func disclosed(_ point: CoursePoint, of target: Target) -> CoursePoint {
    guard let series = target.series, let name = FigureName(series: series, period: point.period),
      let figure = try? figures.figure(name), figure.value == .missing(.confidential)
    else { return point }
    return point.withoutValue
  }

  /// What was last said still stands at the value's period.
  private func carried(
    _ points: [ChartPoint], to assessment: TargetAssessment, _ decimals: Int
  ) -> [ChartPoint] {
    guard let last = points.last, last.period < assessment.valuePeriod,
      let number = assessment.value.exact.flatMap({ ChartNumber($0, decimals: decimals) })
    else { return points }
    return points + [ChartPoint(period: assessment.valuePeriod, number: number)]
  }

  private func promised(_ target: Target) -> TargetPathChart.Mark? {
    ChartNumber(Ratio(target.value), decimals: target.value.scale).map {
      TargetPathChart.Mark(number: $0, label: targetWords.promise(target))
    }
  }

  /// From the value to what is expected of it by now.
  private func gapMark(_ assessment: TargetAssessment, _ decimals: Int) -> TargetPathChart.Mark? {
    guard let expected = assessment.numbers?.expected,
      let place = content.courses[assessment.target.id]?.last(where: {
        $0.period == assessment.valuePeriod
      })?.expected,
      let number = ChartNumber(place, decimals: decimals)
    else { return nil }
    return TargetPathChart.Mark(
      number: number,
      label: targetWords.difference(expected.ahead, of: assessment, leastDecimals: 1))
  }
}
