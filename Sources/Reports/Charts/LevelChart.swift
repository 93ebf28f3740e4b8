// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Levels as bars from zero, and under them in a panel of its own their growth as a line, over the
/// same months: two panels and not two scales in one.
struct LevelChart: Chart {
  let caption: ChartCaption
  /// Above the bars: 规模以上工业增加值，亿元.
  let heading: String
  /// Behind a number in a sentence, as `UnitOfMeasure.prose` gives it.
  let unit: String
  /// Oldest first; missing periods have no point.
  let levels: [ChartPoint]
  /// Above the line: 累计同比增速，%.
  let growthHeading: String
  let growth: GrowthSeries
  /// The same growth of a wider area, in grey.
  var comparator: GrowthSeries?
  /// From the first to the last survey period, without gaps.
  let periods: [Period]
  var breaks: [ChartBreak] = []

  private static let headingHeight = 220

  func body(on canvas: ChartCanvas) -> ChartBody {
    let height = canvas.size.height
    guard let (upper, lower) = panels(on: canvas) else { return ChartBody(height: 0, marks: "") }
    return ChartBody(
      height: height,
      marks: head(heading, over: upper, canvas) + upper.grid(on: canvas)
        + upper.breaks(breaks, on: canvas) + bars(upper, canvas)
        + head(growthHeading, over: lower, canvas) + lower.grid(on: canvas)
        + lower.months.labels(below: lower.bottom, current: periods.last, on: canvas)
        + lower.breaks(breaks.map { ChartBreak(period: $0.period, label: "") }, on: canvas)
        + lines(lower, canvas) + labels(lower, canvas))
  }

  /// Three parts for the levels, two for the growth.
  private func panels(on canvas: ChartCanvas) -> (upper: PlotArea, lower: PlotArea)? {
    let numbers = levels.map(\.number)
    let level = ChartScale(
      around: numbers.map(\.thousandths), finest: ChartNumber.finestStep(of: numbers), intervals: 4)
    let growth = ChartScale(
      around: series.flatMap(\.drawn).map(\.number.thousandths), intervals: 3)
    let left = PlotArea.margin(for: [level, growth], on: canvas)
    let right = canvas.width - canvas.rightMargin(for: series)
    guard let months = MonthAxis(periods, left: left, right: right) else { return nil }
    let bottom = (canvas.size.height - MonthAxis.labelHeight) * 10
    let room = bottom - 2 * Self.headingHeight - 300
    let middle = Self.headingHeight + 100 + room * 3 / 5
    return (
      PlotArea(top: Self.headingHeight + 100, bottom: middle, scale: level, months: months),
      PlotArea(
        top: middle + 200 + Self.headingHeight, bottom: bottom, scale: growth, months: months)
    )
  }

  private func head(_ text: String, over plot: PlotArea, _ canvas: ChartCanvas) -> String {
    let line = fittedLabel(text, width: canvas.size.width - 8, lines: 1).first ?? ""
    return canvas.label(
      line, at: ChartPlace(x: 40, y: plot.top - 180), fill: canvas.palette.muted)
  }

  // MARK: Bars

  /// The current bar full, the others light, and the missing ones as the sign for it.
  private func bars(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    let colour = canvas.palette.colour(1)
    let others = levels.filter { $0.period != periods.last }.map { bar($0, plot) }.joined()
    let current = levels.filter { $0.period == periods.last }.map { bar($0, plot) }.joined()
    // The paper first, so that the lines of the grid do not show through.
    let light =
      others.isEmpty
      ? "" : "<path d=\"\(others)\" fill=\"\(colour)\" fill-opacity=\".5\"/>\n"
    return filled(others, canvas.palette.paper) + light + filled(current, colour)
      + missingMarks(plot, canvas) + value(plot, canvas)
  }

  private func bar(_ point: ChartPoint, _ plot: PlotArea) -> String {
    let width = max(5, min(plot.months.slot * 7 / 10, 360))
    let (zero, y) = (plot.y(0), plot.y(point.number))
    return barPath(
      x: plot.months.x(point.period) - width / 2, y: min(zero, y), width: width,
      height: max(5, abs(zero - y)))
  }

  var missing: [Period] {
    let known = Set(levels.map(\.period))
    return periods.filter { !known.contains($0) }
  }

  private func missingMarks(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    missing.map { period in
      canvas.label(
        "…", at: ChartPlace(x: plot.months.x(period), y: plot.y(0) - 30), .middle,
        fill: canvas.palette.muted)
    }.joined()
  }

  private func value(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    guard let last = levels.last, last.period == periods.last else { return "" }
    let text = fittedLabel(canvas.amount(last.number, unit), width: 240, lines: 1).first ?? ""
    let half = labelWidth(text) * 5
    let x = min(max(plot.months.x(last.period), half + 40), canvas.width - half - 40)
    let isNegative = last.number.thousandths < 0
    return canvas.label(
      text, at: ChartPlace(x: x, y: plot.y(last.number) + (isNegative ? 150 : -60)), .middle,
      fill: canvas.palette.colour(1), isBold: true, hasHalo: true)
  }

  // MARK: Lines

  var series: [GrowthSeries] { [growth] + [comparator].compactMap { $0 } }

  private func colour(_ index: Int, _ canvas: ChartCanvas) -> String {
    index == 0 ? canvas.palette.text : canvas.palette.muted
  }

  private func lines(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    series.indices.reversed().map { index in
      let runs = series[index].drawn.runs(joiningYears: false, breaks: breaks)
      let marker = index == 0 ? ChartMarker.circle : .square
      return plot.line(
        runs, colour(index, canvas), width: index == 0 ? "2.4" : "1.6",
        dash: index == 0 ? "" : "7 3")
        + plot.markers(runs, marker, colour(index, canvas), current: periods.last)
    }.joined()
  }

  private func labels(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    let labels = series.indices.compactMap { index -> EndLabel? in
      guard let end = series[index].drawn.last else { return nil }
      return EndLabel(
        end: plot.place(end), value: canvas.amount(end.number, "%"), name: series[index].name,
        colour: colour(index, canvas))
    }
    return canvas.endLabels(labels, at: plot.right + 180, within: plot.top...plot.bottom)
  }
}

extension LevelChart {
  func description(in catalogue: MessageCatalogue) -> String {
    catalogue.text(
      .chartLevelDescription,
      [
        "heading": cut(heading, to: 80), "growth_heading": cut(growthHeading, to: 80),
        "levels": catalogue.course(catalogue.text(.chartLevels), levels, unit),
        "growth": series.map { catalogue.course($0.name, $0.drawn, "%") }.joined(),
      ]) + catalogue.missingWords(missing) + catalogue.breakWords(breaks)
  }
}
