// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// One survey period on a target's way from its start to its deadline: what a path chart draws.
package struct CoursePoint: Hashable, Sendable {
  package let period: Period
  /// What the path expects at the period's end, in the target's unit; of a year's amount from January
  /// to it. `nil` where there is no path.
  package let expected: Ratio?
  /// Whether `expected` is cut behind 15 decimals.
  package let isCut: Bool
  /// What a figure or a report of this very period says, in the target's unit. `nil` where none does,
  /// and for what comes after the period of the assessment.
  package let value: Ratio?
  /// Of a year's amount, the path at the year's end; `nil` for everything else.
  package let expectedOfYear: Ratio?
  /// Of a year's amount, what the year comes to at this pace: value ÷ part of the year.
  package let yearPace: Ratio?

  /// The same with its value kept back.
  package var withoutValue: CoursePoint {
    CoursePoint(
      period: period, expected: expected, isCut: isCut, value: nil,
      expectedOfYear: expectedOfYear, yearPace: nil)
  }
}

extension PlanAssessor {
  /// The way of a target as it is seen from a period: the promise as it stood then, the start that was
  /// known then, and no value of later.
  ///
  /// At the assessment's own value period the expected value is that of the assessment. A year that
  /// is still to come has the season of the newest whole one.
  ///
  /// - Returns: Survey periods from the end of the start's year to the deadline, oldest first. Empty
  ///   for what is there or not.
  /// - Throws: As `assessment(of:at:)`.
  package func course(
    of target: Target, at period: Period
  ) throws(PlanError) -> [CoursePoint] {
    let target = target.standing(in: period)
    guard !target.kind.isState else { return [] }
    let course = TargetCourse(target, plan, figures, reports, in: period.year)
    let counted = try course.counted(period)
    let start = try course.start(at: counted)
    let goal = try course.goal(at: counted)
    guard let first = Period(year: start?.year ?? course.span.startYear, month: 12),
      let last = Period(year: course.span.endYear, month: 12)
    else { return [] }
    var points: [CoursePoint] = []
    for place in first.surveyPeriods(through: last) {
      points.append(try course.point(at: place, seenFrom: period, to: goal, from: start))
    }
    return points
  }
}

extension TargetCourse {
  /// What the value at a period has to come to; without a value, of a range its lower end.
  func goal(at period: Period) throws(PlanError) -> TargetGoal {
    guard let value = try value(at: period).exact else { return TargetGoal(target, for: nil) }
    let part = try partOfYear(at: period)?.value ?? Ratio(1)
    return try exactly { () throws(ArithmeticError) in
      TargetGoal(target, for: try value.divided(by: part))
    }
  }

  fileprivate func point(
    at place: Period, seenFrom period: Period, to goal: TargetGoal, from start: TargetStart?
  ) throws(PlanError) -> CoursePoint {
    let part = try partOfYear(at: place, seenFrom: period)?.value
    let value = try shown(at: place, seenFrom: period)
    return try exactly { () throws(ArithmeticError) in
      let whole = try pathPoint(to: goal, from: start, at: place)?.value()
      let expected = try whole.map { whole throws(ArithmeticError) in
        try whole.value.multiplied(by: part ?? Ratio(1))
      }
      return CoursePoint(
        period: place, expected: expected, isCut: whole?.isCut ?? false, value: value,
        expectedOfYear: part.flatMap { _ in whole?.value },
        yearPace: try value.flatMap { value throws(ArithmeticError) in
          try part.map { part throws(ArithmeticError) in try value.divided(by: part) }
        })
    }
  }

  /// Of what a whole year shows, only a year's end says something, unless the running year keeps the
  /// promise already.
  private func shown(at place: Period, seenFrom period: Period) throws(PlanError) -> Ratio? {
    guard place <= period.lastSurveyPeriod else { return nil }
    if accrual == .wholeYear, try counted(place) != place { return nil }
    return try value(at: place, isExact: true).exact
  }

  /// As `partOfYear(at:)`, but for a time whose last year is not over at the period, the season of the
  /// newest year that is.
  private func partOfYear(
    at place: Period, seenFrom period: Period
  ) throws(PlanError) -> PartOfYear? {
    let over = period.months.upperBound == 12 ? period.year : period.year - 1
    guard place.year - 1 > over, let known = Period(year: over + 1, month: place.months.upperBound)
    else { return try partOfYear(at: place) }
    return try partOfYear(at: known)
  }
}
