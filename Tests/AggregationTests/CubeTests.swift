// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

@Suite struct CubeTests {
  /// Some hundred returns of two periods.
  private static func returns(_ generator: inout SeededGenerator) throws -> [UnitReturn] {
    var returns: [UnitReturn] = []
    for number in 1...300 {
      let industry = try #require(
        ["3911", "3912", "3811", "1310"].randomElement(using: &generator))
      let flags = Bool.random(using: &generator) ? Sample.smart : []
      let cents = (0..<4).map { _ in Int.random(in: 0...999, using: &generator) }
      // One unit in the two periods gives no month value.
      let month = number == 17 ? nil : "\(number).\(cents[0])"
      returns.append(
        try Sample.unitReturn(
          number.isMultiple(of: 3) ? "2021-04" : "2021-05", industry, unit: number, flags: flags,
          .init(
            month: month, ytd: "\(number % 150).\(cents[1])", referenceMonth: "7.\(cents[2])",
            reference: "9.\(cents[3])")))
    }
    return returns
  }

  private static func cube(_ returns: some Sequence<UnitReturn>) -> Cube {
    var cube = Cube(indicators: Sample.indicators)
    for unitReturn in returns { cube.add(unitReturn) }
    return cube
  }

  private static func figures(_ cube: Cube) throws -> [Figure] {
    var sample = Sample()
    sample.cube = cube
    let figures = sample.figures
    return try ["2021-04", "2021-05"].flatMap { try figures.all(of: #require(Period($0))) }
  }

  @Test func anySplitInAnyOrderGivesTheSameFigures() throws {
    var generator = SeededGenerator(seed: 7)
    let returns = try Self.returns(&generator)
    let whole = Self.cube(returns)
    let figures = try Self.figures(whole)
    #expect(figures.count > 50)
    for _ in 0..<10 {
      let shuffled = returns.shuffled(using: &generator)
      let cuts = [0, 300] + (0..<3).map { _ in Int.random(in: 0...300, using: &generator) }
      let bounds = cuts.sorted()
      let parts = zip(bounds, bounds.dropFirst()).map { Self.cube(shuffled[$0..<$1]) }
      let merged = parts.shuffled(using: &generator).reduce(
        into: Cube(indicators: Sample.indicators)
      ) { $0.merge($1) }
      #expect(merged.text == whole.text)
      #expect(try Self.figures(merged) == figures)
    }
  }

  @Test func mergingIsAssociativeAndTheEmptyCubeIsNeutral() throws {
    var generator = SeededGenerator(seed: 8)
    let returns = try Self.returns(&generator)
    let parts = [0..<80, 80..<200, 200..<300].map { Self.cube(returns[$0]) }
    var left = parts[0]
    left.merge(parts[1])
    left.merge(parts[2])
    var tail = parts[1]
    tail.merge(parts[2])
    var right = parts[0]
    right.merge(tail)
    right.merge(Cube(indicators: Sample.indicators))
    #expect(left.text == right.text)
  }

  @Test func countsKnownAndMissingValues() throws {
    let period = try #require(Period("2021-05"))
    var cube = Cube(indicators: Sample.indicators)
    cube.add(try Sample.unitReturn("2021-05", "3911", .init(ytd: "1")))
    cube.add(try Sample.unitReturn("2021-05", "3911", .init(ytd: nil)))
    let stratum = Cube.Stratum(period: period, industry: "3911", flags: [])
    let slot = ReturnSlot(indicator: 0, basis: .ytd, side: .current)
    let cells = try #require(cube.parts[period]?.cells(of: stratum))
    let cell = try #require(cells[slot.index])
    #expect(cell.known == 1 && cell.missing == 1)
    #expect(try cell.sum.value == ExactDecimal(100_000_000))
    #expect(cube.periods == [period])
  }

  @Test func thePartsOfAPartitionAddUpToTheirTotalExactly() throws {
    var generator = SeededGenerator(seed: 9)
    var sample = Sample()
    for number in 1...200 {
      let digits = Int.random(in: 0...9_999_999, using: &generator)
      let industry = try #require(
        ["3911", "3912", "3811", "1310"].randomElement(using: &generator))
      try sample.add(
        "2021-05", industry, .init(ytd: "\(number).\(digits)", reference: "0.\(digits)1"))
    }
    for measure in ["level", "share", "pull", "share_change"] {
      var sum = Ratio.zero
      for part in ["electronics", "machinery", "food"] {
        let figure = try sample.figure("value_added.\(part).ytd.\(measure)", "2021-05")
        sum = try sum.adding(#require(figure.exact))
      }
      #expect(try sample.figure("value_added.total.ytd.\(measure)", "2021-05").exact == sum)
    }
  }

  @Test func shareTimesTotalIsThePart() throws {
    var sample = Sample()
    try sample.add("2021-05", "3911", .init(ytd: "1.2345678", reference: "1"))
    try sample.add("2021-05", "3811", .init(ytd: "7.654321", reference: "1"))
    let share = try #require(
      try sample.figure("value_added.electronics.ytd.share", "2021-05").exact)
    let total = try #require(try sample.figure("value_added.total.ytd.level", "2021-05").exact)
    let part = try share.multiplied(by: total).divided(by: Ratio(100))
    #expect(part.exactText == "1.2345678")
  }
}
