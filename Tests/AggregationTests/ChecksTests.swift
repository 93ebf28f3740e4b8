// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

@Suite struct ChecksTests {
  private func findings(_ sample: Sample, _ period: String) throws -> [Finding] {
    try sample.figures.checks(at: #require(Period(period)))
  }

  @Test func aBureausValueThatPrintsOtherwiseIsAWarningAtItsCell() throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "12.344", reference: "10"))
    try sample.state("value_added.total.ytd.level", "2021-05", "12.36", "亿元", row: 4)
    let found = try findings(sample, "2021-05")
    #expect(found.map(\.code) == [.differsFromBureau])
    #expect(found.first?.location?.row == 4)
    #expect(found.first?.arguments["bureau"] == "12.36")
    #expect(found.first?.arguments["own"] == "12.34")
    #expect(found.first?.arguments["difference"] == "0.02")
    #expect(found.first?.arguments["figure"] == "value_added.total.ytd.level")
  }

  @Test func whatPrintsTheSameIsNoDifference() throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "12.344", reference: "10"))
    try sample.state("value_added.total.ytd.level", "2021-05", "12.34", "亿元")
    try sample.state("value_added.total.ytd.yoy", "2021-05", "23.4", "%")
    try sample.state("value_added.published.ytd.level", "2021-05", "99", "亿元")
    #expect(try findings(sample, "2021-05").isEmpty)
  }

  @Test func cumulativeIsLastCumulativePlusTheMonth() throws {
    var sample = Sample()
    try sample.add("2021-01..02", "3911", .init(ytd: "10"))
    try sample.add("2021-03", "3911", .init(month: "7", ytd: "17"))
    try sample.add("2021-04", "3911", .init(month: "6", ytd: "23.5"))
    #expect(try findings(sample, "2021-03").isEmpty)
    let found = try findings(sample, "2021-04")
    #expect(found.map(\.code) == [.cumulativeDiffers])
    #expect(found.first?.arguments["cumulative"] == "23.50")
    #expect(found.first?.arguments["sum"] == "23.00")
    #expect(found.first?.period?.description == "2021-04")
  }

  @Test func whatIsMissingOrNotAdditiveIsNotCompared() throws {
    var sample = Sample()
    try sample.add("2021-04", "3911", indicator: "employment", .init(month: "5", ytd: "5"))
    try sample.add("2021-05", "3911", indicator: "employment", .init(month: "5", ytd: "5"))
    #expect(try findings(sample, "2021-05").isEmpty)
    #expect(try findings(sample, "2021-04").isEmpty)
    #expect(try findings(sample, "2021-01..02").isEmpty)
  }
}
