// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Statistics

extension Reading {
  /// The periods that a selection names.
  ///
  /// - Throws: `Stop` with status 66 where one of them has no returns.
  func periods(_ selection: PeriodSelection) throws -> [Period] {
    switch selection {
    case .latest:
      guard let newest = figures.periods.last else {
        throw Stop(.noInput, Message("no_periods"))
      }
      return [newest]
    case .single(let period):
      try requireReturns(for: period)
      return [period]
    case .range(let first, let last):
      let periods = first.surveyPeriods(through: last)
      for period in periods { try requireReturns(for: period) }
      return periods
    }
  }

  private func requireReturns(for period: Period) throws {
    guard !figures.periods.contains(period.lastSurveyPeriod) else { return }
    throw Stop(
      .noInput,
      Message(
        "no_returns_for_period",
        ["period": period.description, "available": Self.spans(of: figures.periods)]))
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

  /// The findings that matter to a release of `period`: those of its scope, and those whose
  /// period is not known.
  func findings(for period: Period) throws -> [Finding] {
    let scope = Set(scope(of: period)).union(period.surveyPeriods)
    let own = findings.filter { finding in finding.period.map(scope.contains) ?? true }
    let checks = try figures.checks(at: period.lastSurveyPeriod)
    return (own + checks + ingest.unreported(in: period.lastSurveyPeriod)).sorted()
  }
}

extension Period {
  /// January and February of its year.
  fileprivate var firstOfYear: Period { Period(year: year, month: 2) ?? self }
}
