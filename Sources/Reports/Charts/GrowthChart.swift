// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Growth over the survey periods as an SVG, drawn line by line.
///
/// The frame.right part is for direct labels. Nothing in it depends on a machine: whole
/// arithmetic, fixed order.
struct GrowthChart: Sendable {
  let title: String
  let description: String
  let series: [GrowthSeries]
  /// From the first to the last survey period, without gaps.
  let periods: [Period]
  let palette: ChartPalette
  var frame = Frame.wide
  let catalogue: MessageCatalogue

  var plotWidth: Int { frame.width - frame.left - frame.right }
  var plotHeight: Int { frame.height - frame.top - frame.bottom }

  var svg: String {
    let scale = ChartScale(around: series.flatMap(\.points).map(\.tenths))
    return opening + grid(scale) + months + lines(scale) + labels(scale) + "</svg>\n"
  }

  private var opening: String {
    let font = palette.font.map { " font-family=\"\($0)\"" } ?? ""
    let box = "viewBox=\"0 0 \(frame.width) \(frame.height)\""
    var text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" \(box) width=\"\(frame.width)\""
      + " height=\"\(frame.height)\" role=\"img\" aria-labelledby=\"\(frame.id)-title \(frame.id)-desc\""
      + " lang=\"\(catalogue.language.tag)\" font-size=\"12\"\(font)>\n"
      + "<title id=\"\(frame.id)-title\">\(svgText(title))</title>\n"
      + "<desc id=\"\(frame.id)-desc\">\(svgText(description))</desc>\n"
    if let background = palette.background {
      text += "<rect width=\"100%\" height=\"100%\" fill=\"\(background)\"/>\n"
    }
    return text
  }

  // MARK: Places

  /// The middle of a survey period's month in tenths of a pixel. Every calendar month has its
  /// place, January too, so that distances are time.
  func x(_ period: Period) -> Int {
    guard let first = periods.first, let last = periods.last else { return frame.left * 10 }
    let count = last.monthNumber - first.monthNumber + 1
    return frame.left * 10
      + (2 * (period.monthNumber - first.monthNumber) + 1) * plotWidth * 10 / (2 * count)
  }

  private func y(_ tenths: Int, _ scale: ChartScale) -> Int {
    scale.y(tenths, top: frame.top, height: plotHeight)
  }

  // MARK: Axes

  private func grid(_ scale: ChartScale) -> String {
    var text = ""
    for tick in scale.ticks {
      let line = pixels(y(tick, scale))
      let isZero = tick == 0
      text +=
        "<line x1=\"\(frame.left)\" x2=\"\(frame.left + plotWidth)\" y1=\"\(line)\" y2=\"\(line)\""
        + " stroke=\"\(isZero ? palette.text : palette.grid)\""
        + " stroke-width=\"\(isZero ? "1.2" : "1")\"/>\n"
        + "<text x=\"\(frame.left - 8)\" y=\"\(line)\" dy=\".35em\" text-anchor=\"end\""
        + " fill=\"\(palette.muted)\">\(tick / 10)</text>\n"
    }
    return text
  }

  private var months: String {
    var text = ""
    for period in periods {
      let month = period.months.upperBound
      if period == periods.first || month == 2 { text += year(of: period) }
      let isCurrent = period == periods.last
      guard isCurrent || frame.showsEveryMonth || month % 3 == 0 else { continue }
      text +=
        "<text x=\"\(pixels(x(period)))\" y=\"\(frame.top + plotHeight + 18)\""
        + " text-anchor=\"middle\" font-size=\"11\""
        + " fill=\"\(isCurrent ? palette.text : palette.muted)\""
        + (isCurrent ? " font-weight=\"600\"" : "")
        + ">\(month == 2 ? "1—2" : String(month))</text>\n"
    }
    return text
  }

  private func year(of period: Period) -> String {
    let words = catalogue.text(.chartYear, ["year": String(period.year)])
    return
      "<text x=\"\(pixels(x(period)))\" y=\"\(frame.top + plotHeight + 38)\" text-anchor=\"middle\""
      + " fill=\"\(palette.muted)\">\(svgText(words))</text>\n"
  }

  // MARK: Lines

  /// The total last, so that it lies on frame.top.
  private func lines(_ scale: ChartScale) -> String {
    series.indices.reversed().map { line(at: $0, scale) }.joined()
  }

  private func line(at index: Int, _ scale: ChartScale) -> String {
    let colour = colour(index)
    let dash = ChartPalette.dashes[index % ChartPalette.dashes.count]
    let marker = ChartPalette.markers[index % ChartPalette.markers.count]
    var text = "<g>\n"
    for run in series[index].runs {
      let places = run.map { "\(pixels(x($0.period))) \(pixels(y($0.tenths, scale)))" }
      if run.count > 1 {
        text +=
          "<path d=\"M\(places.joined(separator: "L"))\" fill=\"none\" stroke=\"\(colour)\""
          + " stroke-width=\"\(index == 0 ? "2.6" : "1.8")\" stroke-linejoin=\"round\""
          + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"") + "/>\n"
      }
    }
    for point in series[index].points {
      let isCurrent = point.period == periods.last
      text += marker.element(
        x: x(point.period), y: y(point.tenths, scale), size: isCurrent ? 5 : 2, colour: colour)
    }
    return text + "\n</g>\n"
  }

  // MARK: Labels

  /// Value and name at the end of each line, moved apart, with a leader.
  private func labels(_ scale: ChartScale) -> String {
    let ends = series.compactMap(\.points.last)
    let names = series.map { wrapLabel($0.name, width: frame.right - 22) }
    let wanted = ends.map { y($0.tenths, scale) }
    let limits = (frame.top * 10)...((frame.top + plotHeight) * 10)
    let heights = names.map { 150 * ($0.count + 1) + 30 }
    let places = spreadLabels(wanted, heights: heights, within: limits)
    return ends.indices.map { index in
      leader(index, from: (x(ends[index].period), wanted[index]), to: places[index])
        + label(index, ends[index].digits, names[index], at: places[index])
    }.joined()
  }

  private var labelEdge: Int { frame.left + plotWidth + 18 }

  private func leader(_ index: Int, from: (x: Int, y: Int), to place: Int) -> String {
    "<path d=\"M\(pixels(from.x + 80)) \(pixels(from.y))L\(pixels(labelEdge * 10 - 40))"
      + " \(pixels(place))\" stroke=\"\(colour(index))\" stroke-width=\"1\" fill=\"none\"/>\n"
  }

  private func label(_ index: Int, _ digits: String, _ name: [String], at place: Int) -> String {
    let value = NumberText(language: catalogue.language).grouped(digits)
    // The lines stand 15 pixels apart, centred on the place.
    let first = place - 75 * name.count + 40
    var text =
      "<text x=\"\(labelEdge)\" y=\"\(pixels(first))\" fill=\"\(colour(index))\">"
      + "<tspan font-weight=\"600\">\(value)%</tspan>"
    for line in name {
      text += "<tspan x=\"\(labelEdge)\" dy=\"15\">\(svgText(line))</tspan>"
    }
    return text + "</text>\n"
  }

  private func colour(_ index: Int) -> String { palette.series[index % palette.series.count] }
}

extension Period {
  /// Months since year 0, by the last month: what places a survey period on the axis of time.
  var monthNumber: Int { year * 12 + months.upperBound }
}
