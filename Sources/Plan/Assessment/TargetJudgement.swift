// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One value of a target held against its goal and its path.
struct TargetJudgement: Sendable {
  let target: Target
  let value: Ratio
  /// The value; of a year's amount what the year comes to at this pace. On the goal's scale.
  let pace: Ratio
  let goal: TargetGoal
  private let accrual: Accrual
  private let isDue: Bool
  private let partOfYear: Ratio
  private let scale: CompletionScale?
  private let point: PathPoint?

  init(
    _ course: TargetCourse, _ value: Ratio, _ part: PartOfYear?, from start: TargetStart?,
    at period: Period, isDue: Bool
  ) throws(ArithmeticError) {
    target = course.target
    self.value = value
    let accrual = course.accrual
    self.accrual = accrual
    self.isDue = isDue
    partOfYear = part?.value ?? Ratio(1)
    pace = try value.divided(by: partOfYear)
    let goal = TargetGoal(target, for: pace)
    self.goal = goal
    point = try course.pathPoint(to: goal, from: start, at: period)
    // The pace of time knows no start.
    scale = try CompletionScale(to: goal, from: course.path == .time ? nil : start?.value)
  }

  var gap: Ratio {
    get throws(ArithmeticError) {
      guard let upper = target.upper, value >= Ratio(target.value) else {
        return try value.subtracting(Ratio(target.value))
      }
      return value > Ratio(upper) ? try value.subtracting(Ratio(upper)) : .zero
    }
  }

  var completion: Ratio? {
    get throws(ArithmeticError) { try completion(of: pace) }
  }

  /// An upper limit on what adds up is used up, not completed.
  private func completion(of place: Ratio) throws(ArithmeticError) -> Ratio? {
    guard let scale, goal.isUpwards || accrual != .plan else { return nil }
    return try scale.completion(of: place)
  }

  var expected: TargetAssessment.Expected? {
    get throws(ArithmeticError) {
      guard let point else { return nil }
      let (whole, isCut) = try point.value()
      let expected = try whole.multiplied(by: partOfYear)
      let difference = try value.subtracting(expected)
      var points: Ratio?
      if let scale {
        points = try scale.completion(of: pace).subtracting(scale.completion(of: whole))
      }
      return TargetAssessment.Expected(
        value: expected, isCut: isCut, path: point.path, completion: try completion(of: whole),
        ahead: goal.isUpwards ? difference : try Ratio.zero.subtracting(difference),
        aheadPoints: points)
    }
  }

  func light(isMet: Bool?, _ thresholds: LightThresholds) throws(ArithmeticError) -> Light {
    if isMet == true { return .met }
    if isDue { return .red }
    guard let point else { return .none }
    return try .of(pace, expected: point, isUpwards: goal.isUpwards, scale: scale, thresholds)
  }
}

extension TargetCourse {
  /// The target's own path, else the usual one of its kind.
  var path: Target.Path? { target.path ?? target.kind.usualPath }

  /// What is expected at a period; `nil` for what is there or not, and without a start that the path
  /// needs.
  func pathPoint(
    to goal: TargetGoal, from start: TargetStart?, at period: Period
  ) throws(ArithmeticError) -> PathPoint? {
    guard let path else { return nil }
    let start = path == .time ? nil : start
    let own = TargetSpan(startYear: start?.year ?? span.startYear, endYear: span.endYear)
    return try PathPoint(
      to: goal, from: start?.value, PathPoint.Time(accrual, own, at: period), accrual: accrual,
      path: path)
  }
}
