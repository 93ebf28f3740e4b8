// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Where the panels of small multiples stand, and what is in them.
struct PanelGrid: Sendable {
  private let canvas: ChartCanvas
  private let count: Int
  private let columns: Int
  private let panelWidth: Int
  private let left: Int
  /// The first panel's, which every other repeats elsewhere.
  private let plot: PlotArea

  private static let top = 260
  /// Two lines for the name.
  private static let nameHeight = 320
  private static let plotHeight = 640
  private static let rowHeight = nameHeight + plotHeight + 160
  /// Between panels.
  private static let gap = 140

  /// - Returns: `nil` without a period or a panel.
  init?(_ chart: SmallMultiples, on canvas: ChartCanvas) {
    self.canvas = canvas
    count = chart.series.count
    let all = chart.series + [chart.comparator].compactMap { $0 }
    let scale = ChartScale(
      around: all.flatMap(\.drawn).map(\.number.thousandths), intervals: 3)
    left = PlotArea.margin(for: [scale], on: canvas)
    columns = max(1, min(count, canvas.size.isNarrow ? 2 : 4))
    panelWidth = (canvas.width - left - 40) / columns
    let top = Self.top + Self.nameHeight
    guard count > 0,
      let months = MonthAxis(chart.periods, left: left, right: left + panelWidth - Self.gap)
    else { return nil }
    plot = PlotArea(top: top, bottom: top + Self.plotHeight, scale: scale, months: months)
  }

  private var rows: Int { (count + columns - 1) / columns }

  /// In pixels.
  var height: Int { (Self.top + rows * Self.rowHeight) / 10 + MonthAxis.labelHeight - 8 }

  private func offset(_ index: Int) -> ChartPlace {
    ChartPlace(x: index % columns * panelWidth, y: index / columns * Self.rowHeight)
  }

  /// What every panel has, the lines of the scale and the comparator, and what every row has.
  func definitions(_ comparator: GrowthSeries?) -> String {
    let across = { (tick: Int) in
      "M\(pixels(plot.left)) \(pixels(plot.y(tick)))H\(pixels(plot.right))"
    }
    let ticks = plot.scale.ticks
    return "<g id=\"\(canvas.id)-panel\">"
      + stroked(ticks.filter { $0 != 0 }.map(across).joined(), canvas.palette.grid)
      + stroked(ticks.filter { $0 == 0 }.map(across).joined(), canvas.palette.text)
      + plot.line(
        comparator?.runs.map { $0.map(\.drawn) } ?? [], canvas.palette.muted, width: "1.2")
      + "</g>\n" + values
  }

  var frames: String {
    (0..<count).map { index in
      let place = offset(index)
      return
        "<use href=\"#\(canvas.id)-panel\" x=\"\(pixels(place.x))\" y=\"\(pixels(place.y))\"/>\n"
    }.joined()
  }

  // MARK: Lines

  /// In half pixels and relative steps, which keeps forty panels of sixty months small.
  func lines(_ series: [GrowthSeries]) -> String {
    var paths = ""
    var ends: [ChartPlace] = []
    for (index, series) in series.enumerated() {
      let offset = offset(index)
      let place = { (point: ChartPoint) in
        ChartPlace(
          x: plot.place(point).x + offset.x, y: plot.place(point).y + offset.y)
      }
      let runs = series.drawn.runs(joiningYears: false).map { $0.map(place) }
      paths += runs.filter { $0.count > 1 }.map(Self.path).joined()
      ends += runs.filter { $0.count == 1 }.flatMap { $0 }.dropLast(runs.last?.count == 1 ? 1 : 0)
      if let last = runs.last?.last { ends.append(last) }
    }
    let colour = canvas.palette.colour(1)
    return "<g transform=\"scale(.5)\">\n" + stroked(paths, colour, width: "3.6") + "</g>\n"
      + ChartMarker.circle.element(ends, size: 2, colour)
  }

  private static func path(_ run: [ChartPlace]) -> String {
    let places = run.map { (x: $0.x / 5, y: $0.y / 5) }
    var path = "M\(places[0].x) \(places[0].y)l"
    for (last, next) in zip(places, places.dropFirst()) {
      let dy = next.y - last.y
      let isFirst = path.hasSuffix("l")
      path += (isFirst ? "" : " ") + "\(next.x - last.x)" + (dy < 0 ? "" : " ") + "\(dy)"
    }
    return path
  }

  // MARK: Texts

  /// The name and the newest value over each panel.
  func texts(_ series: [GrowthSeries]) -> String {
    let values = series.map { line in
      line.drawn.last.map { canvas.amount($0.number, "%") }
        ?? canvas.catalogue.text(.chartNoValue)
    }
    let names = series.indices.map { name(series[$0].name, at: $0, besides: values[$0]) }
    let texts = values.enumerated().map { index, value in
      let place = offset(index)
      return "<text x=\"\(pixels(plot.right + place.x))\""
        + " y=\"\(pixels(Self.top + place.y + 240))\">\(svgText(value))</text>\n"
    }
    return "<g fill=\"\(canvas.palette.text)\">\n\(names.joined())"
      + "<g text-anchor=\"end\" font-weight=\"600\">\n\(texts.joined())</g>\n</g>\n"
  }

  private func name(_ text: String, at index: Int, besides value: String) -> String {
    let room = (panelWidth - Self.gap) / 10 - labelWidth(value) - 8
    let lines = fittedLabel(text, width: max(30, room), lines: 2)
    let place = offset(index)
    let x = pixels(plot.left + place.x)
    let first = Self.top + place.y + (lines.count == 1 ? 240 : 100)
    let spans = lines.enumerated().map { line, text in
      "<tspan x=\"\(x)\" y=\"\(pixels(first + 140 * line))\">\(svgText(text))</tspan>"
    }
    return "<text>\(spans.joined())</text>\n"
  }

  /// Values left of each row, months under the last panel of each column.
  func axes(current: Period?) -> String {
    var text = (0..<rows).map { row in
      "<use href=\"#\(canvas.id)-values\" y=\"\(pixels(row * Self.rowHeight))\"/>\n"
    }.joined()
    for index in max(0, count - columns)..<count {
      let place = offset(index)
      text +=
        "<g transform=\"translate(\(place.svg))\">\n"
        + plot.months.labels(below: plot.bottom - 40, current: current, on: canvas) + "</g>\n"
    }
    return text
  }

  /// The labels of the first row's scale.
  private var values: String {
    let labels = zip(plot.scale.ticks, plot.scale.labels(in: canvas.catalogue.language))
    let texts = labels.map { tick, label in
      "<text x=\"\(pixels(left - 60))\" y=\"\(pixels(plot.y(tick) + 40))\">\(svgText(label))</text>\n"
    }
    return "<g id=\"\(canvas.id)-values\" text-anchor=\"end\" font-size=\"11\""
      + " fill=\"\(canvas.palette.muted)\">\n\(texts.joined())</g>\n"
  }
}
