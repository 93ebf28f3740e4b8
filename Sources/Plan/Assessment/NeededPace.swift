// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// What a target still needs from a period on to arrive at its deadline. Just so much brings it to
/// the promised number; where that has to be exceeded, a little more.
///
/// Negative where values have to fall.
package struct NeededPace: Hashable, Sendable {
  /// In `Target.gapUnit`: for a year's amount in its last year, what each remaining month has to
  /// bring. `nil` where months say nothing, as for growth over years.
  package private(set) var perMonth: Ratio?
  /// In `Target.gapUnit`; `nil` likewise.
  package private(set) var perYear: Ratio?
  /// Growth a year in %; for a growth target in its last year, the growth of that year. `nil` for
  /// shares and counts, and where it does not fit any number.
  package private(set) var growth: Ratio?

  package var isNothing: Bool { perMonth == nil && perYear == nil && growth == nil }

  /// In even steps; for an amount also at one rate.
  init(
    from value: Ratio, to goal: Ratio, months: Int, isAmount: Bool
  ) throws(ArithmeticError) {
    let way = try goal.subtracting(value)
    perMonth = try way.divided(by: Ratio(Int128(months)))
    perYear = try way.multiplied(by: Ratio(12)).divided(by: Ratio(Int128(months)))
    growth = isAmount ? Self.growth(from: value, to: goal, 12, of: months) : nil
  }

  /// Of a year's amount.
  ///
  /// - Parameters:
  ///   - value: from January to the period.
  ///   - pace: what the year comes to at this pace.
  init(
    ofYear value: Ratio, pace: Ratio, to goal: Ratio, years: Int, months: Int
  ) throws(ArithmeticError) {
    guard years > 0 else {
      perMonth = try goal.subtracting(value).divided(by: Ratio(Int128(months)))
      return
    }
    perYear = try goal.subtracting(pace).divided(by: Ratio(Int128(years)))
    growth = Self.growth(from: pace, to: goal, 1, of: years)
  }

  /// Of growth over years.
  ///
  /// - Parameters:
  ///   - reached: what the years so far have come to, in %, the running one counted as a whole.
  ///   - goal: what all years have to come to, in %.
  ///   - years: those that remain.
  init(fromGrowth reached: Ratio, to goal: Ratio, years: Int) {
    guard let base = try? reached.asFactor, let end = try? goal.asFactor else { return }
    growth = Self.growth(from: base, to: end, 1, of: years)
  }

  private static func growth(from base: Ratio, to goal: Ratio, _ part: Int, of total: Int) -> Ratio?
  {
    guard base > .zero, let factor = try? goal.divided(by: base),
      let path = RatePath(from: Ratio(1), to: factor, elapsed: part, total: total)
    else { return nil }
    return try? path.value().value.asGrowth
  }
}

extension TargetCourse {
  /// - Parameter pace: the value, of a year's amount at the year's pace.
  func needed(
    from value: Ratio, pace: Ratio, to goal: TargetGoal, at period: Period
  ) throws(PlanError) -> NeededPace? {
    let months = span.remainingMonths(at: period)
    let years = span.years - span.runningYear(at: period)
    // A year that goes on as it does needs nothing more; its last months still have to come.
    guard months > 0, !goal.isReached(by: years > 0 ? pace : value) else { return nil }
    let needed: NeededPace?
    switch accrual {
    case .stock, .wholeYear, .plan:
      needed = try exactly { () throws(ArithmeticError) in
        try NeededPace(
          from: value, to: goal.number, months: months,
          isAmount: accrual == .stock && target.kind == .level)
      }
    case .year:
      needed = try exactly { () throws(ArithmeticError) in
        try NeededPace(
          ofYear: value, pace: pace, to: goal.number, years: years, months: months)
      }
    case .growth, .rate: needed = try neededGrowth(from: value, to: goal.number, at: period)
    }
    return needed.flatMap { $0.isNothing ? nil : $0 }
  }

  private func neededGrowth(
    from value: Ratio, to goal: Ratio, at period: Period
  ) throws(PlanError) -> NeededPace? {
    let running = span.runningYear(at: period)
    guard running > 0 else { return nil }
    let end = accrual == .rate ? compounded(goal, years: span.years) : goal
    var base = accrual == .rate ? compounded(value, years: running) : value
    let years = span.years - running
    if years == 0 { base = try growthBefore(period.year) }
    guard let base, let end else { return nil }
    return NeededPace(fromGrowth: base, to: end, years: max(years, 1))
  }

  /// What the years before one have come to; nothing before the first.
  private func growthBefore(_ year: Int) throws(PlanError) -> Ratio? {
    let years = year - 1 - span.startYear
    guard years > 0 else { return .zero }
    guard let end = Period(year: year - 1, month: 12),
      let before = try value(at: end, isExact: true).exact
    else { return nil }
    return accrual == .rate ? compounded(before, years: years) : before
  }

  /// A yearly growth over years, in %; `nil` where it does not fit.
  private func compounded(_ growth: Ratio, years: Int) -> Ratio? {
    guard let factor = try? growth.asFactor,
      let path = RatePath(from: Ratio(1), to: factor, elapsed: years, total: 1)
    else { return nil }
    return try? path.value().value.asGrowth
  }
}
