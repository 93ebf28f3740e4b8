// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Plan

/// 年均增速 of a level from its baseline on: (level ÷ baseline)^(1/years) − 1.
@Suite struct RateOfLevelTests {
  private static let series = "output.smart.ytd.level"

  private static func specimen(
    _ comparator: Target.Comparator = .atLeast, _ rate: String = "20", from base: String = "100",
    _ rows: (String, String)...
  ) throws -> Specimen {
    var specimen = Specimen(
      try Specimen.target(.compoundedRate, comparator, rate, "%", from: base, series: series))
    for (period, value) in rows { try specimen.state(series, period, value) }
    return specimen
  }

  @Test(arguments: [
    ("2020", "120", "20"), ("2021", "144", "20"), ("2022", "172.8", "20"), ("2022", "133.1", "10"),
    ("2021", "81", "-10"), ("2021", "100", "0"),
  ])
  func itIsTheRootOfTheGrowthSinceTheBaseline(year: String, level: String, rate: String) throws {
    let assessment = try Self.specimen(.atLeast, "20", from: "100", (year + "-12", level))
      .assessment(year + "-12")
    #expect(assessment.value.exact?.exactText == rate)
    #expect(assessment.isMet == (rate == "20"))
    #expect(assessment.value.figure?.exact?.exactText == level)
    #expect(assessment.target.gapUnit == .percentagePoint)
  }

  /// The plan's own numbers: 19.73 → 35 is 21.05 % a year, and 34.09 is not quite 20 %.
  @Test(arguments: [("35", "21.05", true), ("34.09", "20.00", false), ("34.1", "20.01", true)])
  func thePlansNumbers(level: String, rate: String, isMet: Bool) throws {
    let assessment = try Self.specimen(.atLeast, "20", from: "19.73", ("2022-12", level))
      .assessment("2022-12")
    #expect(assessment.value.exact?.rounded(decimals: 2) == rate)
    #expect(assessment.isMet == isMet)
  }

  @Test func aNumberThatMustBeExceededIsNotEnough() throws {
    let exact = try Self.specimen(.above, "20", from: "100", ("2021-12", "144"))
    #expect(try exact.assessment("2021-12").isMet == false)
  }

  /// By May half of a year's level had come in the year before: 72 makes a year of 144.
  @Test func theRunningYearCountsAtItsPace() throws {
    let specimen = try Self.specimen(
      .atLeast, "20", from: "100", ("2020-05", "50"), ("2020-12", "100"), ("2021-05", "72"))
    #expect(try specimen.assessment("2021-05").value.exact == Ratio(20))
    // Without last year, five months of twelve.
    let alone = try Self.specimen(.atLeast, "20", from: "100", ("2021-05", "60"))
    #expect(try alone.assessment("2021-05").value.exact == Ratio(20))
  }

  @Test func withoutALevelItIsMissing() throws {
    let assessment = try Self.specimen().assessment("2021-05")
    #expect(assessment.value.isMissing && assessment.light == .none)
    let negative = try Self.specimen(.atLeast, "20", from: "100", ("2021-12", "-5"))
    #expect(try negative.assessment("2021-12").value.isMissing)
  }

  /// The level and its rate say the same of each other as ever.
  @Test func theConsistencyNoteStays() throws {
    var specimen = try Self.specimen(.atLeast, "20", from: "19.73")
    specimen.targets.insert(
      try Specimen.target(
        .level, .atLeast, "35", "亿元", id: "L", from: "19.73", series: Self.series), at: 0)
    let notes = try specimen.progress("2021-05").notes
    guard case .levelAndRate(let both)? = notes.first else {
      Issue.record("no note")
      return
    }
    #expect(notes.count == 1 && both.levelBinds == true && both.level.id == "L")
  }

  @Test func aHigherLevelNeverWorsensIt() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<100 {
      let levels = [1, 2].map { _ in Int.random(in: 1...400, using: &generator) }.sorted()
      let period = ["2020-12", "2021-05", "2021-12", "2022-08"].randomElement(using: &generator)
      let rates = try levels.map { level in
        try Self.specimen(.atLeast, "20", from: "97", (period ?? "", String(level)))
          .assessment(period ?? "").value.exact ?? .zero
      }
      #expect(rates[0] <= rates[1])
    }
  }
}
