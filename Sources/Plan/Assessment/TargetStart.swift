// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Where a target's path begins.
package struct TargetStart: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// The plan states it.
    case plan
    /// The plan does not, and this figure was it at the year's end: of the base year, or else of the
    /// first later year before the period's that has one.
    case figure(Figure)
    /// It starts from nothing: growth, quantities over the plan's time, what departments count.
    case zero
  }

  /// In the target's unit.
  package let value: Ratio
  /// At whose end.
  package let year: Int
  package let source: Source
}

extension TargetCourse {
  /// - Returns: `nil` where nobody knows where the target started.
  func start(at period: Period) throws(PlanError) -> TargetStart? {
    let zero = TargetStart(value: .zero, year: span.startYear, source: .zero)
    switch accrual {
    case .growth, .rate, .plan: return zero
    case .stock, .year, .wholeYear: break
    }
    if let value = target.baseline?.value {
      return TargetStart(value: Ratio(value), year: span.startYear, source: .plan)
    }
    // The period's own year is left out: a better value would make its own path steeper.
    for year in span.startYear..<max(span.startYear, min(period.year, span.endYear)) {
      guard let end = Period(year: year, month: 12) else { continue }
      let value = try value(at: end, isExact: true)
      if case .figure(let figure) = value.source, let exact = value.exact {
        return TargetStart(value: exact, year: year, source: .figure(figure))
      }
    }
    return target.series == nil && target.kind == .count ? zero : nil
  }
}
