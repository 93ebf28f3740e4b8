// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Reports
import Statistics

/// The reports of clusters as CSV that spreadsheets open safely: a line a number. Documented in
/// Documentation/Clusters.md.
struct ClustersCSV {
  let reports: [ClusterReport]
  let words: ClusterWords

  private static let columns = [
    "cluster", "sector", "period", "series", "name", "value", "year_before", "total", "unit",
    "note",
  ]

  /// Lines without a line feed behind the last.
  var text: String {
    ([Self.columns] + reports.flatMap(lines)).map(CSVText.line).joined(separator: "\n")
  }

  private func lines(of report: ClusterReport) -> [[String]] {
    let key = [report.cluster.id, report.cluster.sector, report.period.description]
    var lines = report.lines.map { line in
      key + [
        line.series.description, words.name(of: line, in: report.cluster), line.now.rounded ?? "",
        line.before.rounded ?? "", line.total?.rounded ?? "", line.now.unit.symbol,
        words.note(on: line),
      ]
    }
    if let concentration = report.concentration {
      lines.append(
        key + ["concentration", words.indicator(concentration.definition.indicator)]
          + [concentration.now, concentration.before, concentration.total].map {
            $0?.rounded(decimals: 1) ?? ""
          } + ["%", ""])
    }
    for (name, units) in [("entered", report.entered), ("left", report.left)] {
      lines.append(key + [name, "", units.map { String($0.count) } ?? "", "", "", "家", ""])
    }
    if report.isScored {
      lines.append(
        key + ["score", "", report.score?.rounded(decimals: 1) ?? "", "", "", "", ""])
    }
    return lines
  }
}
