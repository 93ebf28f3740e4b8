// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

extension ReportBuilder {
  /// 产业集群: each with its figures beside last year's and the total's, its units, its facilities.
  var clusterSections: [ReportSection] { content.clusters.map(section) }

  private var clusterWords: ClusterWords {
    let definitions = content.figures.definitions
    return ClusterWords(
      FigureWords(
        catalogue, indicators: definitions.indicators, sectors: definitions.sectors,
        classification: definitions.classification, areas: definitions.comparators),
      definitions.indicators, catalogue)
  }

  private func section(of report: ClusterReport) -> ReportSection {
    ReportSection(
      heading: report.cluster.name[language],
      facts: movement(report) + score(report) + facilities(report.cluster),
      tables: [clusterTable(report)])
  }

  // MARK: - Table

  func clusterTable(_ report: ClusterReport) -> Table {
    var notes = TableNotes(catalogue)
    var rows = report.lines.map { line in
      let compared = [line.now, line.before] + [line.total].compactMap(\.self)
      let decimals = compared.map(\.decimals).max() ?? 0
      var cells = compared.map {
        cell(figures.disclosed($0), decimals: decimals, marksBureau: false, &notes)
      }
      if line.total == nil { cells.append(TableCell(text: "")) }
      return TableRow(
        stub: catalogue.text(
          .withUnit,
          [
            "heading": clusterWords.name(of: line, in: report.cluster),
            "unit": line.now.unit.symbol(in: language),
          ]), cells: cells)
    }
    if content.audience == .internal, let concentration = report.concentration {
      rows.append(concentrationRow(concentration, &notes))
    }
    let remarks = report.lines.filter(\.isOfTotalOnly).map { line in
      catalogue.text(
        .clusterRemark,
        [
          "name": clusterWords.name(of: line, in: report.cluster),
          "note": clusterWords.note(on: line),
        ])
    }
    let table = Table(
      caption: clusterWords.sentence(
        "title", ["name": report.cluster.name[language], "period": period.title]),
      stubHead: clusterWords.sentence("head_name"),
      columns: ["now", "before", "total"].map {
        let heading = clusterWords.sentence("head_" + $0)
        return TableColumn(heading: heading, unit: nil, flatHeading: heading)
      }, rows: rows, footnotes: notes.footnotes,
      sourceNotes: notes.sourceNotes([catalogue.text(.returnsSource)] + remarks))
    return SentenceCase.beginning(table)
  }

  private func concentrationRow(
    _ concentration: ClusterReport.Concentration, _ notes: inout TableNotes
  ) -> TableRow {
    let heading = clusterWords.sentence(
      "concentration",
      [
        "count": String(concentration.definition.units),
        "indicator": clusterWords.indicator(concentration.definition.indicator),
      ])
    let cells = [concentration.now, concentration.before, concentration.total].map { value in
      value.map { TableCell(text: numbers.grouped($0.rounded(decimals: 1))) }
        ?? TableCell(
          text: notes.symbol(for: .partMissing), reason: catalogue.text(.reasonPartMissing))
    }
    return TableRow(
      stub: catalogue.text(.withUnit, ["heading": heading, "unit": "%"]), cells: cells)
  }

  // MARK: - Facts

  private func movement(_ report: ClusterReport) -> [Fact] {
    guard let entered = report.entered, let left = report.left else {
      return facts([(.clusterUnits, clusterWords.sentence("no_movement"))])
    }
    return facts([
      (
        .clusterUnits,
        clusterWords.sentence(
          "movement", ["entered": String(entered.count), "left": String(left.count)])
      )
    ])
  }

  private func score(_ report: ClusterReport) -> [Fact] {
    guard report.isScored, let score = report.score else { return [] }
    return facts([
      (
        .clusterScore,
        clusterWords.sentence("score", ["score": score.rounded(decimals: 1)])
      )
    ])
  }

  private func facilities(_ cluster: Cluster) -> [Fact] {
    let groups: [(Message, [Cluster.Facility])] = [
      (.clusterPromotionBody, [cluster.promotionBody].compactMap(\.self)),
      (.clusterPlatforms, cluster.platforms), (.clusterPromised, cluster.promised),
    ]
    return groups.flatMap { message, facilities in
      facts(
        facilities.map { facility in
          (
            message,
            catalogue.text(
              .clusterFacility,
              [
                "name": facility.name[language], "state": clusterWords.state(facility.state),
              ])
          )
        })
    }
  }
}
