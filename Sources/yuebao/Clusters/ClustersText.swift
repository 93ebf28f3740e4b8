// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Reports
import Statistics

/// The reports of clusters as aligned tables for a terminal.
struct ClustersText {
  let reports: [ClusterReport]
  let words: ClusterWords

  var text: String {
    ([words.sentence("internal")] + reports.flatMap { [""] + lines(of: $0) })
      .joined(separator: "\n")
  }

  private func lines(of report: ClusterReport) -> [String] {
    [
      words.sentence(
        "title",
        ["name": words.name(report.cluster.name), "period": report.period.description])
    ] + table(of: report).lines + units(of: report) + score(of: report)
      + facilities(of: report.cluster)
  }

  private func table(of report: ClusterReport) -> TextTable {
    var table = TextTable(
      header: ["name", "now", "before", "total", "unit_of_measure", "note"].map {
        words.sentence("head_" + $0)
      }, rightAligned: [1, 2, 3])
    table.rows = report.lines.map { line in
      [
        words.name(of: line, in: report.cluster).onOneLine, line.now.rounded ?? "—",
        line.before.rounded ?? "—", line.total.map { $0.rounded ?? "—" } ?? "",
        words.figures.unit(of: line.now), words.note(on: line),
      ]
    }
    if let concentration = report.concentration {
      func text(_ value: Ratio?) -> String { value?.rounded(decimals: 1) ?? "—" }
      table.rows.append([
        words.sentence(
          "concentration",
          [
            "count": String(concentration.definition.units),
            "indicator": words.indicator(concentration.definition.indicator),
          ]), text(concentration.now), text(concentration.before), text(concentration.total), "%",
        "",
      ])
    }
    return table
  }

  private func units(of report: ClusterReport) -> [String] {
    guard let entered = report.entered, let left = report.left else {
      return [words.sentence("no_movement")]
    }
    return [
      words.sentence(
        "movement", ["entered": String(entered.count), "left": String(left.count)])
    ]
  }

  private func score(of report: ClusterReport) -> [String] {
    guard report.isScored else { return [] }
    return [words.sentence("score", ["score": report.score?.rounded(decimals: 1) ?? "—"])]
  }

  private func facilities(of cluster: Cluster) -> [String] {
    let groups = [
      ("promotion_body", [cluster.promotionBody].compactMap(\.self)),
      ("platforms", cluster.platforms), ("promised", cluster.promised),
    ]
    return groups.flatMap { key, facilities in
      facilities.map { facility in
        words.sentence(
          key, ["name": words.name(facility.name), "state": words.state(facility.state)])
      }
    }
  }
}
