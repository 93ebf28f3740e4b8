// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

extension ReportBuilder {
  /// The chart of cumulative growth; `nil` with fewer than two points.
  func chart() throws(ReportError) -> ChartFrame? {
    guard let headline else { return nil }
    let series = try chartSeries(headline)
    guard let longest = series.map(\.points.count).max(), longest >= 2, let title = try chartTitle()
    else { return nil }
    let description = describe(series)
    return ChartFrame(
      title: Paragraph(title), name: title.text, unit: catalogue.text(.chartUnit),
      svg: drawing(series, title.text, description, .page).svg,
      narrowSVG: drawing(series, title.text, description, .page, .narrow).svg,
      file: drawing(series, title.text, description, filePalette).svg,
      path: "charts/growth\(language.fileSuffix).svg", description: description,
      table: chartTable(series))
  }

  private func drawing(
    _ series: [GrowthSeries], _ title: String, _ description: String, _ palette: ChartPalette,
    _ frame: GrowthChart.Frame = .wide
  ) -> GrowthChart {
    GrowthChart(
      title: title, description: description, series: series, periods: drawnPeriods(series),
      palette: palette, frame: frame, catalogue: catalogue)
  }

  // MARK: Data

  /// January–February of the year before through this period.
  var chartPeriods: [Period] {
    let last = content.period.lastSurveyPeriod
    guard let first = Period(year: last.year - 1, month: 2) else { return [last] }
    return first.surveyPeriods(through: last)
  }

  /// From the first period with a point: an axis does not begin with emptiness.
  func drawnPeriods(_ series: [GrowthSeries]) -> [Period] {
    let first = series.compactMap(\.points.first?.period).min()
    return chartPeriods.filter { period in first.map { $0 <= period } ?? true }
  }

  /// The total, up to four sectors, those of the plan's targets first, and the total of the first area
  /// that the office is held against.
  private func chartSeries(_ indicator: Indicator) throws(ReportError) -> [GrowthSeries] {
    let sectors = try sectorsWithData()
    let promised = promisedFigures.map(\.sector)
    let preferred = promised.compactMap { id in sectors.first { $0.id == id } } + sectors
    var chosen = sectors.filter { $0.id == Figures.total }
    for sector in preferred where chosen.count < (areas.isEmpty ? 5 : 4) && !chosen.contains(sector)
    {
      if try growth(of: sector, indicator).points.count > 1 { chosen.append(sector) }
    }
    var series: [GrowthSeries] = []
    for sector in chosen { series.append(try growth(of: sector, indicator)) }
    if let area = areas.first { series.append(try growth(of: area, indicator)) }
    return series.filter { !$0.points.isEmpty }
  }

  /// The growth of the total that another area's tables state.
  private func growth(
    of area: Area, _ indicator: Indicator
  ) throws(ReportError) -> GrowthSeries {
    var points: [GrowthSeries.Point] = []
    for period in chartPeriods {
      let name = FigureName(
        indicator: indicator.id, sector: Figures.total, basis: .ytd, measure: .yoy,
        period: period)
      do {
        let figure = try content.figures.stated(name, ofArea: area.id)
        if let point = GrowthSeries.Point(figure) { points.append(point) }
      } catch {
        throw .figure(error)
      }
    }
    return GrowthSeries(name: area.name[language], points: points, isOfOtherArea: true)
  }

  private func growth(
    of sector: Sector, _ indicator: Indicator
  ) throws(ReportError) -> GrowthSeries {
    try course(of: .yoy, sector, indicator)
  }

  /// A measure's course over the chart's periods.
  func course(
    of measure: Measure, _ sector: Sector, _ indicator: Indicator
  ) throws(ReportError) -> GrowthSeries {
    var points: [GrowthSeries.Point] = []
    for period in chartPeriods {
      let figure = try figure(measure, of: sector, indicator, at: period)
      if let point = GrowthSeries.Point(figure) { points.append(point) }
    }
    return GrowthSeries(name: subject.label(sector), points: points)
  }

  /// Beside a headline: a share's course for a share, else the course of growth. The total's level
  /// has none, since its growth stands beside it as a headline of its own.
  func sparkline(
    of name: FigureName, _ sector: Sector, _ indicator: Indicator
  ) throws(ReportError) -> String? {
    guard name.basis == .ytd, name.sector != Figures.total || name.measure != .level else {
      return nil
    }
    let series = try course(of: name.measure == .share ? .share : .yoy, sector, indicator)
    return Reports.sparkline(series, over: chartPeriods)
  }

  // MARK: Words

  /// 规模以上工业增加值同比增长10.2%，增速比上月回落0.6个百分点.
  private func chartTitle() throws(ReportError) -> [Piece]? {
    guard let headline, let total else { return nil }
    let name: [Piece] = [.text(subject.name(total, headline))]
    let growth = clauses.growthOrReason(try figure(.yoy, of: total, headline))
    let sentence = Sentence(
      of: name, amount: nil, [growth, try growthChange(of: total, headline)])
    return sentence.pieces(in: catalogue).merged
  }

  private func describe(_ series: [GrowthSeries]) -> String {
    let periods = drawnPeriods(series)
    let words = series.compactMap { line -> String? in
      guard let first = line.points.first, let last = line.points.last,
        let low = line.points.min(by: { $0.tenths < $1.tenths }),
        let high = line.points.max(by: { $0.tenths < $1.tenths })
      else { return nil }
      return catalogue.text(
        .chartSeries,
        [
          "name": line.name, "from": title(first.period), "start": first.digits,
          "to": title(last.period), "end": last.digits, "high": high.digits, "low": low.digits,
        ])
    }
    return catalogue.text(
      .chartDescription,
      [
        "first": periods.first.map(title) ?? "", "last": periods.last.map(title) ?? "",
        "series": words.joined(),
      ])
  }

  private func title(_ period: Period) -> String { PeriodWords(period, in: language).title }

  func chartTable(_ series: [GrowthSeries]) -> Table {
    var notes = TableNotes(catalogue)
    let rows = drawnPeriods(series).map { period in
      let cells = series.map { line in
        line.points.first { $0.period == period }.map {
          // Another area's figure has no name of ours.
          TableCell(
            text: numbers.grouped($0.digits),
            figure: line.isOfOtherArea ? nil : $0.figure.description)
        }
          ?? TableCell(
            text: notes.symbol(for: .notReported), reason: catalogue.text(.reasonNotReported))
      }
      return TableRow(stub: title(period), cells: cells)
    }
    return Table(
      caption: catalogue.text(.monthsCaption), stubHead: catalogue.text(.monthsStubHead),
      columns: series.map { TableColumn(heading: $0.name, unit: nil, flatHeading: $0.name) },
      rows: rows, sourceNotes: notes.sourceNotes([]))
  }
}
