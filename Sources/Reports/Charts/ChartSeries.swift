// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A number of a period.
struct ChartPoint: Hashable, Sendable {
  let period: Period
  let number: ChartNumber
}

/// A course over periods.
struct ChartSeries: Hashable, Sendable {
  let name: String
  /// Oldest first; missing periods have no point.
  let points: [ChartPoint]
}

/// From which period on a definition is another, so that what lies on both sides is not the same.
struct ChartBreak: Hashable, Sendable {
  /// The first period of the new definition.
  let period: Period
  /// What changed, in a few words: 口径调整.
  let label: String
}

extension [ChartPoint] {
  /// In runs of neighbouring survey periods: a missing one ends a run, and where a year's values
  /// begin anew, so does every January.
  ///
  /// Quarters, halves and years are neighbours of their like. No run goes over a break.
  func runs(joiningYears: Bool, breaks: [ChartBreak] = []) -> [[ChartPoint]] {
    var runs: [[ChartPoint]] = []
    for point in self {
      if let last = runs.last?.last?.period, last.isFollowed(by: point.period),
        joiningYears || last.year == point.period.year,
        !breaks.contains(where: { last < $0.period && $0.period <= point.period })
      {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    return runs
  }
}

extension Period {
  /// Months since year 0, by the last month: what places a period on the axis of time.
  var monthNumber: Int { year * 12 + months.upperBound }

  fileprivate func isFollowed(by other: Period) -> Bool {
    if isSurveyPeriod, other.isSurveyPeriod { return nextSurveyPeriod == other }
    return months.count == other.months.count && other.monthNumber - monthNumber == months.count
  }
}
