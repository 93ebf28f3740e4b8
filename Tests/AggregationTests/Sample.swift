// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

/// A workspace of three indicators and a few sectors, filled by hand.
struct Sample {
  /// The four values of one indicator on one row, in its printing unit; `nil` is missing.
  struct Values {
    var month: String?
    var ytd: String?
    var referenceMonth: String?
    var reference: String?
  }

  static let indicators = [
    indicator("value_added", .hundredMillionYuan, decimals: 2, isAdditive: true),
    indicator("employment", .persons, decimals: 0, isAdditive: false),
    indicator("rate", .percent, decimals: 1, isAdditive: false),
  ]

  /// electronics, machinery and food partition the total; smart is a flag; high_tech overlaps.
  static let sectors = [
    sector("total", .classes(["3911", "3912", "3811", "1310"])),
    sector("electronics", .classes(["3911", "3912"])), sector("machinery", .classes(["3811"])),
    sector("food", .classes(["1310"])), sector("high_tech", .classes(["3911", "3811"])),
    sector("smart", .flag("智能装备")), sector("unknown_flag", .flag("没有")),
    sector("published", .published),
  ]

  static let classification = Classification(
    edition: "test",
    categories: [
      ("C", nil), ("39", "C"), ("391", "39"), ("3911", "391"), ("3912", "391"),
      ("38", "C"), ("381", "38"), ("3811", "381"), ("13", "C"), ("131", "13"), ("1310", "131"),
    ].map { Classification.Category(code: $0, name: LocalizedName(zh: $0), parent: $1) })

  static let definitions = FigureDefinitions(
    indicators: indicators, sectors: sectors, classification: classification,
    flagNames: flagNames,
    comparators: [
      Area(id: "city", name: LocalizedName(zh: "市"), aliases: [], isOwn: false, isComparator: true)
    ])

  static let flagNames = ["口罩及装备", "智能装备"]
  static let smart = RegisterFlags(position: 1)

  var cube = Cube(indicators: indicators)
  var bureau: [FigureName: BureauObservation] = [:]
  /// Of other areas.
  var others: [AreaFigure: BureauObservation] = [:]
  private var units = 0

  private static func indicator(
    _ id: String, _ unit: UnitOfMeasure, decimals: Int, isAdditive: Bool
  ) -> Indicator {
    Indicator(
      id: id, name: LocalizedName(zh: id), aliases: [], unit: unit, decimals: decimals,
      isAdditive: isAdditive)
  }

  private static func sector(_ id: String, _ definition: Sector.Definition) -> Sector {
    Sector(
      id: id, name: LocalizedName(zh: id), aliases: [], definition: definition,
      standing: .documented, note: LocalizedName(zh: ""))
  }

  // MARK: - Filling

  mutating func add(
    _ period: String, _ industry: String, flags: RegisterFlags = [],
    indicator: String = "value_added",
    _ values: Values
  ) throws {
    units += 1
    try cube.add(
      Sample.unitReturn(period, industry, unit: units, flags: flags, indicator: indicator, values))
  }

  static func unitReturn(
    _ period: String, _ industry: String, unit: Int = 1, flags: RegisterFlags = [],
    indicator id: String = "value_added", _ values: Values
  ) throws -> UnitReturn {
    let position = try #require(indicators.firstIndex { $0.id == id })
    var slots = [ObservedValue](
      repeating: .missing(.notReported), count: indicators.count * ReturnSlot.perIndicator)
    for (basis, side, text) in [
      (Basis.month, Side.current, values.month), (.ytd, .current, values.ytd),
      (.month, .reference, values.referenceMonth), (.ytd, .reference, values.reference),
    ] {
      let slot = ReturnSlot(indicator: position, basis: basis, side: side)
      slots[slot.index] =
        try text.map { try baseValue($0, of: indicators[position]) }
        ?? .missing(.empty)
    }
    return UnitReturn(
      period: try #require(Period(period)), unit: try #require(UnitCode(String(unit))),
      industry: industry, flags: flags, values: slots)
  }

  private static func baseValue(_ text: String, of indicator: Indicator) throws -> ObservedValue {
    let decimal = try #require(ExactDecimal(text))
    let factor = Int128.powerOfTen(indicator.unit.exponent)
    return .known(ExactDecimal(coefficient: decimal.coefficient * factor, scale: decimal.scale))
  }

  /// Adds a bureau's statement such as `value_added.total.ytd.level` `2021-05` `12.5` `亿元`.
  mutating func state(
    _ series: String, _ period: String, _ value: String, _ unit: String, row: Int = 1
  ) throws {
    let name = try Sample.name(series, period)
    bureau[name] = BureauObservation(
      area: "own", name: name, value: try #require(ExactDecimal(value)),
      unit: try #require(UnitOfMeasure(unit)),
      location: Location(file: "bureau.csv", row: row, column: 2))
  }

  // MARK: - Asking

  static func name(_ series: String, _ text: String) throws -> FigureName {
    let period = try #require(Period(text))
    return try #require(FigureName(series: series, period: period))
  }

  var figures: Figures {
    Figures(Sample.definitions, cube: cube, bureau: bureau, others: others)
  }

  func figure(_ series: String, _ period: String) throws -> Figure {
    try figures.figure(Sample.name(series, period))
  }

  /// The exact value, or the reason in brackets.
  func text(_ series: String, _ period: String) throws -> String {
    switch try figure(series, period).value {
    case .known(let ratio): ratio.exactText
    case .missing(let reason): "(\(reason.rawValue))"
    }
  }
}
