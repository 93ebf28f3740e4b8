// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

@Suite struct ExplanationTests {
  /// 39 100 → 130 in two units, 38 60 → 90, 13 40 → 30.
  private static func sample() throws -> ExplainedSample {
    var sample = ExplainedSample()
    try sample.add("2021-05", "3911", .init(ytd: "50", reference: "70"))
    try sample.add("2021-05", "3912", .init(ytd: "80", reference: "30"))
    try sample.add("2021-05", "3811", flags: Sample.smart, .init(ytd: "90", reference: "60"))
    try sample.add("2021-05", "1310", .init(ytd: "30", reference: "40"))
    return sample
  }

  // MARK: - Formula, values, parts

  @Test func aGrowthIsTheCurrentAndTheSamePeriodValue() throws {
    let printed = try Self.sample().explanation("value_added.electronics.ytd.yoy", "2021-05")
      .printed
    #expect(printed.text == "30")
    #expect(printed.parts.map(\.role) == [.current, .reference])
    #expect(printed.parts.map(\.text) == ["130", "100"])
    #expect(printed.parts.map(\.side) == [.current, .reference])
    guard case .formula(.growth, _) = printed.source else {
      Issue.record("no growth")
      return
    }
  }

  @Test func aSumIsItsDivisionsAndItsUnits() throws {
    let printed = try Self.sample()
      .explanation("value_added.total.ytd.level", "2021-05", limit: 2).printed
    let breakdown = try #require(printed.breakdown)
    #expect(breakdown.divisions.map(\.code) == ["13", "38", "39"])
    #expect(breakdown.divisions.map(\.amount) == [Ratio(30), Ratio(90), Ratio(130)])
    #expect(breakdown.divisions.map(\.units) == [1, 1, 2])
    #expect(breakdown.units.map(\.amount) == [Ratio(90), Ratio(80)])
    #expect(breakdown.rest == (2, Ratio(80)))
  }

  @Test func withoutALimitAllUnitsAreListed() throws {
    let printed = try Self.sample()
      .explanation("value_added.total.ytd.level", "2021-05", limit: nil).printed
    let breakdown = try #require(printed.breakdown)
    #expect(breakdown.units.map(\.amount) == [90, 80, 50, 30].map { Ratio($0) })
    #expect(breakdown.rest == (0, .zero))
  }

  @Test func aLossIsAsLargeAsAGainOfItsSize() throws {
    var sample = ExplainedSample()
    for value in ["10", "-30", "20"] { try sample.add("2021-05", "3911", .init(ytd: value)) }
    let printed = try sample.explanation("value_added.total.ytd.level", "2021-05", limit: 1).printed
    let breakdown = try #require(printed.breakdown)
    #expect(breakdown.units.map(\.amount) == [Ratio(-30)])
    #expect(breakdown.rest == (2, Ratio(30)))
  }

  @Test(arguments: [
    ("electronics", 2), ("high_tech", 2), ("smart", 1), ("total/division=38", 1),
    ("high_tech/division=39", 1), ("total/group=131", 1), ("total", 4),
  ])
  func onlyTheSectorsUnitsCount(sector: String, units: Int) throws {
    var sample = try Self.sample()
    sample.dimensions = SectorName(sector).part.map { [$0.dimension] } ?? []
    let printed = try sample.explanation("value_added.\(sector).ytd.level", "2021-05").printed
    #expect(try #require(printed.breakdown).units.count == units)
  }

  @Test func aPullIsAnIncrementOverTheTotal() throws {
    let printed = try Self.sample().explanation("value_added.electronics.ytd.pull", "2021-05")
      .printed
    #expect(printed.parts.map(\.role) == [.part, .whole])
    #expect(printed.parts[0].parts.map(\.role) == [.current, .reference])
    #expect(printed.parts.map(\.text) == ["30", "200"])
  }

  @Test func aChangeOfGrowthIsAgainstThePeriodBefore() throws {
    var sample = try Self.sample()
    try sample.add("2021-04", "3911", .init(ytd: "11", reference: "10"))
    let printed = try sample.explanation("value_added.electronics.ytd.yoy_change", "2021-05")
      .printed
    #expect(printed.parts.map(\.role) == [.current, .before])
    #expect(printed.parts.map(\.text) == ["30", "10"])
  }

  @Test func theUnitsMeasureCountsUnits() throws {
    let printed = try Self.sample().explanation("value_added.total.ytd.units", "2021-05").printed
    let breakdown = try #require(printed.breakdown)
    #expect(printed.text == "4" && breakdown.addition == .valuesGiven)
    #expect(breakdown.divisions.map(\.amount) == [Ratio(1), Ratio(1), Ratio(2)])
  }

  // MARK: - Counts and rankings

  @Test(arguments: [("total.ytd.industries", 0), ("total/division=39.ytd.rank_yoy", 1)])
  func theManyFiguresOfACountAreFolded(series: String, unfolded: Int) throws {
    let short = try Self.sample().explanation("value_added." + series, "2021-05").printed
    #expect(short.parts.count == 3 && short.parts.count { !$0.isFolded } == unfolded)
    let long = try Self.sample().explanation("value_added." + series, "2021-05", limit: nil).printed
    #expect(long.parts.allSatisfy { !$0.isFolded })
  }

