// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A target's way: what the path expects as a thin line, what came as a thick one, the promised
/// number as a rule, and the gap at the last value as a bracket with its words.
///
/// Each part may be missing: no path without a baseline, no value yet, no number promised.
struct TargetPathChart: Chart {
  /// A number with the words beside it.
  struct Mark: Hashable, Sendable {
    let number: ChartNumber
    let label: String
  }

  let caption: ChartCaption
  /// Behind a number in a sentence, as `UnitOfMeasure.prose` gives it.
  let unit: String
  /// Oldest first.
  let actual: [ChartPoint]
  /// From the baseline to the deadline, oldest first.
  let expected: [ChartPoint]
  /// 目标超60亿元.
  let target: Mark?
  /// What the last value is held against, and how far it is from there: 落后1.2亿元.
  let gap: Mark?
  /// How far the axis goes, where the path does not say; `nil` for to the last point.
  var deadline: Period?
  /// `false` for amounts that begin anew every January.
  var joinsYears = true
  var breaks: [ChartBreak] = []

  var numbers: [ChartNumber] {
    (actual + expected).map(\.number) + [target?.number, gap?.number].compactMap { $0 }
  }

  func body(on canvas: ChartCanvas) -> ChartBody {
    let height = canvas.size.height
    guard let plot = plot(on: canvas) else {
      return ChartBody(
        height: 60, marks: absence(at: ChartPlace(x: canvas.width / 2, y: 340), canvas))
    }
    let lines = rule(plot, canvas) + path(plot, canvas) + course(plot, canvas)
    return ChartBody(
      height: height,
      marks: plot.grid(on: canvas)
        + plot.months.labels(below: plot.bottom, current: actual.last?.period, on: canvas)
        + plot.breaks(breaks, on: canvas) + lines + labels(plot, canvas)
        + (actual.isEmpty ? absence(at: freePlace(plot), canvas) : bracket(plot, canvas)))
  }

  private func plot(on canvas: ChartCanvas) -> PlotArea? {
    let scale = ChartScale(
      around: numbers.map(\.thousandths), finest: ChartNumber.finestStep(of: numbers),
      holdsZero: false)
    let periods = (actual + expected).map(\.period) + [deadline].compactMap { $0 }
    return MonthAxis(
      periods, left: PlotArea.margin(for: [scale], on: canvas),
      right: canvas.width
        - canvas.rightMargin(for: [target?.label ?? "", canvas.catalogue.text(.chartPath)])
    ).map {
      PlotArea(
        top: 260, bottom: (canvas.size.height - MonthAxis.labelHeight) * 10, scale: scale,
        months: $0)
    }
  }

  // MARK: Lines

  private func rule(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    guard let target else { return "" }
    let y = pixels(plot.y(target.number))
    return stroked(
      "M\(pixels(plot.left)) \(y)H\(pixels(plot.right))", canvas.palette.colour(2), width: "1.6",
      dash: "8 3")
  }

  private func path(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    let runs = expected.runs(joiningYears: joinsYears)
    // Of a path with points only here and there (year ends), all are joined.
    let joined = joinsYears ? [expected] : runs
    return plot.line(joined, canvas.palette.muted, width: "1.2")
      + plot.markers(runs.filter { $0.count == 1 }, .circle, canvas.palette.muted, current: nil)
  }

  private func course(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    let runs = actual.runs(joiningYears: joinsYears, breaks: breaks)
    return plot.line(runs, canvas.palette.colour(1), width: "3")
      + plot.markers(
        runs, .circle, canvas.palette.colour(1), current: actual.last?.period, size: 3)
  }

  // MARK: Labels

  private func labels(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    var labels: [EndLabel] = []
    if let end = expected.last {
      labels.append(
        EndLabel(
          end: plot.place(end), value: "", name: canvas.catalogue.text(.chartPath),
          colour: canvas.palette.muted))
    }
    if let target {
      let label = EndLabel(
        end: ChartPlace(x: plot.right, y: plot.y(target.number)), value: "", name: target.label,
        colour: canvas.palette.colour(2))
      // Where both end at one place, the path's label stands on the side that it comes from.
      let isRising = expected.first.map { $0.number.thousandths < target.number.thousandths }
      labels.insert(label, at: isRising ?? true ? 0 : labels.endIndex)
    }
    return canvas.endLabels(labels, at: plot.right + 140, within: plot.top...plot.bottom)
  }

  /// Beside the path: above where it rises, below where it falls.
  private func freePlace(_ plot: PlotArea) -> ChartPlace {
    let quarter = (plot.bottom - plot.top) / 4
    let ends = (expected.first?.number.thousandths ?? 0, expected.last?.number.thousandths ?? 0)
    return ChartPlace(
      x: plot.left + (plot.right - plot.left) / 4,
      y: ends.0 <= ends.1 ? plot.top + quarter : plot.bottom - quarter)
  }

  private func absence(at place: ChartPlace, _ canvas: ChartCanvas) -> String {
    canvas.label(
      canvas.catalogue.text(.chartNoValue), at: place, .middle, fill: canvas.palette.muted,
      hasHalo: true)
  }

  /// The last value in bold on the far side of what it is held against, and the gap between them.
  private func bracket(_ plot: PlotArea, _ canvas: ChartCanvas) -> String {
    guard let last = actual.last else { return "" }
    let end = plot.place(last)
    let other = gap.map { plot.y($0.number) }
    let isBelow = other.map { $0 < end.y } ?? false
    let value = fittedLabel(canvas.amount(last.number, unit), width: 240, lines: 1).first ?? ""
    let half = labelWidth(value) * 5
    let x = min(max(end.x, plot.left + half), canvas.width - half - 40)
    let y = isBelow ? end.y + 210 : end.y - 120
    return gapMark(from: end, to: other, plot, canvas)
      + canvas.label(
        value, at: ChartPlace(x: x, y: y), .middle, fill: canvas.palette.colour(1), isBold: true,
        hasHalo: true)
  }

  private func gapMark(
    from end: ChartPlace, to other: Int?, _ plot: PlotArea, _ canvas: ChartCanvas
  ) -> String {
    guard let gap, let other else { return "" }
    // To the right of the value, or where that is no room, to the left.
    let isRight = plot.right - end.x >= 1000
    let room = isRight ? (plot.right - end.x) / 10 - 24 : (end.x - plot.left) / 10 - 24
    let x = end.x + (isRight ? 100 : -100)
    let arm = isRight ? "-5" : "5"
    let back = isRight ? "5" : "-5"
    let path = "M\(pixels(x)) \(pixels(end.y))h\(arm)h\(back)V\(pixels(other))h\(arm)"
    let lines = fittedLabel(gap.label, width: min(150, max(60, room)), lines: 2)
    let first = (end.y + other) / 2 - 75 * lines.count + 115
    let texts = lines.enumerated().map { index, line in
      canvas.label(
        line, at: ChartPlace(x: x + (isRight ? 60 : -60), y: first + 150 * index),
        isRight ? .start : .end, hasHalo: true)
    }
    return (abs(other - end.y) < 20 ? "" : stroked(path, canvas.palette.text, width: "1.4"))
      + texts.joined()
  }
}
