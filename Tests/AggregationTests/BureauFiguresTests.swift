// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

/// Figures that a bureau states, and what is derived from them.
@Suite struct BureauFiguresTests {
  /// Own: total 200 → 250, electronics 100 → 130. The bureau says 251 (+24 %) and 131 (+29 %).
  private static func sample(withReturns: Bool = true) throws -> Sample {
    var sample = Sample()
    if withReturns {
      try sample.add("2021-05", "3911", .init(ytd: "130", reference: "100"))
      try sample.add("2021-05", "1310", .init(ytd: "120", reference: "100"))
    }
    try sample.state("value_added.total.ytd.level", "2021-05", "251", "亿元")
    try sample.state("value_added.total.ytd.yoy", "2021-05", "24", "%")
    try sample.state("value_added.electronics.ytd.level", "2021-05", "1310000", "万元")
    try sample.state("value_added.electronics.ytd.yoy", "2021-05", "29", "%")
    return sample
  }

  @Test(arguments: [
    ("total.ytd.level", "251", "250"), ("total.ytd.yoy", "24", "25"),
    ("electronics.ytd.level", "131", "130"), ("electronics.ytd.yoy", "29", "30"),
    ("electronics.ytd.share", "13100/251", "52"),
  ])
  func isPreferredWithTheOwnBesideIt(series: String, printed: String, own: String) throws {
    let figure = try Self.sample().figure("value_added." + series, "2021-05")
    #expect(figure.exact?.exactText == printed)
    #expect(figure.ownValue?.exactText == own)
    #expect(figure.origin == .bureau && !figure.isApproximate)
  }

  @Test(arguments: [("pull", "15"), ("share_change", "2")])
  func whatNeedsABackCastComesFromTheReturnsWhereTheyHaveIt(
    measure: String, value: String
  ) throws {
    let figure = try Self.sample().figure("value_added.electronics.ytd." + measure, "2021-05")
    #expect(figure.exact?.exactText == value)
    #expect(figure.origin == .returns && !figure.isApproximate)
  }

  @Test func withoutReturnsABackCastIsMarkedApproximate() throws {
    let sample = try Self.sample(withReturns: false)
    for measure in ["pull", "share_change"] {
      let figure = try sample.figure("value_added.electronics.ytd." + measure, "2021-05")
      #expect(figure.origin == .bureau && figure.isApproximate && figure.ownValue == nil)
    }
    // 131 − 131/1.29 = 29.449…; 251/1.24 = 202.419…
    #expect(try sample.figure("value_added.electronics.ytd.pull", "2021-05").rounded == "14.5")
    // 131/251 − (131/1.29)/(251/1.24) = 52.191 − 50.168
    #expect(
      try sample.figure("value_added.electronics.ytd.share_change", "2021-05").rounded == "2.0")
  }

  @Test(arguments: [("share", "40", "%"), ("pull", "9.5", "百分点"), ("share_change", "-1", "百分点")])
  func aStatedRateGoesBeforeADerivedOne(measure: String, value: String, unit: String) throws {
    var sample = try Self.sample()
    try sample.state("value_added.electronics.ytd.\(measure)", "2021-05", value, unit)
    let figure = try sample.figure("value_added.electronics.ytd." + measure, "2021-05")
    #expect(figure.exact?.exactText == value)
    #expect(figure.origin == .bureau && !figure.isApproximate && figure.ownValue != nil)
  }

  @Test func theChangeOnLastMonthIsOfOneOrigin() throws {
    var sample = try Self.sample()
    try sample.add("2021-04", "3911", .init(ytd: "110", reference: "100"))
    let own = try sample.figure("value_added.total.ytd.yoy_change", "2021-05")
    #expect(own.exact?.exactText == "15" && own.origin == .returns)
    try sample.state("value_added.total.ytd.yoy", "2021-04", "20", "%")
    let bureau = try sample.figure("value_added.total.ytd.yoy_change", "2021-05")
    #expect(bureau.exact?.exactText == "4" && bureau.origin == .bureau)
    #expect(bureau.ownValue?.exactText == "15")
  }

  @Test func aStatedChangeOnLastMonthIsUsed() throws {
    var sample = try Self.sample()
    try sample.state("value_added.total.ytd.yoy_change", "2021-05", "0.3", "百分点")
    let figure = try sample.figure("value_added.total.ytd.yoy_change", "2021-05")
    #expect(figure.exact?.exactText == "0.3" && figure.origin == .bureau)
  }

  @Test func aPublishedSectorHasTheBureausFiguresAlone() throws {
    var sample = try Self.sample()
    try sample.state("value_added.published.ytd.level", "2021-05", "25.1", "亿元")
    let level = try sample.figure("value_added.published.ytd.level", "2021-05")
    #expect(level.exact?.exactText == "25.1" && level.ownValue == nil)
    #expect(try sample.text("value_added.published.ytd.share", "2021-05") == "10")
    #expect(try sample.text("value_added.published.ytd.pull", "2021-05") == "(not_reported)")
  }

  // MARK: - Bases without meaning

  /// An industry that shut down: its growth is −100 %, so its base cannot be back-cast.
  @Test(arguments: ["-100", "-120"])
  func growthOfMinusOneHundredHasNoBackCastBase(growth: String) throws {
    var sample = try Self.sample(withReturns: false)
    try sample.state("value_added.food.ytd.level", "2021-05", "0", "亿元")
    try sample.state("value_added.food.ytd.yoy", "2021-05", growth, "%")
    #expect(try sample.text("value_added.food.ytd.yoy", "2021-05") == growth)
    #expect(try sample.figure("value_added.food.ytd.pull", "2021-05").exact == nil)
    #expect(try sample.figure("value_added.food.ytd.share_change", "2021-05").exact == nil)
    #expect(try sample.figures.all(of: #require(Period("2021-05"))).count > 6)
  }

  // MARK: - Longer periods

  @Test func aQuartersCumulativeValueStandsInItsLastMonthsTable() throws {
    var sample = Sample()
    try sample.state("value_added.total.ytd.level", "2021-06", "60", "亿元")
    try sample.state("value_added.total.ytd.yoy", "2021-06", "7.5", "%")
    #expect(try sample.text("value_added.total.ytd.level", "2021-Q2") == "60")
    #expect(try sample.text("value_added.total.ytd.yoy", "2021-H1") == "7.5")
    #expect(try sample.text("value_added.total.month.yoy", "2021-Q2") == "(not_reported)")
  }

  @Test func aQuarterIsTheSumOfItsStatedMonthsWhereAllStand() throws {
    var sample = Sample()
    try sample.state("value_added.total.ytd.level", "2021-01..02", "20", "亿元")
    #expect(try sample.text("value_added.total.month.level", "2021-Q1") == "(not_reported)")
    try sample.state("value_added.total.month.level", "2021-03", "11", "亿元")
    #expect(try sample.text("value_added.total.month.level", "2021-Q1") == "31")
    try sample.state("employment.total.month.level", "2021-03", "11", "人")
    #expect(try sample.text("employment.total.month.level", "2021-Q1") == "(not_applicable)")
  }
}
