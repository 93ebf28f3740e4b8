// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Testing

@testable import Plan

@Suite struct CoursePointTests {
  private static func course(_ specimen: Specimen, _ period: String) throws -> [CoursePoint] {
    let target = try #require(specimen.targets.first)
    return try PlanAssessor(specimen.plan, figures: specimen.figures)
      .course(of: target, at: Specimen.period(period))
  }

  /// `2021-06 47 of 46`: the period, what is expected, the value.
  private static func text(_ point: CoursePoint) -> String {
    "\(point.period) \(point.expected?.exactText ?? "-") of \(point.value?.exactText ?? "-")"
  }

  @Test func aShareGoesFromItsBaselineToItsDeadline() throws {
    var specimen = Specimen(try Specimen.target(.share, .atLeast, "50", "%", from: "44"))
    try specimen.report("T", "2021-06", value: "46")
    try specimen.report("T", "2021-09", value: "48")
    let course = try Self.course(specimen, "2021-08")
    let texts = course.map(Self.text)
    #expect(texts.count == 34)
    #expect(texts.first == "2019-12 44 of -" && texts.last == "2022-12 50 of -")
    #expect(texts.contains("2021-06 47 of 46"))
    // Reported later than the period that it is seen from.
    #expect(texts.contains("2021-09 47.5 of -"))
    #expect(course.allSatisfy { $0.yearPace == nil && $0.expectedOfYear == nil })
  }

  /// By May 40 of 100 came in 2021; 100 × 1.21^(1/2) is 110.
  @Test func aYearsAmountHasTheSeasonOfTheNewestWholeYear() throws {
    var specimen = Specimen(
      try Specimen.target(
        .level, .above, "121", "亿元", deadline: .year(2023), series: "output.total.ytd.level"))
    for (period, value) in [("2021-05", "40"), ("2021-12", "100"), ("2022-05", "50")] {
      try specimen.state("output.total.ytd.level", period, value)
    }
    let course = try Self.course(specimen, "2022-05")
    let points = Dictionary(uniqueKeysWithValues: course.map { ($0.period.description, $0) })
    let now = try #require(points["2022-05"])
    #expect(Self.text(now) == "2022-05 44 of 50")
    #expect(now.yearPace?.exactText == "125" && now.expectedOfYear?.exactText == "110")
    #expect(points["2023-05"].map(Self.text) == "2023-05 48.4 of -")
    #expect(course.first.map(Self.text) == "2021-12 100 of 100")
    #expect(course.last.map(Self.text) == "2023-12 121 of -")
  }

  @Test func withoutAStartThereIsNoPath() throws {
    var specimen = Specimen(try Specimen.target(.level, .atLeast, "121", "亿元"))
    try specimen.report("T", "2021-06", value: "110")
    let course = try Self.course(specimen, "2021-06")
    #expect(course.allSatisfy { $0.expected == nil })
    #expect(course.filter { $0.value != nil }.map(Self.text) == ["2021-06 - of 110"])
  }

  @Test func ofWhatAWholeYearShowsOnlyYearsEndsCount() throws {
    let series = "large.total.ytd.level"
    var specimen = Specimen(
      try Specimen.target(.count, .atLeast, "7", "家", from: "3", series: series))
    for (period, value) in [("2020-12", "4"), ("2021-11", "5"), ("2021-12", "5"), ("2022-05", "1")]
    {
      try specimen.state(series, period, value)
    }
    let values = try Self.course(specimen, "2022-05").filter { $0.value != nil }
    #expect(values.map(\.period.description) == ["2020-12", "2021-12"])
  }

  @Test func whatIsThereOrNotHasNoCourse() throws {
    let specimen = Specimen(try Specimen.target(.deliverable, .atLeast, "1", "个"))
    #expect(try Self.course(specimen, "2021-06").isEmpty)
  }

  /// A change holds from its period on.
  @Test func thePromiseIsThatOfThePeriodItIsSeenFrom() throws {
    let change = Target.Change(
      from: try Specimen.period("2021-06"), comparator: .atLeast, value: ExactDecimal(60),
      deadline: .year(2022), document: "", location: Location(file: ""))
    let specimen = Specimen(
      try Specimen.target(.share, .atLeast, "50", "%", from: "44", changes: [change]))
    #expect(try Self.course(specimen, "2021-05").last?.expected == Ratio(50))
    #expect(try Self.course(specimen, "2021-06").last?.expected == Ratio(60))
  }

  /// The chart and the light say the same.
  @Test func itMeetsTheAssessmentAtItsPeriod() throws {
    var generator = SeededGenerator(seed: 10)
    func number(_ range: ClosedRange<Int>) -> String {
      String(Int.random(in: range, using: &generator))
    }
    let series = "output.total.ytd.level"
    for kind in Target.Kind.allCases where !kind.isState {
      for path in [nil] + Target.Path.allCases {
        let isYearly = kind == .level
        let unit = kind == .count ? "个" : isYearly || kind == .cumulativeQuantity ? "亿元" : "%"
        var specimen = Specimen(
          try Specimen.target(
            kind, .atLeast, number(1...99), unit, from: number(0...60),
            upper: kind == .share ? "100" : nil, series: isYearly ? series : nil, path: path))
        for period in ["2020-05", "2020-12", "2021-05", "2021-12", "2022-05"] {
          if isYearly {
            try specimen.state(series, period, number(1...80))
          } else {
            try specimen.report("T", period, value: number(0...80))
          }
        }
        for period in ["2020-05", "2021-05", "2021-12", "2022-05"] {
          let assessment = try specimen.assessment(period)
          let point = try #require(
            try Self.course(specimen, period).first { $0.period == assessment.valuePeriod })
          #expect(point.expected == assessment.numbers?.expected?.value, "\(kind) \(path as Any)")
          #expect(point.value == assessment.value.exact)
          #expect(point.yearPace == assessment.numbers?.yearPace)
        }
      }
    }
  }
}
