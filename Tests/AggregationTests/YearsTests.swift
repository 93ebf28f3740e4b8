// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

/// Growth over several years, and means over months.
@Suite struct YearsTests {
  private static func sample(
    _ rows: [(period: String, ytd: String, reference: String)]
  ) throws
    -> Sample
  {
    var sample = Sample()
    for row in rows {
      try sample.add(row.period, "3911", .init(ytd: row.ytd, reference: row.reference))
    }
    return sample
  }

  @Test func theTwoYearAverageIsARoot() throws {
    let sample = try Self.sample([("2020-05", "110", "100"), ("2021-05", "121", "110")])
    #expect(try sample.text("value_added.total.ytd.two_year_average", "2021-05") == "10")
    #expect(
      try sample.text("value_added.total.ytd.two_year_average", "2020-05") == "(not_reported)")
  }

  @Test func growthSinceAYearCompoundsAndTheRunningYearIsProvisional() throws {
    let sample = try Self.sample([
      ("2020-12", "110", "100"), ("2021-12", "121", "110"), ("2022-05", "60", "50"),
    ])
    #expect(try sample.text("value_added.total.ytd.since_2019", "2021-12") == "21")
    #expect(try sample.text("value_added.total.ytd.average_since_2019", "2021") == "10")
    #expect(try sample.figure("value_added.total.ytd.since_2019", "2021").marks == [])
    let running = try sample.figure("value_added.total.ytd.since_2019", "2022-05")
    #expect(running.exact?.exactText == "45.2" && running.marks == [.provisional])
    #expect(try sample.text("value_added.total.ytd.since_2018", "2021-12") == "(not_reported)")
    #expect(try sample.text("value_added.total.ytd.since_2021", "2021-12") == "(not_applicable)")
    #expect(try sample.text("value_added.total.month.since_2019", "2021-12") == "(not_applicable)")
    #expect(try sample.text("value_added.total.ytd.since_1000", "2021-12") == "(not_applicable)")
  }

  @Test func whereOnlyYearlyGrowthIsPublishedItIsChained() throws {
    // The plan's investment: 10 % a year for three years is 33.1 % (methods.md §2).
    var sample = Sample()
    for year in ["2020", "2021", "2022"] {
      try sample.state("value_added.total.ytd.yoy", year, "10", "%")
    }
    #expect(try sample.text("value_added.total.ytd.since_2019", "2022") == "33.1")
    #expect(try sample.figure("value_added.total.ytd.since_2019", "2022").origin == .bureau)
  }

  @Test func aFallOfMoreThanEverythingHasNoRoot() throws {
    let sample = try Self.sample([("2020-05", "-20", "10"), ("2021-05", "121", "110")])
    #expect(try sample.text("value_added.total.ytd.two_year_average", "2021-05") == "(no_base)")
  }

  @Test func theMeanCountsJanuaryAndFebruaryAsTwoMonths() throws {
    var sample = Sample()
    // 1—2月 30 of two months, March 15, April 15: 60 ÷ 4. Persons: (10 + 10 + 16 + 4) ÷ 4.
    for (period, month, ytd, persons) in [
      ("2021-01..02", nil as String?, "30", "10"), ("2021-03", "15", "45", "16"),
      ("2021-04", "15", "60", "4"),
    ] {
      try sample.add(period, "3911", .init(month: month, ytd: ytd))
      try sample.add(
        period, "3811", indicator: "employment", .init(month: persons, ytd: persons))
    }
    #expect(try sample.text("value_added.electronics.ytd.average", "2021-04") == "15")
    #expect(try sample.text("employment.machinery.ytd.average", "2021-04") == "10")
    #expect(try sample.text("employment.machinery.month.average", "2021-04") == "(not_applicable)")
    #expect(try sample.text("employment.machinery.month.end", "2021-04") == "4")
    #expect(try sample.text("value_added.electronics.ytd.end", "2021-04") == "(not_applicable)")
  }
}
