// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension Target {
  /// Whether it is growth a year of a level from the baseline on, measured by that level (年均增速,
  /// methods.md §2), and not by growth rates that were published.
  var isRateOfLevel: Bool {
    guard kind == .compoundedRate, let series else { return false }
    return series.split(separator: ".").last.map(String.init) == Measure.level.rawValue
  }
}

extension TargetValue {
  init(_ figure: Figure, rate: Ratio?, decimals: Int) {
    self.init(
      source: rate == nil ? .missing(figure) : .figure(figure), exact: rate,
      decimals: rate == nil ? 0 : decimals)
  }
}

extension TargetCourse {
  /// Growth is printed with one (methods.md §4).
  static let rateDecimals = 1

  /// (level ÷ baseline)^(1/years) − 1 in %, the running year at its pace and counted as a whole. Cut
  /// behind 15 decimals of the factor where the root has no end.
  ///
  /// - Parameter figure: the level.
  /// - Returns: `nil` where the level is missing, before the first year after the baseline, and where one
  ///   of both is not above zero.
  func rate(of figure: Figure) throws(PlanError) -> Ratio? {
    let period = figure.name.period
    let years = period.year - span.startYear
    guard let level = figure.exact, let base = target.baseline?.value, base > .zero, years > 0
    else {
      return nil
    }
    let part = try partOfYear(figure.name)
    return try exactly { () throws(ArithmeticError) in
      let factor = try level.divided(by: part).divided(by: Ratio(base))
      return try RatePath(from: Ratio(1), to: factor, elapsed: 1, total: years)?.value().value
        .asGrowth
    }
  }

  /// How much of a year's level has to be there by the period; 1 for what does not add up over months.
  private func partOfYear(_ name: FigureName) throws(PlanError) -> Ratio {
    let indicator = figures.indicators.first { $0.id == name.indicator }
    guard name.isYearlyAmount(of: indicator) else { return Ratio(1) }
    return try partOfYear(at: name.period) { period throws(PlanError) in
      try amount(of: name.with(period: period))
    }.value
  }
}
