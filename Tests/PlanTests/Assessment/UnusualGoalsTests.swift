// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Plan

/// Goals of zero and below, falling ones, ranges, limits: computed by hand.
@Suite struct UnusualGoalsTests {
  private static func summary(
    _ target: Target, _ value: String, at period: String = "2021-06"
  ) throws -> String {
    var specimen = Specimen(target)
    try specimen.report("T", period, value: value)
    return try specimen.assessment(period).summary
  }

  @Test func aShareHasToFall() throws {
    let target = try Specimen.target(.share, .atMost, "20", "%", from: "30")
    #expect(
      try Self.summary(target, "24")
        == "green gap 4 completion 60 expected 25 ahead 1 points 10")
    #expect(
      try Self.summary(target, "26")
        == "yellow gap 6 completion 40 expected 25 ahead -1 points -10")
    #expect(try Self.summary(target, "31").hasPrefix("red gap 11 completion -10"))
    #expect(try Self.summary(target, "20").hasPrefix("met gap 0 completion 100"))
  }

  @Test func whereLessIsBetterWithoutAStartCompletionIsTwoLessTheRatio() throws {
    let target = try Specimen.target(.share, .atMost, "20", "%")
    #expect(try Self.summary(target, "25") == "none gap 5 completion 75")
  }

  @Test func growthMayHaveToBeNegative() throws {
    // Energy per output: −19 % in two years is −10 % in one.
    let target = try Specimen.target(
      .cumulativeGrowth, .atMost, "-19", "%", deadline: .year(2021))
    #expect(
      try Self.summary(target, "-9", at: "2020-12")
        == "yellow gap 10 completion 900/19 expected -10 ahead -1 points -100/19")
  }

  @Test func aGoalOfZeroFromAbove() throws {
    let target = try Specimen.target(.count, .atMost, "0", "个", from: "8")
    #expect(
      try Self.summary(target, "3") == "green gap 3 completion 62.5 expected 4 ahead 1 points 12.5")
    #expect(try Self.summary(target, "0").hasPrefix("met gap 0 completion 100"))
  }

  @Test func aGoalOfZeroWithoutScaleHasNoCompletion() throws {
    let growth = try Specimen.target(.compoundedRate, .atLeast, "0", "%")
    #expect(try Self.summary(growth, "-1") == "red gap -1 expected 0 ahead -1")
    #expect(try Self.summary(growth, "0") == "met gap 0 expected 0 ahead 0")
    let strict = try Specimen.target(.compoundedRate, .above, "0", "%")
    #expect(try Self.summary(strict, "0") == "green gap 0 expected 0 ahead 0")
  }

  @Test func aNegativeLevelIsReachedInEvenSteps() throws {
    // A rate needs both ends above zero.
    let target = try Specimen.target(.level, .atLeast, "-10", "亿元", from: "-30")
    #expect(
      try Self.summary(target, "-18")
        == "green gap -8 completion 60 expected -20 ahead 2 points 10")
  }

  @Test func whatStartsBeyondItsGoalHasToKeepIt() throws {
    let target = try Specimen.target(.share, .atLeast, "50", "%", from: "52")
    #expect(
      try Self.summary(target, "49")
        == "yellow gap -1 completion 98 expected 50 ahead -1 points -2")
    #expect(try Self.summary(target, "51").hasPrefix("met"))
  }

  @Test func aRangeHasTwoEnds() throws {
    let target = try Specimen.target(.share, .atLeast, "40", "%", from: "30", upper: "45")
    #expect(
      try Self.summary(target, "36")
        == "green gap -4 completion 60 expected 35 ahead 1 points 10")
    for inside in ["40", "43", "45"] {
      #expect(try Self.summary(target, inside).hasPrefix("met gap 0"))
    }
    #expect(try Self.summary(target, "46").hasPrefix("yellow gap 1"))
  }

  /// At most 100 in all: 40 by half time is no proof.
  @Test func aLimitOnWhatAddsUpIsKeptOnlyAtTheEnd() throws {
    let target = try Specimen.target(.cumulativeQuantity, .atMost, "100", "亩")
    var specimen = Specimen(target)
    try specimen.report("T", "2021-06", value: "40")
    let assessment = try specimen.assessment("2021-06")
    #expect(assessment.isMet == nil && assessment.light == .green)
    #expect(assessment.summary == "green gap -60 expected 50 ahead 10 points 10")
    #expect(try specimen.assessment("2022-12").light == .met)
    try specimen.report("T", "2021-07", value: "101")
    #expect(try specimen.assessment("2021-07").isMet == false)
  }

  @Test func dueAndNotKeptIsRed() throws {
    let target = try Specimen.target(.share, .above, "50", "%", from: "40")
    #expect(try Self.summary(target, "50", at: "2022-11").hasPrefix("green"))
    #expect(try Self.summary(target, "50", at: "2022-12").hasPrefix("red"))
  }

  @Test func thresholdsDecideExactly() throws {
    // 1.21^(1/2) is 1.1: exactly on the path is green, a hair below is not.
    let target = try Specimen.target(.level, .atLeast, "1.21", "亿元", from: "1")
    #expect(try Self.summary(target, "1.1").hasPrefix("green"))
    #expect(
      try Self.summary(target, "1.0999999999999999999999999999999").hasPrefix("yellow"))
    var specimen = Specimen(target)
    specimen.lights = LightThresholds(green: ExactDecimal(10), yellow: ExactDecimal(30))
    // Ten points are 0.021.
    try specimen.report("T", "2021-06", value: "1.079")
    #expect(try specimen.assessment("2021-06").light == .green)
    try specimen.report("T", "2021-07", value: "1.01")
    #expect(try specimen.assessment("2021-07").light == .red)
  }
}
