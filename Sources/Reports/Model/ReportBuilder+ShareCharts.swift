// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// The sectors' shares now and in the same period of the year before. They overlap, so each has a bar of
  /// its own; `nil` with fewer than two.
  func sectorShares(table: Table) throws(ReportError) -> ChartFrame? {
    guard let headline else { return nil }
    var rows: [RowChart.Row] = []
    for sector in try sectorsWithData() where sector.id != Figures.total {
      let share = try figure(.share, of: sector, headline)
      let change = try figure(.shareChange, of: sector, headline)
      guard let now = share.exact, let number = ChartNumber(now, decimals: 1) else { continue }
      let before = change.exact.flatMap { try? now.subtracting($0) }
      rows.append(
        RowChart.Row(
          name: subject.label(sector), number: number,
          earlier: before.flatMap { ChartNumber($0, decimals: 1) }))
    }
    guard rows.count > 1 else { return nil }
    let chart = RowChart(
      caption: ChartCaption(
        id: "shares", title: catalogue.text(.sharesTitle, ["total": totalInSentence]),
        unit: catalogue.text(.sharesUnit)),
      unit: "%", rows: rows, name: period.title,
      earlierName: catalogue.text(.sharesEarlier))
    return frame(chart, table: table)
  }

  /// The largest divisions' shares of the total over the chart's periods, and the rest of them: a
  /// partition. A period in which one of them is missing has no bar.
  ///
  /// - Parameter divisions: of the total, the largest share first.
  func divisionShares(
    _ divisions: [(name: String, division: SectorName)]
  ) throws(ReportError)
    -> ChartFrame?
  {
    guard let headline, divisions.count > Self.drawnDivisions else { return nil }
    let drawn = divisions.prefix(Self.drawnDivisions)
    var courses = Array(repeating: [ChartPoint](), count: drawn.count + 1)
    for period in chartPeriods {
      var rest = Ratio(100)
      var points: [ChartPoint] = []
      for (_, division) in drawn {
        let share = try figure(.share, ofPart: division, headline, .ytd, at: period)
        guard let exact = share.exact, let left = try? rest.subtracting(exact),
          let point = point(share)
        else { break }
        rest = left
        points.append(point)
      }
      guard points.count == drawn.count, let other = ChartNumber(rest, decimals: 1) else {
        continue
      }
      points.append(ChartPoint(period: period, number: other))
      for index in points.indices { courses[index].append(points[index]) }
    }
    let periods = chartPeriods.filter { period in courses[0].contains { $0.period == period } }
    guard let first = periods.first, periods.count > 1 else { return nil }
    let names = drawn.map(\.name) + [catalogue.text(.waterfallRest)]
    let parts = zip(names, courses).map { ChartSeries(name: $0, points: $1) }
    let title = catalogue.text(.divisionSharesTitle, ["total": totalInSentence])
    let chart = ShareChart(
      caption: ChartCaption(
        id: "division-shares", title: title, unit: catalogue.text(.sharesUnit)),
      parts: parts, periods: chartPeriods.filter { first <= $0 })
    return frame(
      chart,
      table: dataTable(title, periods, parts.map { (name: $0.name, points: $0.points) }))
  }

  /// More than five cannot be told apart, with the rest.
  private static let drawnDivisions = 4
}
