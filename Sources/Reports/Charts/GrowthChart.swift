// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Growth over the survey periods as lines, with their names at their ends.
struct GrowthChart: Sendable {
  typealias Frame = ChartSize

  let title: String
  let description: String
  let series: [GrowthSeries]
  /// From the first to the last survey period, without gaps.
  let periods: [Period]
  let palette: ChartPalette
  var frame = ChartSize.wide
  let catalogue: MessageCatalogue
  var breaks: [ChartBreak] = []
  /// For a file, which has no page around it that says them.
  var unit = ""
  var source: String?
  var id = "growth"

  var svg: String {
    let caption = ChartCaption(id: id, title: title, unit: unit, source: source)
    let canvas = ChartCanvas(
      palette: palette, size: frame, catalogue: catalogue,
      id: caption.safeID + (frame.isNarrow ? "-narrow" : ""))
    return canvas.svg(caption, description, body(on: canvas))
  }

  private func body(on canvas: ChartCanvas) -> ChartBody {
    guard let plot = plot(on: canvas) else { return ChartBody(height: frame.height, marks: "") }
    // The total last, so that it lies on top.
    let lines = series.indices.reversed().map { line(at: $0, plot) }.joined()
    return ChartBody(
      height: frame.height,
      marks: plot.grid(on: canvas)
        + plot.months.labels(below: plot.bottom, current: periods.last, on: canvas)
        + plot.breaks(breaks, on: canvas) + lines + labels(plot, on: canvas))
  }

  private func plot(on canvas: ChartCanvas) -> PlotArea? {
    let scale = ChartScale(around: series.flatMap(\.drawn).map(\.number.thousandths))
    let months = MonthAxis(
      periods, left: PlotArea.margin(for: [scale], on: canvas),
      right: canvas.width
        - canvas.rightMargin(for: series))
    return months.map {
      PlotArea(
        top: 200, bottom: (frame.height - MonthAxis.labelHeight) * 10, scale: scale, months: $0)
    }
  }

  private func line(at index: Int, _ plot: PlotArea) -> String {
    let runs = series[index].drawn.runs(joiningYears: false, breaks: breaks)
    let marker = ChartPalette.markers[index % ChartPalette.markers.count]
    return "<g>\n"
      + plot.line(
        runs, colour(index), width: index == 0 ? "2.6" : "1.8",
        dash: ChartPalette.dashes[index % ChartPalette.dashes.count])
      + plot.markers(runs, marker, colour(index), current: periods.last) + "</g>\n"
  }

  private func labels(_ plot: PlotArea, on canvas: ChartCanvas) -> String {
    let labels = series.indices.compactMap { index -> EndLabel? in
      guard let end = series[index].drawn.last else { return nil }
      return EndLabel(
        end: plot.place(end), value: canvas.amount(end.number, "%"), name: series[index].name,
        colour: colour(index))
    }
    return canvas.endLabels(labels, at: plot.right + 180, within: plot.top...plot.bottom)
  }

  private func colour(_ index: Int) -> String {
    series[index].isOfOtherArea ? palette.muted : palette.colour(index)
  }
}
