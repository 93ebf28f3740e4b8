// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Plan

/// What is needed, when the present pace arrives, and how likely: by hand.
@Suite struct ArrivalTests {
  private static func numbers(
    _ target: Target, _ values: [(String, String)], at period: String
  ) throws -> TargetAssessment.Numbers {
    var specimen = Specimen(target)
    for (period, value) in values { try specimen.report("T", period, value: value) }
    return try #require(try specimen.assessment(period).numbers)
  }

  private static func text(_ arrival: Arrival?) -> String? {
    switch arrival {
    case .period(let period)?: period.description
    case .never?: "never"
    case nil: nil
    }
  }

  @Test func aQuantityNeedsSoMuchAMonth() throws {
    let target = try Specimen.target(.cumulativeQuantity, .atLeast, "1000", "亩")
    let numbers = try Self.numbers(target, [("2021-06", "400")], at: "2021-06")
    // 600 in 18 months; at 400 in 18 months 27 more.
    #expect(numbers.needed?.perMonth == (try Ratio(100, over: 3)))
    #expect(numbers.needed?.perYear == Ratio(400) && numbers.needed?.growth == nil)
    #expect(Self.text(numbers.arrival) == "2023-09")
  }

  @Test func aShareGoesOnAsInTheLastYear() throws {
    let target = try Specimen.target(.share, .atLeast, "50", "%", from: "40")
    let values = [("2020-06", "42"), ("2021-06", "45")]
    let numbers = try Self.numbers(target, values, at: "2021-06")
    // Three points a year: five more take 20 months.
    #expect(Self.text(numbers.arrival) == "2023-01..02")
    let falling = try Self.numbers(
      target, [("2020-06", "46"), ("2021-06", "45")], at: "2021-06")
    #expect(Self.text(falling.arrival) == "never")
    // Without a year ago, since the baseline: five points in 18 months.
    let fresh = try Self.numbers(target, [("2021-06", "45")], at: "2021-06")
    #expect(Self.text(fresh.arrival) == "2022-12")
  }

  @Test func aNumberToBeExceededIsSoAMonthLater() throws {
    let values = [("2020-12", "44"), ("2021-12", "47")]
    for (comparator, arrival) in [(Target.Comparator.atLeast, "2022-12"), (.above, "2023-01..02")] {
      let target = try Specimen.target(.share, comparator, "50", "%", from: "40")
      #expect(Self.text(try Self.numbers(target, values, at: "2021-12").arrival) == arrival)
    }
  }

  @Test func aLevelAlsoNeedsARate() throws {
    let target = try Specimen.target(.level, .atLeast, "121", "亿元", from: "90")
    let numbers = try Self.numbers(target, [("2021-12", "110")], at: "2021-12")
    #expect(numbers.needed?.growth == Ratio(10) && numbers.needed?.perYear == Ratio(11))
    let earlier = try Self.numbers(target, [("2020-12", "100")], at: "2020-12")
    #expect(earlier.needed?.growth == Ratio(10))
  }

  @Test func aYearsAmountArrivesInAYear() throws {
    var specimen = Specimen(
      try Specimen.target(
        .level, .atLeast, "133.1", "亿元", from: "90", series: "output.total.ytd.level"))
    for (period, value) in [("2020-12", "100"), ("2021-12", "110")] {
      try specimen.state("output.total.ytd.level", period, value)
    }
    let numbers = try #require(try specimen.assessment("2021-12").numbers)
    #expect(Self.text(numbers.arrival) == "2023")
    #expect(numbers.needed?.growth == Ratio(21))
    #expect(numbers.needed?.perYear?.exactText == "23.1")
  }

  @Test func growthGoesOnAtItsAverage() throws {
    let target = try Specimen.target(.cumulativeGrowth, .atLeast, "33.1", "%")
    let numbers = try Self.numbers(target, [("2021-12", "10.25")], at: "2021-12")
    // 5 % a year: 1.05⁶ = 1.340…; 1.331 ÷ 1.1025 in one year.
    #expect(Self.text(numbers.arrival) == "2025")
    #expect(numbers.needed?.growth?.rounded(decimals: 2) == "20.73")
  }

  @Test func inItsLastYearGrowthNeedsThatYears() throws {
    let target = try Specimen.target(.cumulativeGrowth, .atLeast, "33.1", "%")
    let numbers = try Self.numbers(
      target, [("2021-12", "21"), ("2022-05", "24")], at: "2022-05")
    #expect(numbers.needed?.growth == Ratio(10))
  }

  // MARK: - Probability

  /// Months of a share that rises by 1, 0, 1, 0 …: mean ½, variance 3/11 over 12 changes.
  private static func shares(_ count: Int) throws -> (Target, [(String, String)], String) {
    let target = try Specimen.target(.share, .atLeast, "50", "%", from: "40")
    let first = try Specimen.period("2020-12")
    var periods = [first]
    while periods.count < count { periods.append((periods.last ?? first).nextSurveyPeriod) }
    let values = periods.enumerated().map { ($1.description, String(40 + ($0 + 1) / 2)) }
    return (target, values, periods.last?.description ?? "")
  }

  @Test func theSpreadOfPastChangesGivesAProbability() throws {
    let (target, values, last) = try Self.shares(13)
    // After 12 changes 46 in 2022-01..02; ten more: 46 + 5 = 51 ± √(10 × 3/11), Φ(0.6055) = 72.8 %.
    #expect(last == "2022-01..02")
    #expect(try Self.numbers(target, values, at: last).probability == 73)
  }

  @Test func fewerThanTwelveChangesGiveNone() throws {
    let (target, values, last) = try Self.shares(12)
    #expect(try Self.numbers(target, values, at: last).probability == nil)
  }

  @Test func changesThatAreAllTheSameGiveNone() {
    var period = Period.year(2020)?.lastSurveyPeriod
    var values: [(period: Period, value: Ratio)] = []
    for number in 0..<20 {
      if let own = period { values.append((own, Ratio(Int128(number)))) }
      period = period?.nextSurveyPeriod
    }
    let last = values.last?.period
    #expect(last.flatMap { ArrivalProbability(values, at: $0) } == nil)
  }

  @Test(arguments: [
    (0.0, 0.5), (1, 0.841_344_746_068_542_9), (-1, 0.158_655_253_931_457_05),
    (1.96, 0.975_002_104_851_779_5), (-3, 0.001_349_898_031_630_094_6), (9, 1), (-9, 0),
  ])
  func theNormalDistribution(x: Double, value: Double) {
    #expect(abs(ArrivalProbability.normal(x) - value) < 1e-12)
  }
}
