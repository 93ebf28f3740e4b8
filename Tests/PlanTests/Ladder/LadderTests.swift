// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Plan

@Suite struct LadderTests {
  /// Returns by survey period and unit: revenue in 元, `-` where it is missing, and `*` for the flag.
  private typealias Returns = [String: [String: String]]

  private static let definition = LadderDefinition(
    steps: [
      LadderStep(
        id: "big", name: LocalizedName(zh: "骨干"), flag: nil,
        amount: .init(indicator: "revenue", threshold: threshold(100, near: 80))),
      LadderStep(id: "tech", name: LocalizedName(zh: "高新"), flag: "高新", amount: nil),
      LadderStep(id: "all", name: LocalizedName(zh: "规上"), flag: nil, amount: nil),
    ],
    candidates: LadderCandidates(
      step: "all", threshold: threshold(20, near: 15),
      list: [
        candidate("A", 30, 2020), candidate("X", 16, 2021), candidate("X", 25, 2022),
        candidate("Y", 15, 2020), candidate("Z", 14, 2020),
      ]))

  private static func threshold(_ value: Int128, near: Int128) -> LadderThreshold {
    LadderThreshold(
      value: ExactDecimal(value), unit: UnitOfMeasure(.money), near: ExactDecimal(near))
  }

  private static func code(_ text: String) -> UnitCode {
    guard let code = UnitCode(text) else { preconditionFailure("no unit code: \(text)") }
    return code
  }

  private static func candidate(_ unit: String, _ revenue: Int128, _ year: Int) -> LadderCandidate {
    LadderCandidate(
      unit: code(unit), name: unit, revenue: ExactDecimal(revenue), year: year, source: "摸查",
      location: Location(file: "c.csv"))
  }

  private static let revenue = Indicator(
    id: "revenue", name: LocalizedName(zh: "营业收入"), aliases: [], unit: UnitOfMeasure(.money),
    decimals: 0, isAdditive: true)

  private static func report(
    _ period: String, _ returns: Returns, _ definition: LadderDefinition = definition
  ) throws -> LadderReport {
    let monitor = LadderMonitor(definition, indicators: [revenue], flagNames: ["高新"]) {
      period, indicator in
      (returns[period.description] ?? [:]).map { unit, text in
        let number = ExactDecimal(text.replacing("*", with: ""))
        return UnitValue(
          unit: code(unit), name: unit, industry: "3911",
          flags: text.contains("*") ? RegisterFlags(position: 0) : [],
          value: indicator == nil ? nil : number.map { .known($0) } ?? .missing(.empty),
          location: Location(file: "\(period).csv"))
      }
    }
    return try monitor.report(of: #require(Period(period)))
  }

  private static func units(_ entries: [LadderReport.Entry]) -> [String] {
    entries.map(\.unit.description)
  }

  /// `up A tech>big`.
  private static func text(_ move: LadderMove) -> String {
    "\(move.kind) \(move.unit) \(move.from ?? "")>\(move.to ?? "")"
  }

  // MARK: - Standing

  @Test func aUnitStandsOnEveryStepWhoseConditionItFulfils() throws {
    let report = try Self.report(
      "2021-12", ["2021-12": ["A": "100*", "B": "80", "C": "79.9*", "D": "120", "E": "-"]])
    let (big, tech, all) = (report.steps[0], report.steps[1], report.steps[2])
    #expect(Self.units(big.on) == ["D", "A"])
    #expect(Self.units(big.near) == ["B"] && Self.units(big.unknown) == ["E"])
    #expect(Self.units(tech.on) == ["A", "C"] && tech.near.isEmpty && tech.unknown.isEmpty)
    #expect(Self.units(all.on) == ["A", "B", "C", "D", "E"])
    #expect(big.near[0].evidence.share == Ratio(80))
    #expect(big.on[0].evidence.location.file == "2021-12.csv")
  }

  @Test func withinAYearTheLargerOfLastYearAndThisOneCounts() throws {
    let report = try Self.report(
      "2022-05",
      [
        "2021-12": ["A": "90", "B": "60", "C": "120", "E": "-", "F": "-"],
        "2022-05": ["A": "40", "B": "101", "C": "10", "D": "85", "E": "90", "F": "100"],
      ])
    let big = report.steps[0]
    #expect(Self.units(big.on) == ["C", "B", "F"])
    #expect(big.on.map(\.evidence.period?.description) == ["2021-12", "2022-05", "2022-05"])
    // D did not report a year ago: only this year is there.
    #expect(Self.units(big.near) == ["A", "D"])
    #expect(Self.units(big.unknown) == ["E"])
  }

  @Test func withoutLastYearsReturnsWhatIsShortIsUnknown() throws {
    let report = try Self.report("2021-05", ["2021-05": ["A": "90", "B": "100"]])
    #expect(Self.units(report.steps[0].on) == ["B"])
    #expect(Self.units(report.steps[0].unknown) == ["A"])
  }

  @Test func aStepMayAskForAFlagAndAnAmount() throws {
    let both = LadderDefinition(
      steps: [
        LadderStep(
          id: "both", name: LocalizedName(zh: "两者"), flag: "高新",
          amount: .init(indicator: "revenue", threshold: Self.threshold(100, near: 80)))
      ], candidates: nil)
    let report = try Self.report(
      "2021-12", ["2021-12": ["A": "100*", "B": "100", "C": "90*", "D": "90", "E": "-"]], both)
    #expect(Self.units(report.steps[0].on) == ["A"] && Self.units(report.steps[0].near) == ["C"])
    #expect(report.steps[0].unknown.isEmpty)
  }

  // MARK: - Moves

  @Test func tellsWhoMovedSinceTheYearBefore() throws {
    let report = try Self.report(
      "2021-12",
      [
        "2020-12": [
          "A": "50*", "B": "120", "C": "10", "D": "10", "E": "10*", "G": "-", "H": "10",
        ],
        "2021-12": [
          "A": "110*", "B": "90", "C": "10", "D": "10*", "F": "200", "G": "10", "H": "10",
        ],
      ])
    let comparison = report.comparison
    #expect(comparison.with.description == "2020-12" && comparison.lacking.isEmpty)
    #expect(
      comparison.moves.map(Self.text) == [
        "up A tech>big", "up D all>tech", "down B big>all", "in F >big", "out E tech>",
      ])
    #expect(comparison.unknown.map(\.description) == ["G"])
    let up = comparison.moves[0]
    #expect(up.before?.amount == ExactDecimal(50) && up.now?.amount == ExactDecimal(110))
    #expect(up.now?.location.file == "2021-12.csv" && up.step == "big")
    #expect(comparison.moves[3].before == nil && comparison.moves[4].now == nil)
    #expect(report.steps.map(\.before) == [1, 2, 7])
  }

