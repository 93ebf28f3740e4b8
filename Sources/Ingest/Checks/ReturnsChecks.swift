// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Rules
import Statistics

/// All checks over the settled returns, on all cores: they read the store and change nothing.
struct ReturnsChecks {
  struct Results: Sendable {
    var findings: [Finding] = []
    /// By period, then rule.
    var ruleCounts: [RuleCount] = []
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
    var parts = [Results](repeating: Results(), count: periods.count + 2)
    parts.withUnsafeMutableBufferPointer { buffer in
      // Each check writes its own element and only reads what is shared, which nothing changes.
      nonisolated(unsafe) let results = buffer
      nonisolated(unsafe) let checks = self
      DispatchQueue.concurrentPerform(iterations: periods.count + 2) { index in
        switch index {
        case 0: results[index].findings = checks.slips()
        case 1: results[index].findings = checks.population()
        default: results[index] = checks.edit(periods[index - 2])
        }
      }
    }
    return parts.reduce(into: Results()) { all, part in
      all.findings += part.findings
      all.ruleCounts += part.ruleCounts
    }
  }

  private func slips() -> [Finding] {
    UnitSlipCheck(store, definitions.indicators, classes).findings()
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
