// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

/// Every measure over unit returns, against values computed by hand.
@Suite struct OwnFiguresTests {
  /// Total: 200 → 250 (+25 %); electronics 100 → 130 (+30 %); machinery 60 → 90 (+50 %).
  private static func sample() throws -> Sample {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "80", reference: "70"))
    try sample.add("2021-05", "3912", flags: Sample.smart, .init(ytd: "50", reference: "30"))
    try sample.add("2021-05", "3811", flags: Sample.smart, .init(ytd: "90", reference: "60"))
    try sample.add("2021-05", "1310", .init(ytd: "30", reference: "40"))
    return sample
  }

  @Test(arguments: [
    ("total.ytd.level", "250"), ("electronics.ytd.level", "130"), ("smart.ytd.level", "140"),
    ("high_tech.ytd.level", "170"), ("total.ytd.yoy", "25"), ("electronics.ytd.yoy", "30"),
    ("machinery.ytd.yoy", "50"), ("food.ytd.yoy", "-25"), ("smart.ytd.yoy", "500/9"),
    ("electronics.ytd.share", "52"), ("total.ytd.share", "100"), ("food.ytd.share", "12"),
    ("electronics.ytd.share_change", "2"), ("machinery.ytd.share_change", "6"),
    ("food.ytd.share_change", "-8"), ("total.ytd.share_change", "0"), ("total.ytd.pull", "25"),
    ("electronics.ytd.pull", "15"), ("machinery.ytd.pull", "15"), ("food.ytd.pull", "-5"),
    ("unknown_flag.ytd.level", "(not_reported)"), ("published.ytd.level", "(not_reported)"),
  ])
  func measures(series: String, value: String) throws {
    #expect(try Self.sample().text("value_added." + series, "2021-05") == value)
  }

  @Test func aFigureSaysItsUnitAndItsDecimals() throws {
    let sample = try Self.sample()
    let level = try sample.figure("value_added.total.ytd.level", "2021-05")
    #expect(level.unit == .hundredMillionYuan && level.rounded == "250.00")
    #expect(level.origin == .returns && !level.isApproximate && level.ownValue == nil)
    let yoy = try sample.figure("value_added.smart.ytd.yoy", "2021-05")
    #expect(yoy.unit == .percent && yoy.rounded == "55.6")
    let pull = try sample.figure("value_added.food.ytd.pull", "2021-05")
    #expect(pull.unit == .percentagePoint && pull.rounded == "-5.0")
  }

  @Test func theChangeOnLastMonthIsInPoints() throws {
    var sample = try Self.sample()
    try sample.add("2021-04", "3911", .init(ytd: "110", reference: "100"))
    #expect(try sample.text("value_added.total.ytd.yoy_change", "2021-05") == "15")
    #expect(
      try sample.text("value_added.total.ytd.yoy_change", "2021-04") == "(not_reported)")
  }

  @Test(arguments: [
    ("level", "%", "7"), ("yoy", "%", nil), ("share", "%", nil), ("pull", "百分点", nil),
  ])
  func aRateHasALevelAndNothingElse(measure: String, unit: String, value: String?) throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", indicator: "rate", .init(ytd: "7", reference: "6"))
    let figure = try sample.figure("rate.total.ytd." + measure, "2021-05")
    #expect(figure.unit.symbol == unit)
    #expect(figure.value == (value == nil ? .missing(.notApplicable) : .known(Ratio(7))))
  }

  // MARK: - Missing

  @Test func oneMissingPartMakesTheSectorMissing() throws {
    var sample = try Self.sample()
    try sample.add("2021-05", "3911", .init(ytd: nil, reference: "5"))
    #expect(try sample.text("value_added.electronics.ytd.level", "2021-05") == "(part_missing)")
    #expect(try sample.text("value_added.electronics.ytd.yoy", "2021-05") == "(part_missing)")
    #expect(try sample.text("value_added.machinery.ytd.share", "2021-05") == "(part_missing)")
    #expect(try sample.text("value_added.machinery.ytd.pull", "2021-05") == "600/41")
    #expect(try sample.text("value_added.machinery.ytd.level", "2021-05") == "90")
  }

  @Test func nothingReportedIsNotZero() throws {
    let sample = try Self.sample()
    #expect(try sample.text("value_added.total.month.level", "2021-05") == "(not_reported)")
    #expect(try sample.text("value_added.total.ytd.level", "2021-06") == "(not_reported)")
    #expect(try sample.text("employment.total.ytd.level", "2021-05") == "(not_reported)")
    #expect(try sample.figure("value_added.total.ytd.level", "2021-06").rounded == nil)
  }

  @Test(arguments: ["0", "-10"])
  func aBaseOfZeroOrBelowGivesNoRate(base: String) throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "5", reference: base))
    for measure in ["yoy", "pull"] {
      #expect(try sample.text("value_added.total.ytd.\(measure)", "2021-05") == "(no_base)")
    }
    #expect(try sample.text("value_added.total.ytd.share", "2021-05") == "100")
    #expect(try sample.text("value_added.total.ytd.share_change", "2021-05") == "(no_base)")
  }

  @Test func aNegativeTotalHasNoShares() throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "-5", reference: "1"))
    #expect(try sample.text("value_added.total.ytd.share", "2021-05") == "(no_base)")
    #expect(try sample.text("value_added.total.ytd.yoy", "2021-05") == "-600")
  }

  // MARK: - Periods

  /// January and February have a cumulative value only.
  private static func quarter() throws -> Sample {
    var sample = Sample()
    try sample.add("2021-01..02", "3911", .init(ytd: "10", reference: "8"))
    try sample.add(
      "2021-03", "3911", .init(month: "7", ytd: "17", referenceMonth: "6", reference: "14"))
    return sample
  }

  @Test(arguments: [
    ("2021-Q1", "month.level", "17"), ("2021-Q1", "ytd.level", "17"),
    ("2021-Q1", "month.yoy", "150/7"), ("2021-Q1", "ytd.yoy", "150/7"),
    ("2021-03", "month.level", "7"),
    ("2021-03", "month.yoy", "50/3"), ("2021-01..02", "ytd.level", "10"),
    ("2021-01..02", "month.level", "(not_surveyed)"),
    ("2021-01..02", "month.yoy", "(not_surveyed)"),
    ("2021-01..02", "ytd.yoy_change", "(not_applicable)"), ("2021-03", "ytd.yoy_change", "-25/7"),
    ("2021-03", "month.yoy_change", "(not_surveyed)"),
    ("2021-Q1", "ytd.yoy_change", "(not_applicable)"),
    ("2021-H1", "ytd.level", "(not_reported)"), ("2021-H1", "month.level", "(not_reported)"),
  ])
  func januaryAndFebruaryEnterWithTheirCumulativeValue(
    period: String, series: String, value: String
  ) throws {
    #expect(try Self.quarter().text("value_added.total." + series, period) == value)
  }

  @Test func aYearIsTheSumOfItsElevenSurveyPeriods() throws {
    var sample = Sample()
    for (number, period) in try #require(Period.year(2021)).surveyPeriods.enumerated() {
      let values = Sample.Values(month: number == 0 ? nil : "1", ytd: String(number + 2))
      try sample.add(period.description, "3911", values)
    }
    #expect(try sample.text("value_added.total.month.level", "2021") == "12")
    #expect(try sample.text("value_added.total.ytd.level", "2021") == "12")
    #expect(try sample.text("value_added.total.month.level", "2021-H1") == "6")
    #expect(try sample.text("value_added.total.month.level", "2021-Q4") == "3")
  }

  @Test func employmentDoesNotAddUpOverMonths() throws {
    var sample = Sample()
    for period in ["2021-04", "2021-05", "2021-06"] {
      try sample.add(
        period, "3911", indicator: "employment", .init(month: "100", ytd: "101", reference: "90"))
    }
    #expect(try sample.text("employment.total.month.level", "2021-Q2") == "(not_applicable)")
    #expect(try sample.text("employment.total.month.yoy", "2021-Q2") == "(not_applicable)")
    #expect(try sample.text("employment.total.month.level", "2021-06") == "100")
    #expect(try sample.text("employment.total.ytd.level", "2021-Q2") == "101")
  }

  // MARK: - Errors

  @Test func overflowIsThrownWithTheFiguresName() throws {
    var sample = Sample()
    let large = "1701411834604692317316873037158"
    try sample.add("2021-05", "3911", .init(ytd: large, reference: "1"))
    try sample.add("2021-05", "3911", .init(ytd: large, reference: "1"))
    let name = try Sample.name("value_added.total.ytd.level", "2021-05")
    #expect(throws: FigureError.arithmetic(.overflow, name)) { try sample.figures.figure(name) }
    #expect(throws: FigureError.self) { try sample.figures.all(of: name.period) }
  }

  @Test func anUnknownNameIsThrownWithTheKnownOnes() throws {
    let figures = try Self.sample().figures
    let indicator = try Sample.name("output.total.ytd.level", "2021-05")
    #expect(throws: FigureError.unknownIndicator("output", known: Sample.indicators.map(\.id))) {
      try figures.figure(indicator)
    }
    let sector = try Sample.name("value_added.totl.ytd.level", "2021-05")
    #expect(throws: FigureError.unknownSector("totl", known: Sample.sectors.map(\.id))) {
      try figures.figure(sector)
    }
  }
}
