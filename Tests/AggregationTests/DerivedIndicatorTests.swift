// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

/// Quotients, counts of units, and value added from output.
@Suite struct DerivedIndicatorTests {
  private static func indicator(
    _ id: String, _ unit: String, _ source: Indicator.Source = .reported, isAdditive: Bool = true
  ) throws -> Indicator {
    Indicator(
      id: id, name: LocalizedName(zh: id), aliases: [], unit: try #require(UnitOfMeasure(unit)),
      decimals: 2, isAdditive: isAdditive, source: source)
  }

  private static func definitions(
    _ tables: ValueAddedTables = .init(), prints: Indicator.Growth = .comparable
  ) throws -> FigureDefinitions {
    let ten = Indicator.Minimum(indicator: "output", value: ExactDecimal(10_000_000))
    return FigureDefinitions(
      indicators: [
        try indicator("output", "万元"), try indicator("persons", "人", isAdditive: false),
        try indicator(
          "per_head", "千元/人",
          .quotient(.init(indicator: "output"), .init(indicator: "persons", basis: .month)),
          isAdditive: false),
        try indicator("all", "家", .units(.all), isAdditive: false),
        try indicator("large", "家", .units(.atLeast(ten)), isAdditive: false),
        try indicator("flagged", "家", .units(.flag("智能装备")), isAdditive: false),
        try indicator(
          "coverage", "%", .quotient(.init(indicator: "flagged"), .init(indicator: "all")),
          isAdditive: false),
        try indicator("added", "万元", .output("output", prints: prints)),
      ], sectors: Sample.sectors, classification: Sample.classification,
      flagNames: Sample.flagNames, valueAdded: tables)
  }

  /// Output in 元, persons.
  private static func cube(
    _ definitions: FigureDefinitions,
    _ rows: [(period: String, industry: String, flags: RegisterFlags, values: [Int64?])]
  ) throws -> Cube {
    var cube = Cube(indicators: definitions.indicators)
    for (number, row) in rows.enumerated() {
      var slots = [ObservedValue](
        repeating: .missing(.notReported),
        count: definitions.indicators.count * ReturnSlot.perIndicator)
      for (index, slot) in [
        ReturnSlot(indicator: 0, basis: .ytd, side: .current),
        ReturnSlot(indicator: 0, basis: .ytd, side: .reference),
        ReturnSlot(indicator: 1, basis: .month, side: .current),
      ].enumerated() {
        if let value = row.values[index] {
          slots[slot.index] = .known(ExactDecimal(Int128(value)))
        }
      }
      cube.add(
        UnitReturn(
          period: try #require(Period(row.period)), unit: try #require(UnitCode("U\(number)")),
          industry: row.industry, flags: row.flags, values: slots))
    }
    return cube
  }

  private static let rows: [(String, String, RegisterFlags, [Int64?])] = [
    ("2021-05", "3911", Sample.smart, [12_000_000, 10_000_000, 40]),
    ("2021-05", "3811", [], [9_000_000, 8_000_000, 60]),
    ("2020-05", "3911", Sample.smart, [10_000_000, 9_000_000, 40]),
  ]

  private static func text(
    _ series: String, _ definitions: FigureDefinitions, _ period: String = "2021-05"
  ) throws -> String {
    let figures = Figures(definitions, cube: try cube(definitions, rows), bureau: [:])
    switch try figures.figure(Sample.name(series, period)).value {
    case .known(let ratio): return ratio.exactText
    case .missing(let reason): return "(\(reason.rawValue))"
    }
  }

  @Test(arguments: [
    // 21,000 千元 ÷ 100 人.
    ("per_head.total.ytd.level", "210"), ("per_head.electronics.ytd.level", "300"),
    ("per_head.total.ytd.share", "(not_applicable)"), ("all.total.ytd.level", "2"),
    ("all.total.ytd.yoy", "100"), ("all.total.ytd.change", "1"), ("all.electronics.ytd.yoy", "0"),
    ("all.electronics.ytd.share", "50"), ("large.total.ytd.level", "1"),
    ("large.machinery.ytd.level", "0"), ("flagged.total.ytd.level", "1"),
    ("coverage.total.ytd.level", "50"), ("coverage.total.ytd.change", "-50"),
    ("coverage.total.ytd.yoy", "(not_applicable)"), ("coverage.food.ytd.level", "(not_reported)"),
    ("added.total.ytd.level", "(part_missing)"),
  ])
  func figures(series: String, value: String) throws {
    #expect(try Self.text(series, Self.definitions()) == value)
  }

  private static func tables() throws -> ValueAddedTables {
    var tables = ValueAddedTables()
    let from = try #require(Period("2020-01..02"))
    func entry(_ text: String) throws -> ValueAddedTables.Entry {
      .init(value: try #require(ExactDecimal(text)), location: Location(file: "t.csv", row: 2))
    }
    #expect(tables.add(rate: try entry("20"), of: "C", from: from))
    #expect(tables.add(rate: try entry("25"), of: "39", from: try #require(Period("2021-03"))))
    #expect(!tables.add(rate: try entry("9"), of: "C", from: from))
    let may = try #require(Period("2021-05"))
    #expect(tables.add(price: try entry("125"), of: "3911", in: may, basis: .ytd))
    #expect(tables.add(price: try entry("90"), of: "C", in: may, basis: .ytd))
    return tables
  }

  /// Now 1200 × 25 % + 900 × 20 % = 480 万元; then 1000 × 20 % + 800 × 20 % = 360; at the prices of
  /// then 300 ÷ 1.25 + 180 ÷ 0.9 = 440.
  @Test(arguments: [
    ("added.total.ytd.level", "480"), ("added.total.ytd.yoy_nominal", "100/3"),
    ("added.total.ytd.yoy_comparable", "200/9"), ("added.electronics.ytd.level", "300"),
    ("added.electronics.ytd.yoy_comparable", "20"), ("added.machinery.ytd.pull", "100/9"),
    ("added.electronics.ytd.pull", "100/9"), ("added.total.month.level", "(not_reported)"),
  ])
  func valueAddedFromOutput(series: String, value: String) throws {
    #expect(try Self.text(series, Self.definitions(Self.tables())) == value)
  }

  @Test(arguments: [(Indicator.Growth.comparable, "200/9"), (.nominal, "100/3")])
  func whichGrowthIsPrintedIsTheDefinitions(growth: Indicator.Growth, value: String) throws {
    let definitions = try Self.definitions(Self.tables(), prints: growth)
    #expect(try Self.text("added.total.ytd.yoy", definitions) == value)
  }

  @Test func withoutAPriceThereIsNoComparableGrowth() throws {
    let definitions = try Self.definitions(Self.tables())
    #expect(try Self.text("added.total.ytd.level", definitions, "2020-05") == "200")
    #expect(
      try Self.text("added.total.ytd.yoy_comparable", definitions, "2020-05") == "(part_missing)")
  }
}
