// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

@Suite struct FiguresTests {
  private static func sample() throws -> Sample {
    var sample = Sample()
    try sample.add(
      "2021-05", "3911", .init(month: "2", ytd: "8", referenceMonth: "1", reference: "7"))
    try sample.add(
      "2021-05", "1310", .init(month: "1", ytd: "3", referenceMonth: "1", reference: "4"))
    try sample.state("value_added.published.ytd.level", "2021-06", "5", "亿元")
    return sample
  }

  @Test func listsInTheOrderOfPrintingAndLeavesOutWhatNoFileCarries() throws {
    let figures = try Self.sample().figures.all(of: #require(Period("2021-05")))
    let groups = figures.map { "\($0.name.indicator).\($0.name.sector).\($0.name.basis)" }
    let order = groups.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(
      order
        == ["total", "electronics", "food", "high_tech"].flatMap {
          ["value_added.\($0).month", "value_added.\($0).ytd"]
        })
    let total = figures.filter { $0.name.series.hasPrefix("value_added.total.ytd.") }
    #expect(
      total.map(\.name.measure.rawValue) == [
        "level", "yoy", "yoy_change", "change", "share", "share_change", "contribution", "pull",
        "units", "industries", "industries_growing", "industries_growing_share",
        "two_year_average", "average",
      ])
  }

  @Test func knowsThePeriodsOfReturnsAndOfBureauTables() throws {
    #expect(try Self.sample().figures.periods.map(\.description) == ["2021-05", "2021-06"])
    #expect(Sample().figures.periods.isEmpty)
  }

  @Test func aPeriodWithoutDataHasNoFigures() throws {
    #expect(try Self.sample().figures.all(of: #require(Period("2019-05"))).isEmpty)
  }

  @Test func theSharesOfAPartitionAddUpToOneHundred() throws {
    let sample = try Self.sample()
    var sum = Ratio.zero
    for part in ["electronics", "food"] {
      let share = try sample.figure("value_added.\(part).ytd.share", "2021-05").exact
      sum = try sum.adding(#require(share))
    }
    #expect(sum == Ratio(100))
  }
}
