// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Plan

/// What holds of every target and value.
@Suite struct AssessmentPropertyTests {
  /// A target of any numeric kind, comparator, baseline and path.
  private struct RandomTarget {
    var generator: SeededGenerator

    mutating func number(_ range: ClosedRange<Int>) -> String {
      let number = Int.random(in: range, using: &generator)
      return ExactDecimal(coefficient: Int128(number), scale: 1).description
    }

    mutating func flag() -> Bool { Bool.random(using: &generator) }

    mutating func target(path: Target.Path?) throws -> Target {
      let kinds = Target.Kind.allCases.filter { !$0.isState }
      let kind = kinds.randomElement(using: &generator) ?? .level
      let isMoney = kind == .level || kind == .cumulativeQuantity
      let comparators = Target.Comparator.allCases
      let target = number(-300...600)
      let isRange = Int.random(in: 0..<6, using: &generator) == 0
      let upper = ExactDecimal(target).map { value in
        ExactDecimal(coefficient: (value.coefficient(atScale: 1) ?? 0) + 80, scale: 1).description
      }
      return try Specimen.target(
        kind, isRange ? .atLeast : comparators.randomElement(using: &generator) ?? .above, target,
        isMoney ? "亿元" : kind == .count ? "个" : "%", from: flag() ? number(-300...600) : nil,
        upper: isRange ? upper : nil, path: path)
    }

    mutating func period() throws -> String {
      let year = Int.random(in: 2020...2022, using: &generator)
      let month = Int.random(in: 2...12, using: &generator)
      let period = try #require(Period(year: year, month: month))
      return period.description
    }
  }

  private static func assessed(
    _ target: Target, _ period: String, _ value: String
  ) throws -> TargetAssessment {
    var specimen = Specimen(target)
    try specimen.report("T", period, value: value)
    return try specimen.assessment(period)
  }

  /// Met first, then green, yellow, red; what cannot be judged stays so, or is met.
  private static func rank(_ light: Light) -> Int {
    switch light {
    case .met: 4
    case .green: 3
    case .yellow: 2
    case .red: 1
    case .none: 0
    }
  }

  @Test func improvingAValueNeverWorsensItsAssessment() throws {
    var random = RandomTarget(generator: SeededGenerator(seed: 6))
    let paths: [Target.Path?] = [nil] + Target.Path.allCases
    for number in 0..<600 {
      let target = try random.target(path: paths[number % paths.count])
      // What is better in a range is said below.
      guard target.upper == nil else { continue }
      let period = try random.period()
      let values = [random.number(-400...700), random.number(-400...700)].compactMap {
        ExactDecimal($0)
      }.sorted()
      let isUpwards = target.comparator.isUpwards
      let worse = try Self.assessed(target, period, (isUpwards ? values[0] : values[1]).description)
      let better = try Self.assessed(
        target, period, (isUpwards ? values[1] : values[0]).description)
      #expect(Self.isNoWorse(better, than: worse, isUpwards), "\(target) at \(period): \(values)")
    }
  }

  private static func isNoWorse(
    _ better: TargetAssessment, than worse: TargetAssessment, _ isUpwards: Bool
  ) -> Bool {
    guard let one = better.numbers, let other = worse.numbers,
      (one.completion == nil) == (other.completion == nil),
      (one.expected == nil) == (other.expected == nil)
    else { return false }
    let gaps = isUpwards ? one.gap >= other.gap : one.gap <= other.gap
    let completions = (one.completion ?? .zero) >= (other.completion ?? .zero)
    let paces = (one.expected?.ahead ?? .zero) >= (other.expected?.ahead ?? .zero)
    let points = (one.expected?.aheadPoints ?? .zero) >= (other.expected?.aheadPoints ?? .zero)
    let isMet = worse.isMet != true || better.isMet == true
    return gaps && completions && paces && points && isMet
      && rank(better.light) >= rank(worse.light)
  }

