// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Statistics

extension Reading {
  /// The periods that a selection names; whether they have returns is `requireReturns(for:)`'s.
  ///
  /// The newest period counts also where all its rows were rejected: else a damaged file would
  /// pass for the month before.
  func periods(_ selection: PeriodSelection) throws -> [Period] {
    switch selection {
    case .latest:
      let rejected = errorsOfReturns.compactMap(\.period)
      guard let newest = (figures.returnPeriods + rejected).max() else { return [] }
      return [newest]
    case .single(let period): return [period]
    case .range(let first, let last): return first.surveyPeriods(through: last)
    }
  }

  /// - Throws: `Stop` with status 66 where one of the periods has no returns, or there is none.
  ///
  /// - Parameter namingUnits: say also which units should have reported.
  func requireReturns(for periods: [Period], namingUnits: Bool = false) throws {
    if periods.isEmpty { throw Stop(.noInput, Message("no_periods")) }
    for period in periods where !figures.periods.contains(period.lastSurveyPeriod) {
      let units = namingUnits ? definitions.register : nil
      throw Self.noReturns(
        for: period.description, of: figures,
        units?.missingUnits(in: period.lastSurveyPeriod, catalogue) ?? [:])
    }
  }

  /// - Parameters:
  ///   - period: a period or a span of them.
  ///   - units: which should have reported, in words.
  static func noReturns(
    for period: String, of figures: Figures, _ units: [String: String] = [:]
  ) -> Stop {
    let words = ["period": period, "available": spans(of: figures.periods)]
    return Stop(.noInput, Message("no_returns_for_period", words.merging(units) { $1 }))
  }

  /// `2020-01..02 … 2022-12`, with the holes shown.
  private static func spans(of periods: [Period]) -> String {
    var spans: [(first: Period, last: Period)] = []
    for period in periods {
      if let last = spans.last?.last, last.nextSurveyPeriod == period {
        spans[spans.count - 1].last = period
      } else {
        spans.append((period, period))
      }
    }
    return spans.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)...\($0.last)" }
      .joined(separator: ", ")
  }

  /// The survey periods that a release of `period` rests on: its own, and those that its chart
  /// goes back to, from January–February of the year before.
  func scope(of period: Period) -> [Period] {
    let beginning = period.yearEarlier.firstOfYear
    return figures.periods.filter { $0 >= beginning && $0 <= period.lastSurveyPeriod }
  }

  /// The findings that matter to a release of `period`: those of its scope, those of progress reports
  /// up to it, and those whose period is not known.
  func findings(for period: Period) throws -> [Finding] {
    let scope = Set(scope(of: period)).union(period.surveyPeriods)
    let own = findings.filter { finding in
      guard let place = finding.period else { return true }
      // The newest report of a target may be an old one.
      return ProgressFiles.hold(finding)
        ? place <= period.lastSurveyPeriod : scope.contains(place)
    }
    return (own + (try derivedFindings(at: period.lastSurveyPeriod))).sorted()
  }

  /// The findings that matter to any of the periods, each once. Without a period: those without one.
  func relevantFindings(for periods: [Period]) throws -> [Finding] {
    let unplaced = findings.filter { $0.period == nil }
    return Set(try periods.flatMap { try findings(for: $0) } + unplaced).sorted()
  }

  /// What shows only in a survey period's figures and units as a whole. Nothing while the period's
  /// own rows have errors: sums that miss a rejected row would only echo them.
  func derivedFindings(at period: Period) throws -> [Finding] {
    guard !hasErrors(around: period) else { return [] }
    return try figures.checks(at: period) + ingest.unreported(in: period)
      + figureRules(at: period).findings
  }

  /// Whether rows of the survey period, or of the one before, were rejected, so that its figures
  /// may miss some.
  func hasErrors(around period: Period) -> Bool {
    let affected = [nil, period, period.previousSurveyPeriod]
    return errorsOfReturns.contains { affected.contains($0.period) }
  }

  /// Without those of progress reports, which say nothing of a period's figures.
  private var errorsOfReturns: [Finding] {
    findings.filter { $0.severity == .error && !ProgressFiles.hold($0) }
  }
}

extension Period {
  /// January and February of its year.
  fileprivate var firstOfYear: Period { Period(year: year, month: 2) ?? self }
}
