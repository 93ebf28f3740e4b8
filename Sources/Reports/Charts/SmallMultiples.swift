// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Growth by sector, a small panel each. All share one scale and the same months, and the picture
/// says so; the total's line lies in grey behind each.
struct SmallMultiples: Chart {
  let caption: ChartCaption
  /// In the order of reading.
  let series: [GrowthSeries]
  /// The total or a wider area.
  let comparator: GrowthSeries?
  /// From the first to the last survey period, without gaps.
  let periods: [Period]

  func description(in catalogue: MessageCatalogue) -> String {
    // Of many panels only where they stand now.
    let items = series.compactMap { line in
      series.count <= 12
        ? catalogue.course(line.name, line.drawn, "%")
        : line.drawn.last.map { catalogue.item(line.name, $0.number, "%") }
    }
    return catalogue.text(
      .chartMultiplesDescription,
      [
        "count": String(series.count), "first": periods.first.map(catalogue.title) ?? "",
        "last": periods.last.map(catalogue.title) ?? "",
        "comparator": comparator.map { catalogue.course($0.name, $0.drawn, "%") } ?? "",
        "series": items.joined(),
      ])
  }

  func body(on canvas: ChartCanvas) -> ChartBody {
    guard let grid = PanelGrid(self, on: canvas) else { return ChartBody(height: 0, marks: "") }
    return ChartBody(
      height: grid.height, definitions: grid.definitions(comparator),
      marks: note(canvas) + grid.frames + grid.lines(series) + grid.texts(series)
        + grid.axes(current: periods.last))
  }

  /// Says that the scales are one, and whose line the grey one is.
  private func note(_ canvas: ChartCanvas) -> String {
    let words = canvas.catalogue.text(
      .chartSameScale, ["comparator": cut(comparator?.name ?? "", to: 40)])
    let line = fittedLabel(words, width: canvas.size.width - 8, lines: 1).first ?? ""
    return canvas.label(line, at: ChartPlace(x: 40, y: 150), fill: canvas.palette.muted)
  }
}
