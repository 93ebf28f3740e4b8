// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ledger
import Reports
import Statistics

/// `yuebao revisions FIGURE --format json`: the shape `yuebao.triangle/1` of Documentation/JSON.md.
struct TriangleDocument: Encodable {
  struct Entry: Encodable {
    let vintage: Int
    let value: String?
    let rounded: String?
    let missing: String?
  }

  struct Row: Encodable {
    let period: String
    let vintages: [Entry]
    let revision: String?
  }

  struct Summary: Encodable {
    let count: Int
    let up: Int
    let down: Int
    let mean: String
    let meanAbsolute: String
    let largest: String
    let largestPeriod: String
    let isBiased: Bool?

    enum CodingKeys: String, CodingKey {
      case count, up, down, mean, largest
      case meanAbsolute = "mean_absolute"
      case largestPeriod = "largest_period"
      case isBiased = "is_biased"
    }
  }

  let schema = "yuebao.triangle/1"
  let figure: String
  let audience: String
  let unit: String
  let periods: [Row]
  let summary: Summary?

  init(_ triangle: PublishedTriangle, of series: String, audience: Audience) {
    let exact = triangle.exact
    figure = series
    self.audience = audience.rawValue
    unit = triangle.unit
    periods = zip(triangle.rows, exact.rows).map { row, exact in
      Row(
        period: row.period.description,
        vintages: row.figures.map { vintage, figure in
          Entry(
            vintage: vintage, value: figure.value, rounded: figure.rounded,
            missing: figure.missing)
        }, revision: exact.revision?.exactText)
    }
    summary = exact.summary.map { summary in
      Summary(
        count: summary.count, up: summary.up, down: summary.down, mean: summary.mean.exactText,
        meanAbsolute: summary.meanAbsolute.exactText,
        largest: summary.largest.revision.exactText,
        largestPeriod: summary.largest.period.description, isBiased: summary.isBiased)
    }
  }
}

/// `yuebao revisions FIGURE --format csv`: a line a period and vintage.
enum TriangleCSV {
  static func text(of triangle: PublishedTriangle, _ series: String) -> String {
    var lines = [["figure", "period", "vintage", "value", "rounded", "unit", "missing"]]
    for row in triangle.rows {
      for (vintage, figure) in row.figures {
        lines.append([
          series, row.period.description, String(vintage), figure.value ?? "",
          figure.rounded ?? "", figure.unit, figure.missing ?? "",
        ])
      }
    }
    return lines.map(CSVText.line).joined(separator: "\n")
  }
}
