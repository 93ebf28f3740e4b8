// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// When the present pace would arrive.
package enum Arrival: Hashable, Sendable {
  /// In this survey period; of amounts and growth of years, in this year.
  case period(Period)
  /// Values stand still or go the other way, or it would take more than thirty years.
  case never

  static let mostYears = 30
}

extension TargetCourse {
  /// The present pace is the change since the same period a year earlier, so that it has no season;
  /// without a value then, the change since the start. Growth goes on at its yearly average.
  ///
  /// - Returns: `nil` where the goal is reached, or nothing is known to go on from.
  func arrival(
    from value: Ratio, pace: Ratio, to goal: TargetGoal, _ start: TargetStart?, at period: Period
  ) throws(PlanError) -> Arrival? {
    guard !goal.isReached(by: value) else { return nil }
    switch accrual {
    case .rate: return nil
    case .growth:
      let years = span.runningYear(at: period)
      guard years > 0, let reached = try? value.asFactor, let end = try? goal.number.asFactor else {
        return nil
      }
      return arrival(from: Ratio(1), over: years, reached, to: goal.with(end), after: period.year)
    case .year: return try yearlyArrival(value, pace, goal, start, period)
    case .plan:
      let months = span.elapsedMonths(at: period)
      return try months == 0
        ? nil
        : exactly { () throws(ArithmeticError) in
          try arrival(from: value, by: value, in: months, to: goal, after: period)
        }
    case .stock, .wholeYear: return try steadyArrival(value, goal, start, period)
    }
  }

  private func steadyArrival(
    _ value: Ratio, _ goal: TargetGoal, _ start: TargetStart?, _ period: Period
  ) throws(PlanError) -> Arrival? {
    let base: (value: Ratio, months: Int)
    if let before = try self.value(at: period.yearEarlier, isExact: true).exact {
      base = (before, 12)
    } else if let start, period.endMonth > 12 * start.year + 12 {
      base = (start.value, period.endMonth - 12 * start.year - 12)
    } else {
      return nil
    }
    return try exactly { () throws(ArithmeticError) in
      try arrival(
        from: value, by: value.subtracting(base.value), in: base.months, to: goal, after: period)
    }
  }

  /// In even steps.
  private func arrival(
    from value: Ratio, by change: Ratio, in months: Int, to goal: TargetGoal, after period: Period
  ) throws(ArithmeticError) -> Arrival {
    guard goal.isUpwards ? change > .zero : change < .zero else { return .never }
    let way = try goal.number.subtracting(value).divided(by: change)
      .multiplied(by: Ratio(Int128(months)))
    guard way <= Ratio(Int128(12 * Arrival.mostYears)) else { return .never }
    let whole = Int(way.numerator / way.denominator)
    // A number that has to be exceeded is so a month after it is reached.
    let isThere = way.denominator == 1 && goal.isInclusive
    return Period(endMonth: period.endMonth + whole + (isThere ? 0 : 1)).map { .period($0) }
      ?? .never
  }

  private func yearlyArrival(
    _ value: Ratio, _ pace: Ratio, _ goal: TargetGoal, _ start: TargetStart?, _ period: Period
  ) throws(PlanError) -> Arrival? {
    if let before = try self.value(at: period.yearEarlier, isExact: true).exact, before > .zero {
      guard let factor = try? value.divided(by: before), let base = try? pace.divided(by: factor)
      else { return nil }
      return arrival(from: base, over: 1, pace, to: goal, after: period.year)
    }
    guard let start, period.year > start.year else { return nil }
    return arrival(
      from: start.value, over: period.year - start.year, pace, to: goal, after: period.year)
  }

  /// At one rate, in whole years; the running year may be the one.
  private func arrival(
    from base: Ratio, over years: Int, _ reached: Ratio, to goal: TargetGoal, after year: Int
  ) -> Arrival? {
    guard base > .zero, reached > .zero else { return nil }
    for more in 0...Arrival.mostYears {
      guard
        let path = RatePath(from: base, to: reached, elapsed: years + more, total: years)
      else { return .never }
      let isThere =
        switch (goal.isUpwards, goal.isInclusive) {
        case (true, true): path.isAtLeast(goal.number)
        case (true, false): !path.isAtMost(goal.number)
        case (false, true): path.isAtMost(goal.number)
        case (false, false): !path.isAtLeast(goal.number)
        }
      if isThere { return Period.year(year + more).map { .period($0) } ?? .never }
      // At or against the direction it never comes.
      if goal.isUpwards ? reached <= base : reached >= base { return .never }
    }
    return .never
  }
}

extension TargetGoal {
  /// The same goal at another number.
  func with(_ number: Ratio) -> TargetGoal {
    TargetGoal(number: number, isUpwards: isUpwards, isInclusive: isInclusive)
  }
}
