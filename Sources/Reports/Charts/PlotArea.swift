// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The part of a picture between the axes: values upwards, time to the right.
struct PlotArea: Hashable, Sendable {
  let top: Int
  let bottom: Int
  let scale: ChartScale
  let months: MonthAxis

  var left: Int { months.left }
  var right: Int { months.right }

  func y(_ number: ChartNumber) -> Int { y(number.thousandths) }
  func y(_ thousandths: Int) -> Int { scale.place(thousandths, from: bottom, to: top) }
  func place(_ point: ChartPoint) -> ChartPlace {
    ChartPlace(x: months.x(point.period), y: y(point.number))
  }

  /// Room left of the plot for the labels of a scale, in tenths of a pixel.
  static func margin(for scales: [ChartScale], on canvas: ChartCanvas) -> Int {
    let labels = scales.flatMap { $0.labels(in: canvas.catalogue.language) }
    return min((labels.map { labelWidth($0) }.max() ?? 0) * 10 + 120, canvas.width * 9 / 20)
  }

  /// A line at every tick, the one at zero stronger, with the labels left of them.
  func grid(on canvas: ChartCanvas) -> String {
    let across = "\(pixels(left))", end = "H\(pixels(right))"
    let places = scale.ticks.map { (tick: $0, y: pixels(y($0))) }
    let others = places.filter { $0.tick != 0 }.map { "M\(across) \($0.y)\(end)" }.joined()
    let zero = places.filter { $0.tick == 0 }.map { "M\(across) \($0.y)\(end)" }.joined()
    let labels = zip(scale.ticks, scale.labels(in: canvas.catalogue.language)).map { tick, label in
      "<text x=\"\(pixels(left - 80))\" y=\"\(pixels(y(tick) + 42))\">\(svgText(label))</text>\n"
    }
    return stroked(others, canvas.palette.grid)
      + stroked(zero, canvas.palette.text, width: "1.2")
      + "<g text-anchor=\"end\" fill=\"\(canvas.palette.muted)\">\n\(labels.joined())</g>\n"
  }

  /// Upright dashed lines with their words, where a definition changed.
  func breaks(_ breaks: [ChartBreak], on canvas: ChartCanvas) -> String {
    breaks.filter { (months.first...months.last).contains($0.period.monthNumber) }.map { item in
      let x = months.edge(before: item.period)
      let isAtEnd = right - x < 900
      let text = fittedLabel(item.label, width: 120, lines: 1, size: 11).first ?? ""
      return stroked(
        "M\(pixels(x)) \(pixels(top - 40))V\(pixels(bottom))", canvas.palette.muted, dash: "4 3")
        + canvas.label(
          text, at: ChartPlace(x: x + (isAtEnd ? -50 : 50), y: top - 10), isAtEnd ? .end : .start,
          fill: canvas.palette.muted, size: 11, hasHalo: true)
    }.joined()
  }

  // MARK: Lines

  /// All runs of two points and more.
  func line(_ runs: [[ChartPoint]], _ colour: String, width: String, dash: String = "") -> String {
    let path = runs.filter { $0.count > 1 }.map { run in
      "M" + run.map { place($0).svg }.joined(separator: "L")
    }
    return stroked(path.joined(), colour, width: width, dash: dash)
  }

  /// Marks on the points, the current one large. Where months lie close, only points that stand
  /// alone have one.
  func markers(
    _ runs: [[ChartPoint]], _ marker: ChartMarker, _ colour: String, current: Period?, size: Int = 2
  ) -> String {
    let isCrowded = months.slot < 60
    let marked = runs.filter { !isCrowded || $0.count == 1 }.flatMap { $0 }
    let others = marked.filter { $0.period != current }
    let now = runs.flatMap { $0 }.filter { $0.period == current }
    return marker.element(others.map(place), size: size, colour)
      + marker.element(now.map(place), size: 5, colour)
  }
}
