// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// What is expected at a period on a target's path (methods.md §5); of a year's amount, of the whole
/// year.
struct PathPoint: Sendable {
  private enum Place {
    case exact(Ratio)
    /// The value of a path at one rate; for growth, one plus it is the value in hundredths.
    case rate(RatePath, isGrowth: Bool)
  }

  private let place: Place
  /// The path that it lies on; `nil` where the goal itself is expected at any time.
  let path: Target.Path?

  private init(_ place: Place, _ path: Target.Path?) {
    self.place = place
    self.path = path
  }

  /// How much of a target's time has passed: months, or the running year among the years.
  struct Time {
    let elapsed: Int
    let total: Int

    init(_ accrual: Accrual, _ span: TargetSpan, at period: Period) {
      let isOfYears = accrual == .year || accrual == .growth
      elapsed = isOfYears ? span.runningYear(at: period) : span.elapsedMonths(at: period)
      total = isOfYears ? span.years : span.months
    }

    fileprivate func part(of amount: Ratio) throws(ArithmeticError) -> Ratio {
      try amount.multiplied(by: Ratio(Int128(elapsed), over: Int128(total)))
    }
  }

  /// - Returns: `nil` without a start that the path needs.
  init?(
    to goal: TargetGoal, from start: Ratio?, _ time: Time, accrual: Accrual, path: Target.Path
  ) throws(ArithmeticError) {
    if accrual == .rate {
      self.init(.exact(goal.number), nil)
      return
    }
    if path == .time {
      // Every year's amount is held to the whole promise; what is of the months passed comes later.
      self.init(.exact(accrual == .year ? goal.number : try time.part(of: goal.number)), path)
      return
    }
    guard let start else { return nil }
    // What starts beyond its goal has only to keep it.
    if goal.isReached(by: start) || start == goal.number {
      self.init(.exact(goal.number), nil)
    } else if path == .constantRate,
      let rate = try Self.rate(from: start, to: goal.number, time, isGrowth: accrual == .growth)
    {
      self.init(.rate(rate, isGrowth: accrual == .growth), path)
    } else {
      let way = try time.part(of: goal.number.subtracting(start))
      self.init(.exact(try start.adding(way)), .linear)
    }
  }

  private static func rate(
    from start: Ratio, to goal: Ratio, _ time: Time, isGrowth: Bool
  ) throws(ArithmeticError) -> RatePath? {
    guard isGrowth else {
      return RatePath(from: start, to: goal, elapsed: time.elapsed, total: time.total)
    }
    return RatePath(
      from: Ratio(1), to: try goal.asFactor, elapsed: time.elapsed, total: time.total)
  }

  /// Cut behind 15 decimals where it has no end.
  func value() throws(ArithmeticError) -> (value: Ratio, isCut: Bool) {
    switch place {
    case .exact(let value): return (value, false)
    case .rate(let path, let isGrowth):
      let (value, isCut) = try path.value()
      return (isGrowth ? try value.asGrowth : value, isCut)
    }
  }

  /// Whether a value is at the expected one or beyond it, exactly.
  func isReached(by value: Ratio, isUpwards: Bool) throws(ArithmeticError) -> Bool {
    switch place {
    case .exact(let expected): return isUpwards ? value >= expected : value <= expected
    case .rate(let path, let isGrowth):
      let bound = isGrowth ? try value.asFactor : value
      return isUpwards ? path.isAtMost(bound) : path.isAtLeast(bound)
    }
  }
}

extension Ratio {
  /// 1 + this ÷ 100: 1.1 of a growth of 10 %.
  var asFactor: Ratio {
    get throws(ArithmeticError) { try divided(by: Ratio(100)).adding(Ratio(1)) }
  }

  /// The growth in % of a factor: 10 of 1.1.
  var asGrowth: Ratio {
    get throws(ArithmeticError) { try subtracting(Ratio(1)).multiplied(by: Ratio(100)) }
  }
}

extension Target.Kind {
  /// The path of a target that names none (methods.md §5); `nil` for what is there or not.
  package var usualPath: Target.Path? {
    switch self {
    case .level, .cumulativeGrowth, .compoundedRate: .constantRate
    case .share, .count: .linear
    case .cumulativeQuantity: .time
    case .deliverable, .milestone, .mechanism: nil
    }
  }
}
