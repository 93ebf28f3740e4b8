// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ledger
import Reports
import Statistics

/// A revision triangle for a terminal.
struct TriangleText {
  let text: String

  init(_ triangle: PublishedTriangle, of series: String, _ catalogue: MessageCatalogue) {
    let title = catalogue.text(
      of: Message("revisions_of_figure", ["figure": series, "unit": triangle.unit]))
    text =
      ([title, ""] + Self.table(triangle, catalogue) + [""] + Self.summary(triangle, catalogue))
      .joined(separator: "\n")
  }

  private static func table(
    _ triangle: PublishedTriangle, _ catalogue: MessageCatalogue
  ) -> [String] {
    let numbers = Array(1...max(1, triangle.mostVintages))
    let head =
      [catalogue.text(of: Message("revisions_head_period"))] + numbers.map { "v\($0)" }
      + [catalogue.text(of: Message("revisions_head_revision"))]
    var table = TextTable(header: head, rightAligned: Set(1..<head.count))
    for (row, exact) in zip(triangle.rows, triangle.exact.rows) {
      let values = Dictionary(row.figures.map { ($0.vintage, $0.figure) }, uniquingKeysWith: { $1 })
      table.rows.append(
        [row.period.description] + numbers.map { values[$0]?.printed ?? "" }
          + [exact.revision.map(decimal) ?? ""])
    }
    return table.lines
  }

  private static func summary(
    _ triangle: PublishedTriangle, _ catalogue: MessageCatalogue
  ) -> [String] {
    guard let summary = triangle.exact.summary else {
      return [catalogue.text(of: Message("revisions_none_of_figure"))]
    }
    let arguments = [
      "count": String(summary.count), "up": String(summary.up), "down": String(summary.down),
      "mean": decimal(summary.mean), "absolute": decimal(summary.meanAbsolute),
      "largest": decimal(summary.largest.revision),
      "period": summary.largest.period.description,
    ]
    let bias =
      switch summary.isBiased {
      case nil: "revisions_bias_unknown"
      case true?: "revisions_bias"
      case false?: "revisions_no_bias"
      }
    return [
      catalogue.text(of: Message("revisions_summary", arguments)),
      catalogue.text(of: Message(bias)),
    ]
  }

  /// Two places more than figures are printed with, so that small revisions show.
  private static func decimal(_ value: ExactFraction) -> String {
    let text = value.rounded(decimals: 4)
    return value.isPositive ? "+" + text : text
  }
}

extension LedgerFigure {
  /// The printed digits, or why there are none.
  var printed: String { rounded ?? value ?? missing ?? "" }
}
