// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Makes the reports of the growth ladder. Documentation/Ladder.md says how.
package struct LadderMonitor {
  /// What each unit's accepted return for a survey period says of an indicator from January to it;
  /// without one, the returns themselves.
  package typealias UnitValues = (_ period: Period, _ indicator: String?) -> [UnitValue]

  private let definition: LadderDefinition
  private let indicators: [Indicator]
  private let flagNames: [String]
  private let values: UnitValues

  /// - Parameter flagNames: the register's, by position in `RegisterFlags`.
  package init(
    _ definition: LadderDefinition, indicators: [Indicator], flagNames: [String],
    unitValues: @escaping UnitValues
  ) {
    self.definition = definition
    self.indicators = indicators
    self.flagNames = flagNames
    values = unitValues
  }

  /// - Parameter period: of a longer one, its last survey period counts.
  package func report(of period: Period) -> LadderReport {
    let period = period.lastSurveyPeriod
    let now = LadderView(definition, returns(at: period))
    let before = LadderView(definition, returns(at: period.yearEarlier))
    let comparison = LadderComparer(definition.steps, before: before, now: now).comparison
    let steps = definition.steps.map { step in
      LadderReport.Step(
        step: step, on: now.entries(step, .on), near: now.entries(step, .near),
        unknown: now.entries(step, .unknown),
        before: comparison.steps.contains(step.id) ? before.entries(step, .on).count : nil)
    }
    return LadderReport(
      period: period, steps: steps, comparison: comparison,
      candidates: candidates(at: period, reporting: Set(now.returns.units.map(\.unit))))
  }

  private func returns(at period: Period) -> LadderReturns {
    LadderReturns(
      definition, at: period, indicators: indicators, flagNames: flagNames, values: values)
  }

  private func candidates(
    at period: Period, reporting: Set<UnitCode>
  ) -> [LadderCandidateStanding] {
    guard let rule = definition.candidates else { return [] }
    var newest: [UnitCode: LadderCandidate] = [:]
    for candidate in rule.list where candidate.year <= period.year {
      if let known = newest[candidate.unit], known.year > candidate.year { continue }
      newest[candidate.unit] = candidate
    }
    return newest.values.sorted {
      $0.revenue != $1.revenue
        ? $0.revenue > $1.revenue : $0.unit.description < $1.unit.description
    }
    .map { candidate in
      LadderCandidateStanding(
        candidate: candidate, standing: rule.threshold.standing(of: candidate.revenue),
        share: rule.threshold.share(of: candidate.revenue),
        hasEntered: reporting.contains(candidate.unit))
    }
  }
}

/// Every unit's evidence for every step at one survey period.
struct LadderView {
  let returns: LadderReturns
  /// By unit, in the order of the steps.
  let evidence: [UnitCode: [LadderEvidence]]
  let names: [UnitCode: String]
  private let positions: [String: Int]

  init(_ definition: LadderDefinition, _ returns: LadderReturns) {
    self.returns = returns
    var evidence: [UnitCode: [LadderEvidence]] = [:]
    var names: [UnitCode: String] = [:]
    for unit in returns.units {
      evidence[unit.unit] = definition.steps.map { returns.evidence(of: unit, on: $0) }
      names[unit.unit] = unit.name
    }
    self.evidence = evidence
    self.names = names
    positions = Dictionary(
      uniqueKeysWithValues: definition.steps.enumerated().map { ($1.id, $0) })
  }

  func entries(
    _ step: LadderStep, _ standing: LadderEvidence.Standing
  ) -> [LadderReport.Entry] {
    guard let position = positions[step.id] else { return [] }
    return evidence.compactMap { unit, evidence in
      evidence[position].standing == standing
        ? LadderReport.Entry(unit: unit, name: names[unit], evidence: evidence[position]) : nil
    }
    .sorted { left, right in
      let (one, other) = (left.evidence.amount, right.evidence.amount)
      if one != other { return (one.map { one in other.map { one > $0 } ?? true }) ?? false }
      return left.unit.description < right.unit.description
    }
  }
}