  @Test func withoutReturnsOfTheYearBeforeNobodyMoved() throws {
    let comparison = try Self.report("2021-12", ["2021-12": ["A": "1"]]).comparison
    #expect(comparison.moves.isEmpty && comparison.steps.isEmpty)
    #expect(comparison.lacking.map(\.description) == ["2020-12"])
  }

  /// By May 2020 nobody can tell who had 100 in 2019; flags can be told.
  @Test func stepsThatCannotBeToldAreLeftOut() throws {
    let report = try Self.report(
      "2021-05",
      [
        "2020-05": ["A": "10", "B": "10"], "2020-12": ["A": "120", "B": "10"],
        "2021-05": ["A": "50", "B": "10*"],
      ])
    #expect(report.comparison.steps == ["tech", "all"])
    #expect(report.comparison.lacking.map(\.description) == ["2019-12"])
    #expect(report.comparison.moves.map(Self.text) == ["up B all>tech"])
    #expect(report.steps.map(\.before) == [nil, 0, 2])
  }

  /// Whoever reads the returns in another order finds the same, and what goes up one way goes down the
  /// other.
  @Test func movesMirrorEachOther() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      func random() -> [String: String] {
        var units: [String: String] = [:]
        for unit in ["A", "B", "C", "D", "E", "F"]
        where Int.random(in: 0..<5, using: &generator) > 0 {
          let amount = String(Int.random(in: 60...120, using: &generator))
          units[unit] = Bool.random(using: &generator) ? amount + "*" : amount
        }
        units["G"] = "1"
        return units
      }
      let (one, other) = (random(), random())
      let forth = try Self.report("2021-12", ["2020-12": one, "2021-12": other]).comparison.moves
      let back = try Self.report("2021-12", ["2020-12": other, "2021-12": one]).comparison.moves
      let mirrored = back.map { move in
        let kinds: [LadderMove.Kind: LadderMove.Kind] = [
          .up: .down, .down: .up, .in: .out, .out: .in,
        ]
        return "\(kinds[move.kind] ?? .up) \(move.unit) \(move.to ?? "")>\(move.from ?? "")"
      }
      #expect(Set(forth.map(Self.text)) == Set(mirrored))
      // Everybody who is there at both times and has not moved stands where he stood.
      #expect(Set(forth.map(\.unit)).count == forth.count)
    }
  }

  // MARK: - Candidates

  @Test func candidatesAreHeldAgainstTheirLine() throws {
    let candidates = try Self.report("2021-05", ["2021-05": ["A": "1"]]).candidates
    let texts = candidates.map {
      "\($0.candidate.unit) \($0.candidate.year) \($0.standing) \($0.hasEntered)"
    }
    #expect(
      texts == [
        "A 2020 reached true", "X 2021 near false", "Y 2020 near false", "Z 2020 below false",
      ])
    #expect(candidates[1].share == Ratio(80))
  }
}
