// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// A target's values over time, from its figure and from reports.
struct TargetCourse: Sendable {
  /// As it stood at the period of the assessment.
  let target: Target
  let figures: Figures
  let reports: ReportIndex
  let span: TargetSpan
  let accrual: Accrual

  init(
    _ target: Target, _ plan: PlanDefinition, _ figures: Figures, _ reports: ReportIndex,
    in year: Int
  ) {
    self.target = target
    self.figures = figures
    self.reports = reports
    let figure = target.series.flatMap { series in
      figures.periods.first.flatMap { FigureName(series: series, period: $0) }
    }
    let indicator = figures.indicators.first { $0.id == figure?.indicator }
    accrual = Accrual(target, figure: figure, indicator: indicator)
    span = TargetSpan(target, plan, in: year)
  }

  /// The value at a period: the figure's, else that of the newest report up to it.
  ///
  /// - Parameter isExact: whether only a report of the period itself counts.
  func value(at period: Period, isExact: Bool = false) throws(PlanError) -> TargetValue {
    let measured = try figureValue(at: period)
    if let measured, measured.exact != nil { return measured }
    if let report = report(upTo: period), !isExact || report.period.lastSurveyPeriod == period {
      return TargetValue(
        source: .report(report), exact: report.value.map { Ratio($0) },
        decimals: report.value?.scale ?? 0)
    }
    return TargetValue(source: .missing(measured?.figure), exact: nil, decimals: 0)
  }

  /// What was last reported. What comes again every year is of its own year only.
  private func report(upTo period: Period) -> ProgressReport? {
    let isState = target.kind.isState
    return reports.newest(of: .target(target.id), upTo: period) { report in
      (target.deadline != .recurring || report.period.year == period.year)
        && (report.value != nil || (isState && report.state != nil))
    }
  }

  /// The figure's value in the target's unit; `nil` where no figure measures the target.
  private func figureValue(at period: Period) throws(PlanError) -> TargetValue? {
    guard let series = target.series, let name = FigureName(series: series, period: period) else {
      return nil
    }
    let figure = try figure(name)
    if target.isRateOfLevel {
      return try TargetValue(figure, rate: rate(of: figure), decimals: Self.rateDecimals)
    }
    guard let exact = try sum(figure), let factor = figure.unit.factor(to: target.unit) else {
      return TargetValue(source: .missing(figure), exact: nil, decimals: 0)
    }
    let converted = try exactly { () throws(ArithmeticError) in try exact.multiplied(by: factor) }
    return TargetValue(source: .figure(figure), exact: converted, decimals: figure.decimals)
  }

  /// The figure's own value; where a year's amount measures a quantity over several years, with the
  /// years before.
  private func sum(_ figure: Figure) throws(PlanError) -> Ratio? {
    let name = figure.name
    let indicator = figures.indicators.first { $0.id == name.indicator }
    guard accrual == .plan, name.isYearlyAmount(of: indicator), var sum = figure.exact else {
      return figure.exact
    }
    for year in (span.startYear + 1)..<max(span.startYear + 1, name.period.year) {
      guard let end = Period(year: year, month: 12),
        let amount = try self.figure(name.with(period: end)).exact
      else { return nil }
      sum = try exactly { () throws(ArithmeticError) in try sum.adding(amount) }
    }
    return sum
  }

  /// A figure's exact value.
  func amount(of name: FigureName) throws(PlanError) -> Ratio? { try figure(name).exact }

  private func figure(_ name: FigureName) throws(PlanError) -> Figure {
    do { return try figures.figure(name) } catch { throw .figure(error) }
  }

  /// A calculation of the target's own numbers.
  func exactly<Value>(
    _ calculate: () throws(ArithmeticError) -> Value
  ) throws(PlanError) -> Value {
    do { return try calculate() } catch { throw .arithmetic(error, target: target.id) }
  }

  /// The survey periods up to one that may have a value, oldest first.
  func periods(upTo period: Period) -> [Period] {
    let known = figures.periods + reports.periods(of: .target(target.id))
    return Set(known.filter { $0.isSurveyPeriod && $0 <= period }).sorted()
  }
}

extension TargetSpan {
  /// From the base year to the deadline. What is not dated has the plan's end; an amount that recurs
  /// has each year by itself.
  init(_ target: Target, _ plan: PlanDefinition, in year: Int) {
    let base = target.baseline?.year ?? plan.baseYear
    switch target.deadline {
    case .year(let end): self.init(startYear: base, endYear: end)
    case .recurring where !target.kind.isState: self.init(startYear: year - 1, endYear: year)
    case .notDated, .recurring: self.init(startYear: base, endYear: plan.endYear)
    }
  }
}
