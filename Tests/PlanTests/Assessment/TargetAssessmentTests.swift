// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Testing

@testable import Plan

/// Assessments computed by hand.
@Suite struct TargetAssessmentTests {
  private static func reported(
    _ target: Target, _ period: String, _ value: String
  ) throws
    -> TargetAssessment
  {
    var specimen = Specimen(target)
    try specimen.report("T", period, value: value)
    return try specimen.assessment(period)
  }

  // MARK: - Kinds

  @Test func aQuantityGoesByTheTimeThatHasPassed() throws {
    // 18 of 36 months.
    let target = try Specimen.target(.cumulativeQuantity, .atLeast, "1000", "亩")
    #expect(
      try Self.reported(target, "2021-06", "515").summary
        == "green gap -485 completion 51.5 expected 500 ahead 15 points 1.5")
  }

  @Test func aShareGoesInEvenStepsFromItsBaseline() throws {
    let target = try Specimen.target(.share, .atLeast, "50", "%", from: "44")
    let assessment = try Self.reported(target, "2021-06", "46")
    #expect(
      assessment.summary
        == "yellow gap -4 completion 100/3 expected 47 ahead -1 points -50/3")
    #expect(assessment.target.gapUnit == .percentagePoint)
  }

  @Test func aLevelGoesAtOneRateFromItsBaseline() throws {
    // 100 × 1.21^(1/2) at half of the time.
    let target = try Specimen.target(.level, .atLeast, "121", "亿元", from: "100")
    #expect(
      try Self.reported(target, "2021-06", "112").summary
        == "green gap -9 completion 400/7 expected 110 ahead 2 points 200/21")
  }

  @Test func growthOverYearsCountsTheRunningYearAsAWhole() throws {
    // 33.1 % in three years is 21 % in two.
    let target = try Specimen.target(.cumulativeGrowth, .atLeast, "33.1", "%")
    #expect(
      try Self.reported(target, "2021-02", "20").summary
        == "yellow gap -13.1 completion 20000/331 expected 21 ahead -1 points -1000/331")
  }

  @Test func aYearlyRateIsExpectedAtAnyTime() throws {
    let target = try Specimen.target(.compoundedRate, .atLeast, "20", "%")
    let assessment = try Self.reported(target, "2021-12", "15")
    #expect(assessment.summary == "yellow gap -5 completion 75 expected 20 ahead -5 points -25")
    #expect(assessment.numbers?.expected?.path == nil)
    // 1.2³ ÷ 1.15² = 1.30661…
    #expect(assessment.numbers?.needed?.growth?.rounded(decimals: 2) == "30.66")
  }

  @Test func aCountOfDepartmentsStartsFromZero() throws {
    let target = try Specimen.target(.count, .atLeast, "2", "个")
    #expect(
      try Self.reported(target, "2021-06", "1").summary
        == "green gap -1 completion 50 expected 1 ahead 0 points 0")
  }

  @Test func aLevelWithoutAKnownStartIsNotHeldToAPath() throws {
    let target = try Specimen.target(.level, .atLeast, "121", "亿元")
    #expect(
      try Self.reported(target, "2021-06", "110").summary == "none gap -11 completion 1000/11")
  }

  @Test func thePathCanBeChosen() throws {
    for (path, expected) in [
      (Target.Path.linear, "110.5"), (.constantRate, "110"), (.time, "60.5"),
    ] {
      let target = try Specimen.target(.level, .atLeast, "121", "亿元", from: "100", path: path)
      let assessment = try Self.reported(target, "2021-06", "110")
      #expect(assessment.numbers?.expected?.value.exactText == expected)
      #expect(assessment.numbers?.expected?.path == path)
    }
  }

  // MARK: - A year's amount

  private static func yearly(_ rows: [(String, String)]) throws -> Specimen {
    var specimen = Specimen(
      try Specimen.target(
        .level, .above, "121", "亿元", from: "100", series: "output.total.ytd.level"))
    for (period, value) in rows { try specimen.state("output.total.ytd.level", period, value) }
    return specimen
  }

  @Test func aYearsAmountIsHeldToLastYearsSeason() throws {
    // By May 40 of 100 came last year; of 121 × … the path of 2021 is 100 × 1.21^(2/3).
    let specimen = try Self.yearly([("2021-05", "40"), ("2021-12", "100"), ("2022-05", "50")])
    let assessment = try specimen.assessment("2022-05")
    #expect(
      assessment.numbers?.partOfYear == PartOfYear(value: try Ratio(2, over: 5), source: .lastYear))
    #expect(assessment.numbers?.yearPace?.exactText == "125")
    #expect(
      assessment.summary
        == "green gap -71 completion 2500/21 expected 48.4 ahead 1.6 points 400/21")
    // What is left of the year: 71 in seven months.
    #expect(assessment.numbers?.needed?.perMonth?.exactText == "71/7")
  }

  /// The worked example of Documentation/Assessment.md.
  @Test func theWorkedExample() throws {
    var specimen = Specimen(
      try Specimen.target(
        .level, .atLeast, "35", "亿元", from: "19.73", series: "output.smart.ytd.level"))
    for (period, value) in [("2020-05", "7.33"), ("2020-12", "19.59"), ("2021-05", "11.12")] {
      try specimen.state("output.smart.ytd.level", period, value)
    }
    let assessment = try specimen.assessment("2021-05")
    let numbers = try #require(assessment.numbers)
    let expected = try #require(numbers.expected)
    #expect(assessment.light == .green)
    let printed = [
      numbers.partOfYear?.value.rounded(decimals: 5), numbers.yearPace?.rounded(decimals: 3),
      expected.value.rounded(decimals: 3), expected.ahead.rounded(decimals: 3),
      numbers.completion?.rounded(decimals: 2), expected.completion?.rounded(decimals: 2),
      expected.aheadPoints?.rounded(decimals: 2), numbers.needed?.growth?.rounded(decimals: 2),
      numbers.gap.rounded(decimals: 2),
    ]
    #expect(
      printed == [
        "0.37417", "29.719", "10.818", "0.302", "65.42", "60.14", "5.28", "17.77", "-23.88",
      ])
    #expect(numbers.arrival == Period.year(2022).map { .period($0) })
  }

  @Test func withoutLastYearItIsHeldToTheMonths() throws {
    let assessment = try Self.yearly([("2022-05", "50")]).assessment("2022-05")
    #expect(assessment.numbers?.partOfYear?.source == .months)
    #expect(assessment.numbers?.yearPace?.exactText == "120")
    #expect(assessment.numbers?.expected?.value == (try Ratio(605, over: 12)))
  }

  @Test func aFigureOfAnEarlierYearCanBeTheStart() throws {
    var specimen = Specimen(
      try Specimen.target(.level, .atLeast, "121", "亿元", series: "output.total.ytd.level"))
    try specimen.state("output.total.ytd.level", "2020-12", "100")
    try specimen.state("output.total.ytd.level", "2021-12", "112")
    let assessment = try specimen.assessment("2021-12")
    #expect(assessment.numbers?.start?.year == 2020)
    #expect(assessment.numbers?.expected?.value.exactText == "110")
    // Its own year's figure is no start.
    #expect(try specimen.assessment("2020-12").numbers?.start == nil)
  }

  @Test func afterTheDeadlineTheDeadlinesValueCounts() throws {
    let specimen = try Self.yearly([("2022-12", "122"), ("2023-05", "30")])
    let assessment = try specimen.assessment("2023-05")
    #expect(assessment.valuePeriod == (try Specimen.period("2022-12")))
    #expect(assessment.light == .met && assessment.isDue)
  }

  @Test func aQuantityOverYearsAddsUpItsYears() throws {
    var specimen = Specimen(
      try Specimen.target(
        .cumulativeQuantity, .atLeast, "300", "亿元", series: "output.total.ytd.level"))
    try specimen.state("output.total.ytd.level", "2020-12", "100")
    try specimen.state("output.total.ytd.level", "2021-06", "40")
    #expect(
      try specimen.assessment("2021-06").summary
        == "yellow gap -160 completion 140/3 expected 150 ahead -10 points -10/3")
    #expect(try specimen.assessment("2022-06").value.isMissing)
  }

  @Test func whatAWholeYearShowsIsThatOfTheLastOne() throws {
    var specimen = Specimen(
      try Specimen.target(.count, .atLeast, "7", "家", series: "large.total.ytd.level"))
    for (period, value) in [("2020-12", "3"), ("2021-05", "0"), ("2021-11", "8")] {
      try specimen.state("large.total.ytd.level", period, value)
    }
    #expect(try specimen.assessment("2021-05").value.exact == Ratio(3))
    // Until the running year keeps the promise.
    #expect(try specimen.assessment("2021-11").light == .met)
  }

  // MARK: - Sources

  @Test func theFigureGoesBeforeReportsAndTheNewestReportBeforeOlder() throws {
    var specimen = Specimen(
      try Specimen.target(.count, .atLeast, "10", "家", series: "staff.total.ytd.level"))
    try specimen.report("T", "2021-03", value: "3")
    try specimen.report("T", "2021-04", value: "4")
    try specimen.report("T", "2021-07", value: "9")
    #expect(try specimen.assessment("2021-05").value.report?.value == ExactDecimal(4))
    try specimen.state("staff.total.ytd.level", "2021-05", "6")
    #expect(try specimen.assessment("2021-05").value.exact == Ratio(6))
    #expect(try specimen.assessment("2021-06").value.exact == Ratio(4))
  }

  @Test func whatIsMissingSaysWhoOwesIt() throws {
    var specimen = Specimen(
      try Specimen.target(.count, .atLeast, "10", "家", tasks: [1], departments: []))
    specimen.tasks = [
      PlanTask(
        number: 1, section: "", name: "任务", departments: ["甲", "乙"], targets: [],
        location: Location(file: ""))
    ]
    let assessment = try specimen.assessment("2021-05")
    #expect(assessment.value.isMissing && assessment.light == .none && assessment.numbers == nil)
    #expect(assessment.departments == ["甲", "乙"] && assessment.owedBy == ["甲"])
  }

  @Test func aChangedTargetIsTheOneOfItsTime() throws {
    let change = Target.Change(
      from: try Specimen.period("2021-07"), comparator: .atLeast, value: ExactDecimal(800),
      deadline: .year(2023), document: "文件", location: Location(file: ""))
    let target = try Specimen.target(
      .cumulativeQuantity, .atLeast, "1000", "亩", changes: [change])
    var specimen = Specimen(target)
    try specimen.report("T", "2021-06", value: "500")
    #expect(try specimen.assessment("2021-06").target.value == ExactDecimal(1000))
    let changed = try specimen.assessment("2021-12")
    // 24 of 48 months.
    #expect(changed.numbers?.expected?.value.exactText == "400")
    #expect(changed.target.deadline == .year(2023))
  }

  @Test func overflowNamesTheTarget() throws {
    let target = try Specimen.target(
      .level, .atLeast, "0.00000000000000000000000000000000000007", "亿元",
      from: "-30000000000000000000000000000000000000")
    #expect(throws: PlanError.arithmetic(.overflow, target: "T")) {
      try Self.reported(target, "2021-06", "29999999999999999999999999999999999999")
    }
  }
}
