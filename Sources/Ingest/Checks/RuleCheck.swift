// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics

/// How often a rule passed, failed and could not be evaluated in a period.
package struct RuleCount: Hashable, Sendable {
  package let rule: Rule
  package let period: Period
  package internal(set) var passed = 0
  /// Without those that are waived.
  package internal(set) var failed = 0
  package internal(set) var waived = 0
  /// A value was missing: neither passed nor failed.
  package internal(set) var notEvaluable = 0
}

/// Turns what rules say into findings, and applies the waivers.
package struct RuleCheck: Sendable {
  private let rules: [Rule]
  private let waivers: [Waiver]

  package init(rules: [Rule], waivers: [Waiver]) {
    self.rules = rules
    self.waivers = waivers
  }

  /// Checks one period's returns.
  ///
  /// - Parameters:
  ///   - place: where a row's value stands; of a rule without a value of the period, the row itself.
  ///   - unitName: `nil` where the unit is not in the register.
  /// - Returns: the findings, sorted, and a count for each rule over units.
  package func findings(
    over table: some RuleTable, place: (_ row: Int, ReturnSlot?) -> Location?,
    unitName: (UnitCode) -> String?
  ) -> (findings: [Finding], counts: [RuleCount]) {
    let evaluation = RuleEvaluation(over: table)
    var findings: [Finding] = []
    var counts: [RuleCount] = []
    for rule in rules where rule.scope == .units {
      let outcome = evaluation.outcome(of: rule)
      var count = RuleCount(rule: rule, period: table.period)
      (count.passed, count.notEvaluable) = (outcome.passed, outcome.notEvaluable)
      for row in outcome.failedRows {
        let unit = table.unit(row)
        let failure = failure(
          of: rule, unit: unit, named: LocalizedName(zh: unitName(unit) ?? unit.description),
          in: table.period, values: evaluation.values(of: rule, row: row),
          at: place(row, rule.firstSlot))
        tally(failure, in: &count)
        findings.append(failure)
      }
      counts.append(count)
    }
    return (findings.sorted(), counts)
  }

  /// Checks one period's figures. A failure stands at the rule itself.
  ///
  /// - Parameters:
  ///   - area: the name of the area that the figures are of.
  ///   - figure: see `FigureEvaluation`.
  /// - Throws: what `figure` throws.
  package func findings(
    overFiguresOf period: Period, area: LocalizedName,
    figure: @escaping (FigureName, _ area: String?) throws -> Ratio?
  ) throws -> (findings: [Finding], counts: [RuleCount]) {
    let evaluation = FigureEvaluation(period, figure: figure)
    var findings: [Finding] = []
    var counts: [RuleCount] = []
    for rule in rules where rule.scope == .figures {
      let (result, values) = try evaluation.result(of: rule)
      var count = RuleCount(rule: rule, period: period)
      switch result {
      case .passed: count.passed = 1
      case .notEvaluable: count.notEvaluable = 1
      case .failed:
        let failure = failure(
          of: rule, unit: nil, named: area, in: period, values: values, at: rule.location)
        tally(failure, in: &count)
        findings.append(failure)
      }
      counts.append(count)
    }
    return (findings.sorted(), counts)
  }

  /// The counts of rules over figures for a period whose figures do not say enough yet.
  package func unevaluatedFigureRules(of period: Period) -> [RuleCount] {
    rules.filter { $0.scope == .figures }.map { rule in
      RuleCount(rule: rule, period: period, notEvaluable: 1)
    }
  }

  /// The waivers that ran out before the newest period.
  package func expiredWaivers(at newest: Period) -> [Finding] {
    waivers.filter { $0.isExpired(at: newest) }.map { waiver in
      Finding(
        .waiverExpired, at: waiver.location, unit: waiver.unit, raw: waiver.unit?.description,
        ["rule": waiver.rule].merging(waiver.arguments) { $1 })
    }.sorted()
  }

  private func tally(_ failure: Finding, in count: inout RuleCount) {
    if failure.code == .waivedFailure { count.waived += 1 } else { count.failed += 1 }
  }

  private func failure(
    of rule: Rule, unit: UnitCode?, named name: LocalizedName, in period: Period,
    values: [RuleValue],
    at location: Location?
  ) -> Finding {
    var arguments = [
      "rule": rule.id, "name_zh": rule.name.zh, "name_en": rule.name.en,
      "description_zh": rule.description.zh, "description_en": rule.description.en,
      "unit_zh": name.zh, "unit_en": name.en,
      "values": values.map(\.description).joined(separator: ", "),
    ]
    let waiver = waivers.first { $0.covers(rule, unit: unit, in: period) }
    if let waiver { arguments.merge(waiver.arguments) { $1 } }
    return Finding(
      waiver == nil ? rule.severity.code : .waivedFailure, at: location, period: period,
      unit: unit, raw: unit?.description, arguments)
  }
}

extension Waiver {
  fileprivate var arguments: [String: String] {
    ["reason": reason, "by": by, "until": until.description]
  }
}

extension Finding.Severity {
  /// The code of a failed rule of this severity.
  fileprivate var code: FindingCode {
    switch self {
    case .error: .ruleError
    case .warning: .ruleWarning
    case .info: .ruleNote
    }
  }
}
