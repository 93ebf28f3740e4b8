// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Testing

@testable import Plan

@Suite struct ClusterTests {
  private static func value(_ unit: String, _ text: String?, flagged: Bool = true) -> UnitValue {
    guard let code = UnitCode(unit) else { preconditionFailure("no unit code: \(unit)") }
    return UnitValue(
      unit: code, name: unit,
      industry: "3911", flags: flagged ? RegisterFlags(position: 0) : [],
      value: text.flatMap { ExactDecimal($0) }.map { .known($0) } ?? .missing(.empty),
      location: Location(file: "a.csv"))
  }

  private static let sectors = [
    Sector(
      id: "total", name: LocalizedName(zh: "规上"), aliases: [], definition: .classes(["3911"]),
      standing: .documented, note: LocalizedName(zh: "x")),
    Sector(
      id: "smart", name: LocalizedName(zh: "智能装备"), aliases: [], definition: .flag("智能装备"),
      standing: .documented, note: LocalizedName(zh: "x")),
  ]

  private static func report(
    now: [UnitValue], before: [UnitValue], reports: [ProgressReport] = [],
    _ facility: Cluster.Facility? = nil
  ) throws -> ClusterReport {
    let figures = Figures(
      FigureDefinitions(
        indicators: [], sectors: sectors,
        classification: Classification(edition: "test", categories: []),
        flagNames: ["智能装备"]), cube: Cube(indicators: []), bureau: [:])
    let definitions = ClusterDefinitions(
      clusters: [
        Cluster(
          id: "smart", name: LocalizedName(zh: "智能装备"), sector: "smart",
          promotionBody: facility)
      ], series: [], concentration: .init(indicator: "gross_output", units: 2), weights: [])
    let monitor = ClusterMonitor(definitions, figures: figures, reports: reports) { period, _ in
      period.year == 2021 ? now : before
    }
    let period = try #require(Period("2021-05"))
    return try #require(try monitor.reports(of: period).first)
  }

  @Test(arguments: [
    (["5", "3", "1", "1"], "80"), (["5"], "100"), (["1", "1", "1"], "200/3"),
    (["5", nil, "1"], nil), (["1", "-1"], nil), ([], nil),
  ])
  func concentrationIsTheLargestUnitsPart(values: [String?], expected: String?) {
    let units = values.enumerated().map { Self.value(String($0 + 1), $1) }
    #expect(ClusterMonitor.part(ofLargest: 2, in: units)?.exactText == expected)
  }

  @Test func comparesTheUnitsOfTheSectorWithTheYearBefore() throws {
    let report = try Self.report(
      now: [
        Self.value("1", "4"), Self.value("3", "4"), Self.value("4", "2"),
        Self.value("5", "90", flagged: false),
      ],
      before: [Self.value("1", "4"), Self.value("2", "4"), Self.value("4", "1", flagged: false)])
    #expect(report.entered?.map(\.description) == ["3", "4"])
    #expect(report.left?.map(\.description) == ["2"])
    #expect(report.concentration?.now?.exactText == "80")
    #expect(report.concentration?.before?.exactText == "100")
    #expect(report.concentration?.total?.exactText == "94")
  }

  @Test func withoutReturnsOfTheYearBeforeNobodyEntered() throws {
    let report = try Self.report(now: [Self.value("1", "4")], before: [])
    #expect(report.entered == nil && report.left == nil)
    #expect(report.concentration?.before == nil)
  }

  @Test func theNewestReportSaysAFacilitysState() throws {
    func said(
      _ period: String, _ state: ProgressReport.State, _ target: String = "K03a"
    ) throws
      -> ProgressReport
    {
      ProgressReport(
        subject: .target(target), period: try #require(Period(period)), value: nil, state: state,
        date: period + "-28", evidence: nil, remark: nil, reporter: "科",
        location: Location(file: "p.csv"))
    }
    let reports = try [
      said("2021-06", .done), said("2021-05", .underWay), said("2020-12", .notStarted),
      said("2021-05", .stopped, "K03b"),
    ]
    let facility = Cluster.Facility(
      name: LocalizedName(zh: "促进机构"), state: .notStarted, target: "K03a")
    let report = try Self.report(now: [], before: [], reports: reports, facility)
    #expect(report.cluster.promotionBody?.state == .underWay)
    #expect(
      try Self.report(now: [], before: [], facility).cluster.promotionBody?.state == .notStarted)
  }

  /// A bureau's table has one number for all of industry: the cluster's row stays and says so.
  @Test func whatIsStatedForTheTotalOnlySaysSo() throws {
    let investment = Indicator(
      id: "investment", name: LocalizedName(zh: "工业投资"), aliases: [], unit: .hundredMillionYuan,
      decimals: 2, isAdditive: true)
    let period = try #require(Period("2021-05"))
    let total = try #require(FigureName(series: "investment.total.ytd.level", period: period))
    let stated = BureauObservation(
      area: "own", name: total, value: ExactDecimal(5), unit: .hundredMillionYuan,
      location: Location(file: "b.csv"))
    let definitions = ClusterDefinitions(
      clusters: [Cluster(id: "smart", name: LocalizedName(zh: "智能装备"), sector: "smart")],
      series: [.init(indicator: "investment", basis: .ytd, measure: .level)], concentration: nil,
      weights: [])
    func line(_ bureau: [FigureName: BureauObservation]) throws -> ClusterReport.Line {
      let figures = Figures(
        FigureDefinitions(
          indicators: [investment], sectors: Self.sectors,
          classification: Classification(edition: "test", categories: []),
          flagNames: ["智能装备"]), cube: Cube(indicators: [investment]), bureau: bureau)
      let monitor = ClusterMonitor(definitions, figures: figures) { _, _ in [] }
      return try #require(try monitor.reports(of: period).first?.lines.first)
    }
    let known = try line([total: stated])
    #expect(known.now.exact == nil && known.isOfTotalOnly && known.total == nil)
    #expect(try !line([:]).isOfTotalOnly)
  }
}
