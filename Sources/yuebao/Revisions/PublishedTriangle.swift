// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ledger
import Statistics

/// A series as it was published, by period and vintage.
struct PublishedTriangle {
  /// The oldest period first, in each the vintages by number. A vintage without the figure is none.
  let rows: [(period: Period, figures: [(vintage: Int, figure: LedgerFigure)])]
  /// The unit of measure's symbol.
  let unit: String

  init(_ published: [(period: Period, vintage: Int, figure: LedgerFigure)]) {
    let byPeriod = Dictionary(grouping: published, by: \.period)
    rows = byPeriod.sorted { $0.key < $1.key }.map { period, published in
      (
        period,
        published.sorted { $0.vintage < $1.vintage }.map {
          (vintage: $0.vintage, figure: $0.figure)
        }
      )
    }
    unit = rows.last?.figures.last?.figure.unit ?? ""
  }

  var exact: RevisionTriangle {
    RevisionTriangle(
      rows: rows.map { row in
        RevisionTriangle.Row(
          period: row.period,
          values: row.figures.map { $0.figure.value.flatMap(ExactFraction.init(exactText:)) })
      })
  }

  var mostVintages: Int { rows.flatMap(\.figures).map(\.vintage).max() ?? 0 }
}