  /// The same of amounts of a year, and of what a whole year shows, with any past.
  @Test(arguments: ["output.total.ytd.level", "large.total.ytd.level", "staff.total.ytd.level"])
  func improvingAFigureNeverWorsensItsAssessment(series: String) throws {
    var random = RandomTarget(generator: SeededGenerator(seed: 9))
    for _ in 0..<200 {
      let comparator = Target.Comparator.allCases.randomElement(using: &random.generator) ?? .above
      let isMoney = series.hasPrefix("output")
      var specimen = Specimen(
        try Specimen.target(
          isMoney ? .level : .count, comparator, random.number(10...600), isMoney ? "亿元" : "家",
          from: random.flag() ? random.number(0...600) : nil, series: series))
      let period = try random.period()
      for past in ["2019-12", "2020-05", "2020-12", "2021-05", "2021-12"]
      where try random.flag() && Specimen.period(past) < Specimen.period(period) {
        try specimen.state(series, past, random.number(0...600))
      }
      let values = [random.number(0...700), random.number(0...700)].compactMap { ExactDecimal($0) }
        .sorted()
      let assessments = try values.map { value in
        var own = specimen
        try own.state(series, period, value.description)
        return try own.assessment(period)
      }
      let (worse, better) =
        comparator.isUpwards
        ? (assessments[0], assessments[1]) : (assessments[1], assessments[0])
      // Of what a whole year shows, the worse value may not count at all.
      if worse.numbers == nil || worse.valuePeriod != better.valuePeriod {
        #expect(worse == better || better.numbers == nil || better.light == .met)
        continue
      }
      #expect(
        Self.rank(better.light) >= Self.rank(worse.light)
          && Self.isNoWorse(better, than: worse, comparator.isUpwards),
        "\(specimen.targets) at \(period): \(values)")
    }
  }

  /// Inside is met; below, more is better; above, less.
  @Test func comingNearerToARangeNeverWorsens() throws {
    let target = try Specimen.target(.share, .atLeast, "40", "%", from: "30", upper: "45")
    let below = try ["20", "30", "35", "39.9", "40", "44"].map {
      Self.rank(try Self.assessed(target, "2021-05", $0).light)
    }
    let above = try ["70", "50", "45.1", "45", "41"].map {
      Self.rank(try Self.assessed(target, "2021-05", $0).light)
    }
    #expect(below == below.sorted() && above == above.sorted())
  }

  @Test func aMetTargetIsMetUnderEveryPath() throws {
    var random = RandomTarget(generator: SeededGenerator(seed: 7))
    var met = 0
    for _ in 0..<300 {
      let plain = try random.target(path: nil)
      let (period, value) = (try random.period(), random.number(-400...700))
      guard try Self.assessed(plain, period, value).isMet == true else { continue }
      met += 1
      for path in Target.Path.allCases {
        let target = try Specimen.target(
          plain.kind, plain.comparator, plain.value.description, plain.unit.symbol,
          from: plain.baseline?.value?.description, upper: plain.upper?.description, path: path)
        let assessment = try Self.assessed(target, period, value)
        // An upper limit on what adds up by the chosen path is open until its end.
        guard assessment.isMet != nil else { continue }
        #expect(assessment.light == .met, "\(target) at \(period): \(value)")
        #expect(assessment.numbers?.needed == nil && assessment.numbers?.arrival == nil)
      }
    }
    #expect(met > 50)
  }

  @Test func theOrderOfReportsDoesNotMatter() throws {
    var generator = SeededGenerator(seed: 8)
    var specimen = Specimen(
      try Specimen.target(.count, .atLeast, "9", "个", id: "A"),
      try Specimen.target(.deliverable, .atLeast, "1", "个", id: "B"))
    for number in 1...20 {
      let period = "2021-0\(3 + number % 6)"
      let date = "2021-0\(3 + number % 6)-1\(number % 2)"
      try specimen.report("A", period, value: String(number % 9), date: date, row: number % 3)
      let state = ProgressReport.State.allCases[number % 4]
      try specimen.report("B", period, state: state, date: date, row: number % 3)
    }
    let expected = try specimen.progress("2021-07").targets
    for _ in 0..<20 {
      specimen.reports.shuffle(using: &generator)
      #expect(try specimen.progress("2021-07").targets == expected)
    }
  }
}
