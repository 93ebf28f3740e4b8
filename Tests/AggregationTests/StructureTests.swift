// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

/// Contributions, gaps, breakdowns, rankings and what goes with them.
@Suite struct StructureTests {
  /// Total 200 → 250: 39 100 → 130, 38 60 → 90, 13 40 → 30.
  private static func sample() throws -> Sample {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "80", reference: "70"))
    try sample.add("2021-05", "3912", .init(ytd: "50", reference: "30"))
    try sample.add("2021-05", "3811", .init(ytd: "90", reference: "60"))
    try sample.add("2021-05", "1310", .init(ytd: "30", reference: "40"))
    return sample
  }

  @Test(arguments: [
    ("electronics.ytd.contribution", "60"), ("machinery.ytd.contribution", "60"),
    ("food.ytd.contribution", "-20"), ("total.ytd.contribution", "100"),
    ("electronics.ytd.change", "30"), ("food.ytd.change", "-10"), ("electronics.ytd.units", "2"),
    ("total.ytd.industries", "3"), ("total.ytd.industries_growing", "2"),
    ("total.ytd.industries_growing_share", "200/3"), ("food.ytd.industries_growing_share", "0"),
    ("total/division=39.ytd.level", "130"), ("total/division=39.ytd.share", "52"),
    ("high_tech/division=39.ytd.share", "800/17"), ("high_tech/division=39.ytd.pull", "100/13"),
    ("total/division=39.ytd.rank_level", "1"), ("total/division=38.ytd.rank_yoy", "1"),
    ("total/division=39.ytd.rank_pull", "1"), ("total/division=38.ytd.rank_pull", "1"),
    ("total/division=13.ytd.rank_contribution", "3"), ("total.ytd.rank_yoy", "(not_applicable)"),
    ("total/division=39.ytd.industries", "(not_applicable)"),
    ("total/division=99.ytd.level", "(not_reported)"),
  ])
  func measures(series: String, value: String) throws {
    #expect(try Self.sample().text("value_added." + series, "2021-05") == value)
  }

  @Test func contributionsToNextToNothingAreMissing() throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "100.4", reference: "100"))
    let name = try Sample.name("value_added.total.ytd.contribution", "2021-05")
    let all = Sample.definitions
    for (limit, isMissing) in [(Ratio(1), true), (.zero, false)] {
      let definitions = FigureDefinitions(
        indicators: all.indicators, sectors: all.sectors, classification: all.classification,
        flagNames: all.flagNames, leastTotalChange: limit)
      let figure = try Figures(definitions, cube: sample.cube, bureau: [:]).figure(name)
      #expect((figure.value == .missing(.hardlyChanged)) == isMissing)
    }
  }

  @Test func aTotalThatDidNotChangeHasNoContributions() throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "11", reference: "10"))
    try sample.add("2021-05", "3811", .init(ytd: "9", reference: "10"))
    #expect(
      try sample.text("value_added.electronics.ytd.contribution", "2021-05") == "(hardly_changed)")
  }

  @Test func aShrinkingTotalHasContributionsToItsFall() throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "5", reference: "10"))
    try sample.add("2021-05", "3811", .init(ytd: "11", reference: "10"))
    #expect(try sample.text("value_added.electronics.ytd.contribution", "2021-05") == "125")
    #expect(try sample.text("value_added.machinery.ytd.contribution", "2021-05") == "-25")
  }

  @Test func contributionsFromATableAreBackCast() throws {
    var sample = Sample()
    for (sector, level, growth) in [("total", "220", "10"), ("published", "66", "20")] {
      try sample.state("value_added.\(sector).ytd.level", "2021-05", level, "亿元")
      try sample.state("value_added.\(sector).ytd.yoy", "2021-05", growth, "%")
    }
    let figure = try sample.figure("value_added.published.ytd.contribution", "2021-05")
    #expect(figure.exact?.exactText == "55" && figure.marks == [.approximate])
  }

  @Test func theGapIsTheDifferenceToWhatTheAreaStates() throws {
    var sample = try Self.sample()
    let name = try Sample.name("value_added.total.ytd.yoy", "2021-05")
    sample.others[AreaFigure(area: "city", name: name)] = BureauObservation(
      area: "city", name: name, value: try #require(ExactDecimal("15.5")), unit: .percent,
      location: Location(file: "city.csv", row: 3, column: 2))
    let gap = try sample.figure("value_added.total.ytd.gap_city", "2021-05")
    #expect(gap.exact?.exactText == "9.5" && gap.unit == .percentagePoint)
    #expect(throws: FigureError.unknownArea("moon", known: ["city"])) {
      try sample.figure("value_added.total.ytd.gap_moon", "2021-05")
    }
  }

  @Test func monthOnMonthComparesMonths() throws {
    var sample = Sample()
    for (period, month) in [("2021-03", "20"), ("2021-04", "25"), ("2021-05", "20")] {
      try sample.add(period, "3911", .init(month: month, ytd: "100"))
    }
    #expect(try sample.text("value_added.total.month.mom", "2021-04") == "25")
    #expect(try sample.text("value_added.total.month.mom", "2021-05") == "-20")
    #expect(try sample.text("value_added.total.month.mom", "2021-03") == "(not_applicable)")
    #expect(try sample.text("value_added.total.ytd.mom", "2021-05") == "(not_applicable)")
  }

  @Test func aMonthThatNobodyStatesIsTheDifferenceOfCumulativeValues() throws {
    var sample = Sample()
    try sample.add("2021-04", "3911", .init(ytd: "30", reference: "28"))
    try sample.add("2021-05", "3911", .init(ytd: "25", reference: "30"))
    let figure = try sample.figure("value_added.total.month.level", "2021-05")
    #expect(figure.exact?.exactText == "-5" && figure.marks == [.fromCumulative, .negativeMonth])
    #expect(try sample.text("value_added.total.month.level", "2021-04") == "(not_reported)")
    // One unit states its month: then it is no question of cumulative values.
    try sample.add("2021-05", "3811", .init(month: "3", ytd: "3", reference: "1"))
    #expect(try sample.text("value_added.total.month.level", "2021-05") == "(part_missing)")
  }

  @Test func aFigureOverBothSidesOfABreakIsMarked() throws {
    let period = try #require(Period("2021-05"))
    let sector = Sector(
      id: "total", name: LocalizedName(zh: "total"), aliases: [],
      definition: .classes(["3911", "3912"]),
      earlier: [.init(.classes(["3911"]), until: period)], standing: .documented,
      note: LocalizedName(zh: ""))
    var sample = Sample()
    for month in ["2021-04", "2021-05"] {
      try sample.add(month, "3911", .init(ytd: "11", reference: "10"))
      try sample.add(month, "3912", .init(ytd: "6", reference: "5"))
    }
    let definitions = FigureDefinitions(
      indicators: Sample.indicators, sectors: [sector], classification: Sample.classification,
      flagNames: [])
    let figures = Figures(definitions, cube: sample.cube, bureau: [:])
    func figure(_ measure: String, _ period: String) throws -> Figure {
      try figures.figure(Sample.name("value_added.total.ytd." + measure, period))
    }
    #expect(try figure("level", "2021-04").exact == Ratio(11))
    #expect(try figure("level", "2021-05").exact == Ratio(17))
    #expect(try figure("yoy", "2021-05").marks == [])
    #expect(try figure("yoy_change", "2021-05").marks == [.seriesBreak])
  }

  @Test func thePullsOfAPartitionAddUpToTheGrowth() throws {
    var generator = SeededGenerator(seed: 21)
    var sample = Sample()
    for _ in 0..<60 {
      let industry = ["3911", "3912", "3811", "1310"][Int.random(in: 0..<4, using: &generator)]
      let values = (0..<2).map { _ in String(Int.random(in: 1...9_999_999, using: &generator)) }
      try sample.add("2021-05", industry, .init(ytd: values[0], reference: values[1]))
    }
    let figures = sample.figures
    let total = try #require(sample.figures.sectors.first { $0.id == "total" })
    let period = try #require(Period("2021-05"))
    let parts = figures.parts(of: total, by: .level(.division), in: period)
    #expect(parts.count == 3)
    for (measure, whole) in [("pull", "yoy"), ("contribution", "contribution"), ("share", "share")]
    {
      var sum = Ratio.zero
      for part in parts {
        let figure = try sample.figure("value_added.\(part).ytd.\(measure)", "2021-05")
        sum = try sum.adding(#require(figure.exact))
      }
      #expect(try sample.figure("value_added.total.ytd.\(whole)", "2021-05").exact == sum)
    }
  }
}
