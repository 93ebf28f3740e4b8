// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Plan

/// The checks on the plan of methods.md §5, from its numbers alone.
@Suite struct ConsistencyNoteTests {
  private static func notes(_ targets: Target...) throws -> [ConsistencyNote] {
    var specimen = Specimen()
    specimen.targets = targets
    return try specimen.progress("2021-05").notes
  }

  private static func level(
    _ value: String, _ sector: String, from baseline: String? = nil, id: String = "L"
  ) throws -> Target {
    try Specimen.target(
      .level, .atLeast, value, "亿元", id: id, from: baseline, series: "output.\(sector).ytd.level")
  }

  @Test(arguments: [("20", true), ("22", false)])
  func aLevelAndARateOfOneFigure(rate: String, levelBinds: Bool) throws {
    let notes = try Self.notes(
      Self.level("35", "smart", from: "19.73"),
      Specimen.target(
        .compoundedRate, .atLeast, rate, "%", id: "R",
        series: "output.smart.ytd.average_since_2019"))
    guard case .levelAndRate(let both)? = notes.first else {
      Issue.record("no note")
      return
    }
    #expect(both.neededRate.rounded(decimals: 2) == "21.05")
    #expect(both.levelBinds == levelBinds)
    if levelBinds { #expect(both.reachedLevel.rounded(decimals: 2) == "34.09") }
  }

  @Test func aLevelAndARateThatAgree() throws {
    let notes = try Self.notes(
      Self.level("133.1", "smart", from: "100"),
      Specimen.target(
        .compoundedRate, .atLeast, "10", "%", id: "R",
        series: "output.smart.ytd.average_since_2019"))
    guard case .levelAndRate(let both)? = notes.first else {
      Issue.record("no note")
      return
    }
    #expect(both.levelBinds == nil)
  }

  @Test func growthOverYearsIsSoMuchAYear() throws {
    let target = try Specimen.target(.cumulativeGrowth, .atLeast, "33", "%")
    let notes = try Self.notes(target)
    guard case .growthPerYear(target, let rate)? = notes.first else {
      Issue.record("no note")
      return
    }
    #expect(rate.rounded(decimals: 2) == "9.97")
  }

  @Test func halfOfThreeHundredIsAHundredAndFifty() throws {
    let share = try Specimen.target(
      .share, .atLeast, "50", "%", id: "S", series: "coverage.total.ytd.level")
    let count = try Specimen.target(
      .count, .atLeast, "300", "家", id: "C", series: "staff.total.ytd.level")
    #expect(
      try Self.notes(share, count) == [.shareOfCount(share: share, whole: count, part: Ratio(150))])
  }

  @Test func partsAddUpToTheirWhole() throws {
    let whole = try Specimen.target(.cumulativeQuantity, .atLeast, "1000", "亩", id: "W")
    let parts = try ["a", "b"].map {
      try Specimen.target(.cumulativeQuantity, .atLeast, "500", "亩", id: $0, name: "其中: " + $0)
    }
    #expect(
      try Self.notes(whole, parts[0], parts[1])
        == [.parts(whole: whole, parts: parts, sum: Ratio(1000))])
  }

  @Test func aLevelAboveAShareOfTheTotal() throws {
    let total = try Self.level("60", "total", id: "T")
    let smart = try Self.level("35", "smart", id: "S")
    let share = try Specimen.target(
      .share, .atLeast, "50", "%", id: "A", series: "output.advanced.ytd.share")
    #expect(
      try Self.notes(total, share, smart)
        == [.levelAboveShare(level: smart, share: share, whole: total, part: Ratio(30))])
    #expect(try Self.notes(total, share, Self.level("30", "smart")).isEmpty)
  }
}
