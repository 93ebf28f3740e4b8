// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The parts of a whole over time: bars from 0 to 100 %, each with its parts on top of each other.
///
/// Only for a partition; sectors that overlap are rows (`RowChart`). A negative share takes no
/// height, its number stands in the label.
struct ShareChart: Chart {
  let caption: ChartCaption
  /// In %; the first lies at the bottom.
  let parts: [ChartSeries]
  /// From the first to the last survey period, without gaps.
  let periods: [Period]
  var breaks: [ChartBreak] = []

  private static let whole = 100_000

  func description(in catalogue: MessageCatalogue) -> String {
    catalogue.text(
      .chartShareDescription,
      ["parts": parts.map { catalogue.course($0.name, $0.points, "%") }.joined()])
      + catalogue.missingWords(missing) + catalogue.breakWords(breaks)
  }

  /// Without any part.
  private var missing: [Period] {
    let known = Set(parts.flatMap(\.points).map(\.period))
    return periods.filter { !known.contains($0) }
  }

  func body(on canvas: ChartCanvas) -> ChartBody {
    // Labels of one line and a value each need 33 pixels.
    let height = max(canvas.size.height, 33 * parts.count + 80)
    guard let plot = plot(height: height, on: canvas) else {
      return ChartBody(height: 0, marks: "")
    }
    let areas = parts.indices.map { area(at: $0, plot, canvas) }
    let fills = parts.indices.map { AreaFill.part($0, on: canvas) }
    return ChartBody(
      height: height, definitions: fills.map(\.definition).joined(),
      marks: plot.grid(on: canvas) + areas.joined()
        + plot.months.labels(below: plot.bottom, current: periods.last, on: canvas)
        + plot.breaks(breaks, on: canvas) + missingMarks(plot, canvas) + labels(plot, canvas))
  }

  private func plot(height: Int, on canvas: ChartCanvas) -> PlotArea? {
    let scale = ChartScale(around: [0, Self.whole], intervals: 5)
    return MonthAxis(
      periods, left: PlotArea.margin(for: [scale], on: canvas),
      right: canvas.width - canvas.rightMargin(for: parts.map(\.name) + values(on: canvas))
    ).map {
      PlotArea(top: 240, bottom: (height - MonthAxis.labelHeight) * 10, scale: scale, months: $0)
    }
  }

  private func values(on canvas: ChartCanvas) -> [String] {
    parts.compactMap { part in part.points.last.map { canvas.amount($0.number, "%") } }
  }

  private func area(at index: Int, _ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    let width = barWidth(plot)
    let path = parts[index].points.map { point in
      let (low, high) = span(of: index, at: point.period)
      return barPath(
        x: plot.months.x(point.period) - width / 2, y: plot.y(high), width: width,
        height: plot.y(low) - plot.y(high))
    }
    let fill = AreaFill.part(index, on: canvas)
    // The light edge keeps neighbours apart.
    return "<path d=\"\(path.joined())\" fill=\"\(fill.paint)\" stroke=\"\(canvas.palette.paper)\""
      + " stroke-width=\".8\"/>\n"
  }

  private func barWidth(_ plot: PlotArea) -> Int { max(5, min(plot.months.slot * 8 / 10, 400)) }

  /// Where a part begins and ends, in thousandths of a percent, within 0…100 %.
  private func span(of index: Int, at period: Period) -> (low: Int, high: Int) {
    var (low, high) = (0, 0)
    for part in parts[...index] {
      let share = part.points.first { $0.period == period }?.number.thousandths ?? 0
      low = high
      high = min(Self.whole, high + min(max(0, share), Self.whole))
    }
    return (low, high)
  }

  private func missingMarks(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    missing.map { period in
      canvas.label(
        "…", at: ChartPlace(x: plot.months.x(period), y: plot.bottom - 30), .middle,
        fill: canvas.palette.muted)
    }.joined()
  }

  private func labels(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    let labels = parts.indices.compactMap { index -> EndLabel? in
      guard let last = parts[index].points.last else { return nil }
      let (low, high) = span(of: index, at: last.period)
      let x = plot.months.x(last.period) + barWidth(plot) / 2 - 60
      return EndLabel(
        end: ChartPlace(x: x, y: (plot.y(low) + plot.y(high)) / 2),
        value: canvas.amount(last.number, "%"), name: parts[index].name,
        colour: AreaFill.part(index, on: canvas).colour)
    }
    return canvas.endLabels(
      labels, at: plot.right + 180, within: plot.top...plot.bottom,
      lines: labels.count > 8 ? 1 : nil)
  }
}
