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
    let counted = isState ? period.lastSurveyPeriod : course.span.counted(period)
    let value = try course.value(at: counted)
    let isMet = course.isMet(value, at: counted)
    let isDue = course.span.isDue(at: period)
    let judged = try value.exact.map { exact throws(PlanError) in
      try course.judged(exact, isMet: isMet, at: counted, plan.lights)
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
  func isMet(_ value: TargetValue, at period: Period) -> Bool? {
    if target.kind.isState, let state = value.report?.state { return state == .done }
    guard let exact = value.exact else { return nil }
    guard target.isKept(by: exact) else { return false }
    let isOpen = accrual.isOpen(at: period, span, path: target.path)
    return target.hasLimit && isOpen ? nil : true
  }

  /// What follows from a value.
  func judged(
    _ value: Ratio, isMet: Bool?, at period: Period, _ thresholds: LightThresholds
  ) throws(PlanError) -> (numbers: TargetAssessment.Numbers, light: Light) {
    let isState = target.kind.isState
    let start = isState ? nil : try start(at: period)
    let judgement = try exactly { () throws(ArithmeticError) in
      try TargetJudgement(self, value, from: start, at: period)
    }
    let (pace, goal) = (judgement.pace, judgement.goal)
    let isOpen = isMet != true && !span.isDue(at: period) && !isState
    let needed = isOpen ? try needed(from: value, pace: pace, to: goal, at: period) : nil
    let arrival = isOpen ? try arrival(from: value, pace: pace, to: goal, start, at: period) : nil
    let probability = isState ? nil : try probability(at: period)
    return try exactly { () throws(ArithmeticError) in
      let numbers = TargetAssessment.Numbers(
        gap: try judgement.gap, yearPace: accrual == .year ? pace : nil, start: start,
        completion: try judgement.completion, expected: try judgement.expected, needed: needed,
        arrival: arrival, probability: probability)
      return (numbers, try judgement.light(isMet: isMet, thresholds))
    }
  }
}
