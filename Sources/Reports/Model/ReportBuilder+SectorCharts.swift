// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// Growth of every sector in a panel of its own, all on one scale.
  func sectorMultiples() throws(ReportError) -> ChartFrame? {
    guard let headline, let total else { return nil }
    var series: [GrowthSeries] = []
    for sector in try sectorsWithData() where sector.id != Figures.total {
      let line = try course(of: .yoy, sector, headline)
      if line.points.count > 1 { series.append(line) }
    }
    let whole = try course(of: .yoy, total, headline)
    let periods = drawnPeriods(series + [whole])
    guard series.count > 1, periods.count > 1 else { return nil }
    let chart = SmallMultiples(
      caption: ChartCaption(
        id: "sectors", title: catalogue.text(.multiplesTitle, ["total": totalInSentence]),
        unit: catalogue.text(.chartUnit)),
      series: series, comparator: whole.points.isEmpty ? nil : whole, periods: periods)
    return frame(chart, table: chartTable([whole] + series))
  }

  /// Level and growth of a sector's headline indicator over the months.
  func levelChart(of sector: Sector, table: Table) throws(ReportError) -> ChartFrame? {
    guard let headline, let total else { return nil }
    var levels: [ChartPoint] = []
    for period in chartPeriods {
      let figure = try figure(.level, of: sector, headline, at: period)
      if let point = point(figure) { levels.append(point) }
    }
    let growth = try course(of: .yoy, sector, headline)
    guard let first = levels.first?.period, levels.count > 1 else { return nil }
    let name: [Piece] = [.text(subject.name(sector, headline))]
    let level = try figure(.level, of: sector, headline)
    let sentence = Sentence(
      of: name, amount: clauses.level(level, of: name),
      [clauses.growth(try figure(.yoy, of: sector, headline))])
    let title = sentence.pieces(in: catalogue).merged
    let unit = headline.unit.symbol(in: language)
    let isTotal = sector.id == Figures.total
    let comparator = isTotal ? nil : try course(of: .yoy, total, headline)
    let chart = LevelChart(
      caption: ChartCaption(
        id: "course-" + sector.id,
        title: sentence.isEmpty ? subject.name(sector, headline) : title.text,
        unit: ""),
      heading: catalogue.text(
        .withUnit, ["heading": catalogue.text(.sectorCourseLevel), "unit": unit]),
      unit: headline.unit.prose(in: language), levels: levels,
      growthHeading: catalogue.text(.chartUnit), growth: growth,
      comparator: comparator.flatMap { $0.points.isEmpty ? nil : $0 },
      periods: chartPeriods.filter { first <= $0 })
    return frame(chart, title: sentence.isEmpty ? nil : Paragraph(title), table: table)
  }
}
