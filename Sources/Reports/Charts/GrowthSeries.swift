// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One line of the chart of growth.
struct GrowthSeries: Hashable, Sendable {
  struct Point: Hashable, Sendable {
    /// Of a survey period.
    let figure: FigureName
    /// In tenths of a percent, from the printed digits, so that a mark stands where its label says.
    let tenths: Int
    /// The printed digits.
    let digits: String

    var period: Period { figure.period }
  }

  let name: String
  /// Oldest first; missing periods have no point.
  let points: [Point]
  /// Whether it is of an area that the office's own is held against.
  var isOfOtherArea = false

  /// The points in runs of neighbouring months. A missing month ends a run, and so does every
  /// January: it has no point, and cumulative growth begins anew.
  var runs: [[Point]] {
    var start = points.startIndex
    return points.map(\.drawn).runs(joiningYears: false).map { run in
      defer { start += run.count }
      return Array(points[start..<start + run.count])
    }
  }

  var drawn: [ChartPoint] { points.map(\.drawn) }
}

extension GrowthSeries.Point {
  /// `nil` where the figure is missing or too large to draw.
  init?(_ figure: Figure) {
    guard let exact = figure.exact else { return nil }
    let digits = exact.rounded(decimals: 1)
    guard let tenths = Int(digits.filter { $0 != "." }), abs(tenths) < 1_000_000 else {
      return nil
    }
    self.init(figure: figure.name, tenths: tenths, digits: digits)
  }

  var drawn: ChartPoint {
    ChartPoint(period: period, number: ChartNumber(tenths: tenths, digits: digits))
  }
}
