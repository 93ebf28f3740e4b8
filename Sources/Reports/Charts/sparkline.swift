// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A small line without axes that shows a course beside its number, 120 × 28; hidden from readers
/// of text, who have the number and the table.
func sparkline(_ series: GrowthSeries, over periods: [Period]) -> String? {
  guard let first = periods.first?.monthNumber, let last = periods.last?.monthNumber, last > first,
    series.points.count > 1
  else { return nil }
  let values = series.points.map(\.tenths)
  let low = values.min() ?? 0
  let range = max(1, (values.max() ?? 0) - low)
  func place(_ point: GrowthSeries.Point) -> (x: Int, y: Int) {
    let x = 40 + (point.period.monthNumber - first) * 1120 / (last - first)
    return (x, 240 - (point.tenths - low) * 200 / range)
  }
  let lines = series.runs.filter { $0.count > 1 }.map { run in
    let places = run.map { "\(pixels(place($0).x)) \(pixels(place($0).y))" }
    return "M" + places.joined(separator: "L")
  }
  guard let end = series.points.last.map(place) else { return nil }
  return "<svg class=\"sparkline\" viewBox=\"0 0 120 28\" width=\"120\" height=\"28\""
    + " aria-hidden=\"true\" focusable=\"false\"><path d=\"\(lines.joined())\" fill=\"none\""
    + " stroke=\"currentColor\" stroke-width=\"1.5\"/><circle cx=\"\(pixels(end.x))\""
    + " cy=\"\(pixels(end.y))\" r=\"2.5\" fill=\"currentColor\"/></svg>"
}