  // MARK: - Tables

  @Test func aBureausFigureIsItsCellWithTheOwnSumBesideIt() throws {
    var sample = try Self.sample()
    try sample.sample.state("value_added.electronics.ytd.yoy", "2021-05", "29.9", "%", row: 7)
    let explanation = try sample.explanation("value_added.electronics.ytd.yoy", "2021-05")
    guard case .stated(let statement) = explanation.printed.source else {
      Issue.record("not a table's")
      return
    }
    #expect(statement.location.cell == "B7" && explanation.printed.text == "29.9")
    #expect(explanation.own?.text == "30" && explanation.own?.parts.count == 2)
  }

  // MARK: - Missing

  @Test func whereAUnitGaveNoValueThereIsNoSumAndTheUnitIsNamed() throws {
    var sample = try Self.sample()
    for _ in 0..<3 { try sample.add("2021-05", "3811", .init(reference: "5")) }
    let printed = try sample.explanation("value_added.total.ytd.level", "2021-05", limit: 2).printed
    let breakdown = try #require(printed.breakdown)
    #expect(printed.text == "(part_missing)")
    #expect(breakdown.missingCount == 3)
    #expect(breakdown.missing.map(\.unit.description) == ["5", "6"])
    #expect(breakdown.divisions.map(\.missing) == [0, 3, 0])
  }

  @Test func whatNoFileCarriesComesFromNowhere() throws {
    let printed = try Self.sample().explanation("value_added.published.ytd.level", "2021-05")
      .printed
    guard case .nowhere = printed.source else {
      Issue.record("from somewhere")
      return
    }
    #expect(printed.text == "(not_reported)")
  }

  // MARK: - What does not add up

  @Test(arguments: [0, 1, 2])
  func unitsThatDoNotAddUpAreAnError(way: Int) throws {
    let sample = try Self.sample()
    func change(_ values: [UnitValue]) -> [UnitValue] {
      switch way {
      // One too few, one too many, one with another class.
      case 0: Array(values.dropFirst())
      case 1: values + values.prefix(1)
      default: values.map { $0.industry == "3911" ? $0.with(industry: "1310") : $0 }
      }
    }
    let error = #expect(throws: ExplanationError.self) {
      try sample.explanation("value_added.electronics.ytd.yoy", "2021-05", change)
    }
    guard case .doesNotAddUp(let name, let sum) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(name.measure == .yoy && sum.units == 2)
  }

  @Test func aValueThatChangedIsAnErrorToo() throws {
    let sample = try Self.sample()
    #expect(throws: ExplanationError.self) {
      try sample.explanation("value_added.electronics.ytd.level", "2021-05") { values in
        values.map { $0.with(value: .known(ExactDecimal(1))) }
      }
    }
  }

  @Test func anUnknownNameIsTheFiguresError() throws {
    let sample = try Self.sample()
    #expect(throws: ExplanationError.self) {
      try sample.explanation("value_addd.electronics.ytd.level", "2021-05")
    }
  }

  // MARK: - Any returns

  /// In whatever order the returns come, the tree is the same, ends in the figure and adds up.
  @Test(arguments: 0..<20) func addsUpInAnyOrder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var sample = ExplainedSample()
    let classes = ["3911", "3912", "3811", "1310"]
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      let values = (0..<2).map { _ in String(Int.random(in: -50...500, using: &generator)) }
      try sample.add(
        "2021-05", classes.randomElement(using: &generator) ?? "3911",
        .init(ytd: values[0], reference: values[1]))
    }
    for series in ["total.ytd.yoy", "electronics.ytd.pull", "total.ytd.level"] {
      let straight = try sample.explanation("value_added." + series, "2021-05", limit: 3)
      let shuffled = try sample.explanation("value_added." + series, "2021-05", limit: 3) {
        values in
        var generator = SeededGenerator(seed: seed + 1)
        return values.shuffled(using: &generator)
      }
      #expect(straight.printed.ratio == straight.figure.exact)
      #expect(straight.printed.lines == shuffled.printed.lines)
      for breakdown in straight.printed.all.compactMap(\.breakdown) {
        let listed = try breakdown.units.reduce(breakdown.rest.amount) { try $0.adding($1.amount) }
        let divided = try breakdown.divisions.reduce(Ratio.zero) { try $0.adding($1.amount) }
        #expect(listed == divided)
      }
    }
  }
}

extension UnitValue {
  fileprivate func with(industry: String) -> UnitValue {
    UnitValue(
      unit: unit, name: name, industry: industry, flags: flags, value: value, location: location)
  }

  fileprivate func with(value: ObservedValue) -> UnitValue {
    UnitValue(
      unit: unit, name: name, industry: industry, flags: flags, value: value, location: location)
  }
}

extension ExplanationNode {
  fileprivate var isFolded: Bool {
    guard case .folded = source else { return false }
    return true
  }

  /// All that is shown, to be compared.
  fileprivate var lines: [String] {
    let units = breakdown?.units.map { "\($0.value.unit) \($0.amount)" } ?? []
    let divisions = breakdown?.divisions.map { "\($0.code) \($0.amount) \($0.units)" } ?? []
    return [text] + divisions + units + parts.flatMap(\.lines)
  }
}
