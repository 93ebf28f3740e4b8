// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// Where an indicator's values come from: its definition, and the slips in it.
@Suite struct IndicatorDefinitionsTests {
  /// The usual workspace with one more indicator; `keys` are its own.
  private static func workspace(_ keys: String, unit: String = "\"%\"") -> Workspace {
    Workspace().replacing(
      "name: 工业投资, unit: 亿元, decimals: 2}",
      with: "name: 工业投资, unit: 亿元, decimals: 2}\n"
        + "  - {id: new, name: 新, unit: \(unit), decimals: 1, \(keys)}",
      in: Workspace.indicators)
  }

  private static func source(_ keys: String, unit: String = "\"%\"") throws -> Indicator.Source {
    let workspace = workspace(keys, unit: unit)
    let (definitions, findings) = Definitions.load(from: workspace)
    #expect(!findings.contains { $0.severity == .error }, "\(findings)")
    return try #require(definitions?.indicators.last).source
  }

  @Test func readsAQuotient() throws {
    #expect(
      try Self.source("quotient: {numerator: investment, denominator: value_added}")
        == .quotient(.init(indicator: "investment"), .init(indicator: "value_added")))
    #expect(
      try Self.source(
        "quotient: {numerator: value_added, denominator: {indicator: employment, basis: month}}",
        unit: "万元/人")
        == .quotient(.init(indicator: "value_added"), .init(indicator: "employment", basis: .month))
    )
  }

  @Test func readsWhichUnitsCount() throws {
    #expect(try Self.source("units: all", unit: "家") == .units(.all))
    #expect(try Self.source("units: {flag: 智能装备}", unit: "家") == .units(.flag("智能装备")))
    #expect(
      try Self.source("units: {at-least: 1.5, unit: 亿元, indicator: investment}", unit: "家")
        == .units(.atLeast(.init(indicator: "investment", value: ExactDecimal(150_000_000)))))
  }

  @Test func derivedIndicatorsDoNotAddUpUnlessTheySaySo() throws {
    let (definitions, _) = Definitions.load(from: Self.workspace("units: all", unit: "家"))
    #expect(definitions?.indicators.last?.isAdditive == false)
    #expect(definitions?.indicators.first?.isAdditive == true)
  }

  @Test(arguments: [
    ("quotient: {numerator: investment}", "\"%\"", FindingCode.missingKey),
    ("quotient: {numerator: invest, denominator: value_added}", "\"%\"", .unknownName),
    ("quotient: {numerator: value_added, denominator: employment}", "\"%\"", .badDefinition),
    ("quotient: {numerator: value_added, denominator: investment}", "亿元", .badDefinition),
    ("quotient: {numerator: new, denominator: investment}", "\"%\"", .badDefinition),
    (
      "quotient: {numerator: investment, denominator: value_added}, units: all", "\"%\"",
      .badDefinition
    ),
    ("units: some", "家", .badDefinition), ("units: all", "人", .badDefinition),
    ("units: {flag: 智能}", "家", .unknownName), ("units: {flags: 智能装备}", "家", .unknownKey),
    ("units: {at-least: 十, unit: 亿元, indicator: investment}", "家", .badDefinition),
    ("units: {at-least: 10, unit: 人, indicator: investment}", "家", .badDefinition),
    ("units: {at-least: 10, unit: 亿元, indicator: invest}", "家", .unknownName),
    ("from-output: {output: investment, growth: real}", "亿元", .badDefinition),
    ("from-output: {output: employment, growth: nominal}", "亿元", .badDefinition),
    ("from-output: {output: investment, growth: nominal}", "亿元", .missingDefinition),
    ("breaks: [2021-05, 2021-03]", "亿元", .badDefinition), ("breaks: 2021", "亿元", .badPeriod),
    ("breaks: 2021-Q1", "亿元", .badPeriod),
  ])
  func slips(keys: String, unit: String, code: FindingCode) {
    let found = Self.workspace(keys, unit: unit).findings.filter { $0.severity == .error }
    #expect(found.map(\.code).contains(code), "\(found)")
  }
}
