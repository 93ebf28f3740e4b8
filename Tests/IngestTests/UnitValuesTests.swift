// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Testing

@testable import Ingest

/// What explanations are made of, and that with it every figure of the committed sample is explained.
@Suite struct UnitValuesTests {
  private static let returns = """
    统一社会信用代码,行业代码,报告期,工业增加值_本月(千元),工业增加值_1-本月(千元),工业增加值_上年同期_1-本月(千元),用工_本月(人),用工_1-本月(人),用工_上年同期_1-本月(人)
    91A,3911,202105,1234.5,5000,4000,7,7,7
    91B,3811,202105,—,900,800,5,5,5
    91C,9999,202105,5,4,3,1,1,1

    """

  @Test func eachAcceptedReturnHasItsValueAndItsCell() throws {
    let read = try Ingested(csv: Self.returns)
    let period = try #require(Period("2021-05"))
    let slot = ReturnSlot(indicator: 0, basis: .month, side: .current)
    let values = read.ingest.unitValues(in: period, slot: slot)
    #expect(values.map(\.unit.description).sorted() == ["91A", "91B"])
    #expect(values.compactMap(\.name).sorted() == ["乙厂", "甲厂"])
    let first = try #require(values.first { $0.industry == "3911" })
    #expect(first.value == .known(ExactDecimal(1_234_500)))
    #expect(first.statedUnit == .thousandYuan && first.location.cell == "D2")
    let second = try #require(values.first { $0.industry == "3811" })
    #expect(second.value == .missing(.marked) && second.location.cell == "D3")
  }

  @Test func withoutASlotThereIsTheRow() throws {
    let read = try Ingested(csv: Self.returns)
    let period = try #require(Period("2021-05"))
    let values = read.ingest.unitValues(in: period, slot: nil)
    #expect(values.count == 2)
    #expect(values.allSatisfy { $0.value == nil && $0.location.cell == nil })
    let before = try #require(Period("2021-04"))
    #expect(read.ingest.unitValues(in: before, slot: nil).isEmpty)
  }

  // MARK: - Every figure of the sample

  /// The definitions and returns of this repository's own workspace, as far as May 2021 rests on them.
  private static func read() throws -> Ingested {
    let repository = Repository()
    let definitions = try #require(Definitions.load(from: repository).0)
    let names =
      repository.files(in: "Input/returns/2020")
      + repository.files(in: "Input/returns/2021").filter { name in
        ["01-02", "03", "04", "05"].contains { name.contains("2021-" + $0) }
      }
    let files = try names.map { name in
      (path: name, bytes: try #require(try repository.bytes(of: name)))
    }
    return try Ingested(files, definitions)
  }

  /// The explanation ends in the figure's value, each formula gives its value from its parts, and each
  /// sum is that of the units that are shown.
  @Test func everyFigureIsExplained() throws {
    let read = try Self.read()
    let period = try #require(Period("2021-05"))
    let figures = try read.figures.all(of: period)
    #expect(figures.count { $0.origin == .returns } > 1000)
    #expect(figures.count { $0.ownValue != nil } > 50)
    var known: [Question: [UnitValue]] = [:]
    for figure in figures {
      let explanation = try Explanation(of: figure.name, in: read.figures, limit: 10) {
        (period, slot, _) in
        let question = Question(period: period, slot: slot)
        if let values = known[question] { return values }
        let values = read.ingest.unitValues(in: period, slot: slot)
        known[question] = values
        return values
      }
      #expect(explanation.printed.ratio == figure.exact)
      #expect(explanation.own?.ratio == figure.ownValue)
      for node in [explanation.printed, explanation.own].compactMap(\.self) {
        try Self.check(node, figure.name)
      }
    }
  }

  private struct Question: Hashable {
    let period: Period
    let slot: ReturnSlot?
  }

  private static func check(_ node: ExplanationNode, _ name: FigureName) throws {
    if let ratio = node.ratio {
      if let sum = try node.recomputed() { #expect(sum == ratio, "\(name)") }
    }
    for part in node.parts { try check(part, name) }
  }
}

extension ExplanationNode {
  /// The value by the formula's own words, from the parts as they are shown; `nil` where a part is
  /// missing, for what comes from no parts, and for powers and roots, whose values may be cut.
  fileprivate func recomputed() throws -> Ratio? {
    switch source {
    case .returns(let breakdown):
      return try breakdown.units.reduce(breakdown.rest.amount) { try $0.adding($1.amount) }
    case .formula(let formula, let parts):
      let bases = try parts.compactMap { try $0.base() }
      guard bases.count == parts.count, bases.count > 0 else { return nil }
      return try value(formula, bases)
    case .stated, .defined, .folded, .nowhere: return nil
    }
  }

  /// The value in the base unit of measure.
  private func base() throws -> Ratio? {
    try ratio?.multiplied(by: Ratio(Int128.powerOfTen(unit.exponent)))
  }

  private func value(_ formula: Formula, _ bases: [Ratio]) throws -> Ratio? {
    func own(_ ratio: Ratio) throws -> Ratio {
      try ratio.divided(by: Ratio(Int128.powerOfTen(unit.exponent)))
    }
    let hundred = Ratio(100)
    switch formula {
    case .sum: return try own(bases.reduce(.zero) { try $0.adding($1) })
    case .difference, .monthOfCumulative: return try own(bases[0].subtracting(bases[1]))
    case .percent: return try bases[0].divided(by: bases[1]).multiplied(by: hundred)
    case .growth:
      return try bases[0].subtracting(bases[1]).divided(by: bases[1]).multiplied(by: hundred)
    case .quotient:
      let quotient = try bases[0].divided(by: bases[1])
      return try unit == .percent ? quotient.multiplied(by: hundred) : own(quotient)
    case .backCast:
      return try own(
        bases[0].multiplied(by: hundred).divided(by: bases[1].adding(hundred)))
    case .partOfGrowth: return try bases[0].multiplied(by: bases[1]).divided(by: hundred)
    case .count: return Ratio(Int128(bases.count))
    case .countGrowing: return Ratio(Int128(bases.count { $0 > .zero }))
    case .rank: return Ratio(Int128(1 + bases.count { $0 > bases[0] }))
    case .mean, .compounded, .yearly, .valueAdded, .comparable: return nil
    }
  }
}
