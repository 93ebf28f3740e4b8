// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Reports
import Statistics

/// The shape `yuebao.clusters/1`, documented in Documentation/Clusters.md.
struct ClustersDocument: Encodable {
  let schema = "yuebao.clusters/1"
  let audience = "internal"
  let clusters: [Entry]

  init(_ reports: [ClusterReport], _ words: ClusterWords) {
    clusters = reports.map { Entry($0, words) }
  }

  struct Entry: Encodable {
    let cluster: String
    let name: String
    let sector: String
    let period: String
    let series: [Line]
    let concentration: Concentration?
    let entered: [String]?
    let left: [String]?
    let score: String?
    let promotionBody: Facility?
    let platforms: [Facility]
    let promised: [Facility]

    private enum CodingKeys: String, CodingKey {
      case cluster, name, sector, period, series, concentration, entered, left, score, platforms
      case promised
      case promotionBody = "promotion_body"
    }

    init(_ report: ClusterReport, _ words: ClusterWords) {
      cluster = report.cluster.id
      name = words.name(report.cluster.name)
      sector = report.cluster.sector
      period = report.period.description
      series = report.lines.map { Line($0) }
      concentration = report.concentration.map { Concentration($0) }
      entered = report.entered?.map(\.description)
      left = report.left?.map(\.description)
      score = report.score?.exactText
      promotionBody = report.cluster.promotionBody.map { Facility($0, words) }
      platforms = report.cluster.platforms.map { Facility($0, words) }
      promised = report.cluster.promised.map { Facility($0, words) }
    }
  }

  struct Line: Encodable {
    let series: String
    let figure: String
    let unit: String
    let now: FiguresDocument.Value
    let before: FiguresDocument.Value
    let total: FiguresDocument.Value?
    let onlyOfTotal: Bool?

    private enum CodingKeys: String, CodingKey {
      case series, figure, unit, now, before, total
      case onlyOfTotal = "only_of_total"
    }

    init(_ line: ClusterReport.Line) {
      series = line.series.description
      figure = line.now.name.description
      unit = line.now.unit.symbol
      now = FiguresDocument.Value(line.now)
      before = FiguresDocument.Value(line.before)
      total = line.total.map { FiguresDocument.Value($0) }
      onlyOfTotal = line.isOfTotalOnly ? true : nil
    }
  }

  struct Concentration: Encodable {
    let indicator: String
    let units: Int
    let now: String?
    let before: String?
    let total: String?

    init(_ concentration: ClusterReport.Concentration) {
      indicator = concentration.definition.indicator
      units = concentration.definition.units
      now = concentration.now?.exactText
      before = concentration.before?.exactText
      total = concentration.total?.exactText
    }
  }

  struct Facility: Encodable {
    let name: String
    let state: String?
    let target: String?

    init(_ facility: Cluster.Facility, _ words: ClusterWords) {
      name = words.name(facility.name)
      state = facility.state?.rawValue
      target = facility.target
    }
  }
}
