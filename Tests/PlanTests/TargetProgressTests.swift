// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Testing

@testable import Plan

@Suite struct TargetProgressTests {
  /// 突破 and 超 need more than the number, 以上 and 达 the number itself (methods.md §4).
  @Test(arguments: [
    (Target.Comparator.above, "60", false, "0"), (.above, "60.01", true, "0.01"),
    (.atLeast, "60", true, "0"), (.atLeast, "59.99", false, "-0.01"), (.below, "60", false, "0"),
    (.below, "59", true, "-1"), (.atMost, "60", true, "0"), (.atMost, "60.5", false, "0.5"),
  ])
  func theComparatorDecidesTheBoundary(
    comparator: Target.Comparator, level: String, isMet: Bool, gap: String
  ) throws {
    let progress = try Plan.progress(comparator, "60", "亿元", "total.ytd.level", level: level)
    #expect(progress?.isMet == isMet)
    #expect(progress?.gap?.exactText == gap)
    #expect(progress?.gapUnit == .hundredMillionYuan)
  }

  /// 49.96 prints as 50.0 and is short of 50 nevertheless.
  @Test func comparesTheExactValueNotThePrintedOne() throws {
    let progress = try Plan.progress(.atLeast, "50", "%", "part.ytd.share", level: "100", "49.96")
    #expect(progress?.figure.rounded == "50.0")
    #expect(progress?.isMet == false)
    #expect(progress?.gap?.exactText == "-0.04")
  }

  @Test func theGapOfAShareIsInPercentagePoints() throws {
    let progress = try Plan.progress(.atLeast, "50", "%", "part.ytd.share", level: "100", "45.5")
    #expect(progress?.gap?.exactText == "-4.5")
    #expect(progress?.gapUnit == .percentagePoint)
  }

  @Test(arguments: [("60", "亿元"), ("600000", "万元"), ("6000000000", "元")])
  func convertsTheFigureToTheTargetsUnit(value: String, unit: String) throws {
    let progress = try Plan.progress(.atLeast, value, unit, "total.ytd.level", level: "60")
    #expect(progress?.isMet == true)
    #expect(progress?.gap?.isZero == true)
    #expect(progress?.gapUnit.symbol == unit)
  }

  @Test func aMissingFigureIsNeitherMetNorShort() throws {
    let progress = try Plan.progress(.above, "60", "亿元", "total.ytd.level", level: nil)
    #expect(progress?.figure.value == .missing(.notReported))
    #expect(progress?.isMet == nil && progress?.gap == nil)
    #expect(progress?.gapUnit == .hundredMillionYuan)
  }

  @Test func aTargetOfAnotherDimensionIsNotCompared() throws {
    let progress = try Plan.progress(.above, "60", "家", "total.ytd.level", level: "70")
    #expect(progress?.isMet == nil && progress?.gap == nil)
  }

  @Test func aTargetWithoutFigureHasNoProgress() throws {
    #expect(try Plan.progress(.above, "60", "亿元", nil, level: "70") == nil)
  }

  @Test func aFigureThatDoesNotResolveIsThrown() {
    #expect(throws: FigureError.unknownSector("none", known: ["total", "part"])) {
      try Plan.progress(.above, "60", "亿元", "none.ytd.level", level: "70")
    }
  }

  @Test func overflowIsThrown() {
    let digits = "0." + String(repeating: "7", count: 35)
    #expect(throws: FigureError.self) {
      try Plan.progress(
        .above, "999" + digits.dropFirst(), "%", "part.ytd.share", level: "7777777", "3")
    }
  }
}

/// A plan of one target over one indicator.
private enum Plan {
  static func progress(
    _ comparator: Target.Comparator, _ value: String, _ unit: String, _ series: String?,
    level: String?, _ part: String? = nil
  ) throws -> TargetProgress? {
    let period = try #require(Period("2022-12"))
    let target = Target(
      id: "G01", name: "目标", comparator: comparator, value: try #require(ExactDecimal(value)),
      unit: try #require(UnitOfMeasure(unit)), deadline: .year(2022),
      series: series.map { "output." + $0 })
    return try TargetProgress(
      target, figures: figures([("total", level), ("part", part)], period), at: period)
  }

  private static func figures(
    _ levels: [(sector: String, level: String?)], _ period: Period
  ) throws -> Figures {
    let indicator = Indicator(
      id: "output", name: LocalizedName(zh: "产值"), aliases: [], unit: .hundredMillionYuan,
      decimals: 2, isAdditive: true)
    let sectors = levels.map {
      Sector(
        id: $0.sector, name: LocalizedName(zh: $0.sector), aliases: [], definition: .published,
        standing: .documented, note: LocalizedName(zh: ""))
    }
    var bureau: [FigureName: BureauObservation] = [:]
    for (sector, level) in levels {
      guard let level else { continue }
      let name = FigureName(
        indicator: "output", sector: sector, basis: .ytd, measure: .level, period: period)
      bureau[name] = BureauObservation(
        area: "own", name: name, value: try #require(ExactDecimal(level)),
        unit: .hundredMillionYuan,
        location: Location(file: "a.csv"))
    }
    let definitions = FigureDefinitions(
      indicators: [indicator], sectors: sectors,
      classification: Classification(edition: "", categories: []), flagNames: [])
    return Figures(definitions, cube: Cube(indicators: [indicator]), bureau: bureau)
  }
}
