// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Rules
import Statistics

extension Reading {
  /// Holds a survey period's figures against the rules over figures.
  ///
  /// While the period's own rows have errors, none is evaluated: each counts as not evaluable.
  func figureRules(at period: Period) throws -> (findings: [Finding], counts: [RuleCount]) {
    guard period.isSurveyPeriod else { return ([], []) }
    let check = RuleCheck(rules: definitions.rules, waivers: definitions.waivers)
    guard !hasErrors(around: period) else {
      return ([], check.unevaluatedFigureRules(of: period))
    }
    return try check.findings(
      overFiguresOf: period, area: definitions.configuration.area, figure: value)
  }

  /// A figure's exact value in its unit; `nil` where it is missing.
  ///
  /// - Parameter area: the area's id; `nil` for the office's own. Of other areas there is what
  ///   tables state.
  private func value(_ name: FigureName, ofArea area: String?) throws(FigureError) -> Ratio? {
    guard let area, area != Area.ownID(among: definitions.areas) else {
      return try figures.figure(name).exact
    }
    guard let indicator = definitions.indicators.first(where: { $0.id == name.indicator }),
      let stated = ingest.otherAreas[AreaFigure(area: area, name: name)]
    else { return nil }
    let unit = name.measure.unit(of: indicator)
    // A table writes % also over percentage points; which of them a rate is in, its measure says.
    let isRate = name.measure != .level && stated.unit.isPercentage && unit.isPercentage
    guard let factor = isRate ? Ratio(1) : stated.unit.factor(to: unit) else { return nil }
    do { return try Ratio(stated.value).multiplied(by: factor) } catch {
      throw .arithmetic(error, name)
    }
  }

  /// Each rule with what it came to: those over units in all survey periods of the periods, those
  /// over figures in the last one of each.
  func ruleCoverage(of periods: [Period]) throws -> [Coverage.Rule] {
    let counts = try ruleCounts(of: periods)
    return definitions.rules.map { rule in
      let own = counts.filter { $0.rule.id == rule.id }
      return Coverage.Rule(
        id: rule.id, name: rule.name, severity: rule.severity,
        passed: own.reduce(0) { $0 + $1.passed }, failed: own.reduce(0) { $0 + $1.failed },
        waived: own.reduce(0) { $0 + $1.waived },
        notEvaluable: own.reduce(0) { $0 + $1.notEvaluable })
    }
  }

  /// By rule, in the order of `rules.yml`, then by period.
  func ruleCounts(of periods: [Period]) throws -> [RuleCount] {
    let surveyed = Set(periods.flatMap(\.surveyPeriods))
    let lasts = Set(periods.map(\.lastSurveyPeriod))
    let all =
      ingest.ruleCounts.filter { surveyed.contains($0.period) }
      + (try lasts.flatMap { try figureRules(at: $0).counts })
    return definitions.rules.flatMap { rule in
      all.filter { $0.rule.id == rule.id }.sorted { $0.period < $1.period }
    }
  }

  /// How many units reported in the survey periods of the periods, oldest first.
  func unitCoverage(of periods: [Period]) -> [Coverage.Units] {
    Set(periods.flatMap(\.surveyPeriods)).sorted().map { period in
      let reported = ingest.unitsReported(in: period)
      let expected = definitions.register?.expectedCount(in: period)
      // A unit may owe several forms.
      let unreported = Set(ingest.unreported(in: period).map(\.unit)).count
      return Coverage.Units(
        period: period, expected: expected, reported: reported,
        missing: expected.map { reported == 0 ? $0 : unreported })
    }
  }
}

extension UnitOfMeasure {
  fileprivate var isPercentage: Bool { dimension == .percent || dimension == .percentagePoint }
}
