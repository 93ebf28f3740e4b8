// SPDX-License-Identifier: Apache-2.0
import Statistics

@testable import Rules

/// Three indicators, two flags, and a table of returns in memory.
enum Fixture {
  static let indicators = [
    indicator("output", .hundredMillionYuan), indicator("sales", .hundredMillionYuan),
    indicator("employment", .persons), indicator("rate", .percent),
  ]

  static let names = RuleNames(
    indicators: indicators, flags: ["高新技术企业", "mask"], sectors: ["total", "electronics"],
    areas: ["guangdong"])

  private static func indicator(_ id: String, _ unit: UnitOfMeasure) -> Indicator {
    Indicator(
      id: id, name: LocalizedName(zh: id), aliases: [], unit: unit, decimals: 2, isAdditive: true)
  }

  static func variable(_ name: String, lag: Int = 0) throws -> RuleVariable {
    let parts = name.split(separator: ".").map(String.init)
    let position = try Required.value(indicators.firstIndex { $0.id == parts[0] })
    let part = try Required.value(RuleNames.parts.first { $0.name == parts[1] })
    let slot = ReturnSlot(indicator: position, basis: part.basis, side: part.side)
    return RuleVariable(slot: slot, lag: lag)
  }

  static func rule(
    _ expression: String, id: String = "rule", scope: RuleScope = .units
  ) throws -> Rule {
    let (rule, problems) = Rule.read(
      id: id, name: LocalizedName(zh: "规则", en: "Rule"),
      description: LocalizedName(zh: "说明", en: "Text"), severity: .warning, scope: scope,
      expression: expression, names: names)
    if let rule { return rule }
    throw Required.Refused(problems: problems)
  }

  static func problems(_ expression: String, scope: RuleScope = .units) -> [RuleProblem] {
    RuleChecker.check(expression, names: names, scope: scope).problems
  }
}

enum Required {
  struct Absent: Error {}
  struct Refused: Error { let problems: [RuleProblem] }

  static func value<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Absent() }
    return value
  }
}

/// A period's returns, one row a unit.
struct Table: RuleTable {
  struct Row {
    var industry = "3911"
    /// By variable: `output.ytd`, `lag(output.ytd)` as `output.ytd@1`.
    var values: [String: String] = [:]
    var name: String? = "甲厂"
    var community: String?
    var registered: String? = "3911"
    var flags: [String: Bool]? = [:]
    var unit = "91A"
  }

  var period = [Period(year: 2021, month: 5)].compactMap(\.self)[0]
  var rows: [Row]

  var count: Int { rows.count }

  func column(_ variable: RuleVariable) -> RuleColumn {
    RuleColumn(rows.indices.map { exact(variable, row: $0) })
  }

  func exact(_ variable: RuleVariable, row: Int) -> ExactDecimal? {
    let slot = variable.slot
    let part = RuleNames.parts.first { $0.basis == slot.basis && $0.side == slot.side }?.name ?? ""
    let name = "\(Fixture.indicators[slot.indicator].id).\(part)"
    let key = variable.lag == 0 ? name : "\(name)@\(variable.lag)"
    return rows[row].values[key].flatMap { ExactDecimal($0) }
  }

  func texts(_ field: RuleTextField) -> RuleTexts {
    RuleTexts(
      rows.map { row in
        switch field {
        case .industry: row.industry
        case .registerName: row.name
        case .registerCommunity: row.community
        case .registerIndustry: row.registered
        }
      })
  }

  func flags(_ name: String) -> [Bool?] { rows.map { row in row.flags.map { $0[name] ?? false } } }

  func unit(_ row: Int) -> UnitCode {
    [UnitCode(rows[row].unit)].compactMap(\.self)[0]
  }
}

extension Table {
  /// One unit with these values, in base units.
  init(_ values: [String: String], industry: String = "3911") {
    rows = [Row(industry: industry, values: values)]
  }

  /// What the rule says of the first row, both ways; they must agree.
  func result(_ expression: String) throws -> RuleResult {
    let rule = try Fixture.rule(expression)
    let evaluation = RuleEvaluation(over: self)
    let outcome = evaluation.outcome(of: rule)
    let exact = evaluation.exactResult(of: rule, row: 0)
    let isFailed = outcome.failedRows.first == 0
    let byColumn: RuleResult =
      isFailed ? .failed : (rows.count == 1 && outcome.passed == 0 ? .notEvaluable : exact)
    if byColumn != exact { throw Disagreement(byColumn: byColumn, exact: exact) }
    return exact
  }

  struct Disagreement: Error {
    let byColumn: RuleResult
    let exact: RuleResult
  }
}
