// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics

/// All checks over the settled returns, on all cores: they read the store and change nothing.
struct ReturnsChecks {
  struct Results: Sendable {
    var findings: [Finding] = []
    /// By period, then rule.
    var ruleCounts: [RuleCount] = []
    /// Of one period.
    fileprivate var slipSuspects: [SlipWitnesses.Suspect] = []
  }

  private let store: ReturnStore
  private let definitions: Definitions
  private let classes: ClassNumbers
  private let rules: RuleCheck

  init(_ store: ReturnStore, _ definitions: Definitions, _ classes: ClassNumbers) {
    self.store = store
    self.definitions = definitions
    self.classes = classes
    rules = RuleCheck(rules: definitions.rules, waivers: definitions.waivers)
  }

  /// - Returns: the same whatever the number of cores: findings and counts in the order of the
  ///   checks.
  func run() -> Results {
    let periods = store.periods
    let slips = UnitSlipCheck(store, definitions.indicators, classes)
    // The checks only read what they share, which nothing changes.
    nonisolated(unsafe) let shared = (checks: self, slips: slips)
    let parts = inParallel(1 + periods.count + slips.count) { index in
      switch index {
      case 0: Results(findings: shared.checks.population())
      case 1...periods.count: shared.checks.edit(periods[index - 1])
      default:
        Results(slipSuspects: shared.slips.suspects(ofPeriod: index - 1 - periods.count))
      }
    }
    var results = Results()
    results.findings = slips.findings(parts.suffix(slips.count).map(\.slipSuspects))
    for part in parts {
      results.findings += part.findings
      results.ruleCounts += part.ruleCounts
    }
    return results
  }

  private func population() -> [Finding] {
    let expired = store.periods.last.map { rules.expiredWaivers(at: $0) } ?? []
    return PopulationCheck(store, definitions.register).findings() + expired
  }

  /// The edit rules over one period's units.
  private func edit(_ period: Period) -> Results {
    guard let returns = store.returns(of: period), !definitions.rules.isEmpty else {
      return Results()
    }
    let table = ReturnsRuleTable(
      returns, in: store, classes: classes, register: definitions.register)
    let (findings, counts) = rules.findings(
      over: table, place: { table.location($0, $1) },
      unitName: { definitions.register?.units[$0]?.name })
    return Results(findings: findings, ruleCounts: counts)
  }
}
