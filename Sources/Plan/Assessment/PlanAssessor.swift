// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// Assesses the targets of a plan.
package struct PlanAssessor: Sendable {
  package let plan: PlanDefinition
  package let figures: Figures
  let reports: ReportIndex

  package init(_ plan: PlanDefinition, figures: Figures) {
    self.plan = plan
    self.figures = figures
    reports = ReportIndex(plan.reports)
  }

  /// - Throws: `PlanError` where the target's figure does not resolve, and for overflow.
  package func assessment(
    of target: Target, at period: Period
  ) throws(PlanError) -> TargetAssessment {
    let target = target.standing(in: period)
    let course = TargetCourse(target, plan, figures, reports, in: period.year)
    let isState = target.kind.isState
    // What was promised to be there may come late; a number is that of the deadline.
    let counted = isState ? period.lastSurveyPeriod : try course.counted(period)
    let value = try course.value(at: counted)
    let isMet = course.isMet(value, at: counted)
    let isDue = course.span.isDue(at: period)
    let judged = try value.exact.map { exact throws(PlanError) in
      try course.judged(exact, isMet: isMet, at: counted, isDue: isDue, plan.lights)
    }
    let state = isState ? value.report?.state : nil
    let light =
      isState ? Light.of(state, isMet: isMet, isDue: isDue) : judged?.light ?? Light.none
    return TargetAssessment(
      target: target, period: period, valuePeriod: counted, accrual: course.accrual, value: value,
      state: state, isMet: isMet, isDue: isDue, departments: departments(of: target),
      light: light, numbers: judged?.numbers)
  }

  /// The target's own, else those of its tasks, each once.
  func departments(of target: Target) -> [String] {
    guard target.departments.isEmpty else { return target.departments }
    let tasks = plan.tasks.filter {
      target.tasks.contains($0.number) || $0.targets.contains(target.id)
    }
    return tasks.flatMap(\.departments).reduce(into: []) { all, name in
      if !all.contains(name) { all.append(name) }
    }
  }
}

extension TargetCourse {
  /// The survey period whose value counts: the period's last, but none after the deadline; of what a
  /// whole year shows, the last year's end, unless only the running year keeps the promise.
  func counted(_ period: Period) throws(PlanError) -> Period {
    let counted = span.counted(period)
    guard accrual == .wholeYear, counted.months.upperBound < 12,
      let end = Period(year: counted.year - 1, month: 12)
    else { return counted }
    func isKept(in period: Period) throws(PlanError) -> Bool {
      try value(at: period).exact.map(target.isKept) ?? false
    }
    guard !target.hasLimit else { return end }
    return try isKept(in: end) ? end : isKept(in: counted) ? counted : end
  }

  func isMet(_ value: TargetValue, at period: Period) -> Bool? {
    if target.kind.isState, let state = value.report?.state { return state == .done }
    guard let exact = value.exact else { return nil }
    guard target.isKept(by: exact) else { return false }
    let isOpen = accrual.isOpen(at: period, span, path: target.path)
    return target.hasLimit && isOpen ? nil : true
  }

  /// What follows from a value.
  func judged(
    _ value: Ratio, isMet: Bool?, at period: Period, isDue: Bool, _ thresholds: LightThresholds
  ) throws(PlanError) -> (numbers: TargetAssessment.Numbers, light: Light) {
    let isState = target.kind.isState
    let start = isState ? nil : try start(at: period)
    let part = try partOfYear(at: period)
    let judgement = try exactly { () throws(ArithmeticError) in
      try TargetJudgement(self, value, part, from: start, at: period, isDue: isDue)
    }
    let (pace, goal) = (judgement.pace, judgement.goal)
    let isOpen = isMet != true && !isDue && !isState
    let needed = isOpen ? try needed(from: value, pace: pace, to: goal, at: period) : nil
    let arrival = isOpen ? try arrival(from: value, pace: pace, to: goal, start, at: period) : nil
    let probability = isState ? nil : try probability(at: period)
    return try exactly { () throws(ArithmeticError) in
      let numbers = TargetAssessment.Numbers(
        gap: try judgement.gap, partOfYear: part, yearPace: part.map { _ in pace },
        start: start,
        completion: try judgement.completion, expected: try judgement.expected, needed: needed,
        arrival: arrival, probability: probability)
      return (numbers, try judgement.light(isMet: isMet, thresholds))
    }
  }
}
