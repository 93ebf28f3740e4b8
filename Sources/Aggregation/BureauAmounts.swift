// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Amounts that a bureau's tables state.
struct BureauAmounts: Sendable {
  let observations: [FigureName: BureauObservation]

  /// What the tables state for `name` itself, in `unit`; a quarter's, half year's or year's
  /// cumulative value stands in the table of its last month.
  func stated(_ name: FigureName, in unit: UnitOfMeasure) throws(ArithmeticError) -> Amount {
    guard name.basis == .ytd || name.period.isSurveyPeriod else {
      return .missing(.notReported)
    }
    let statement = observations[name.with(period: name.period.lastSurveyPeriod)]
    guard let statement, let factor = statement.unit.factor(to: unit) else {
      return .missing(.notReported)
    }
    return .known(try Ratio(statement.value).multiplied(by: factor))
  }

  /// The level, also summed over the survey periods of a longer period where each is stated.
  func level(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Amount {
    let level = name.with(.level)
    if name.basis == .ytd || name.period.isSurveyPeriod {
      return try stated(level, in: indicator.unit)
    }
    guard indicator.isAdditive else { return .missing(.notApplicable) }
    var sum = Amount.known(.zero)
    for part in name.period.surveyPeriods {
      let basis: Basis = part.months == 1...2 ? .ytd : .month
      let partName = FigureName(
        indicator: name.indicator, sector: name.sector, basis: basis, measure: .level, period: part)
      sum = try sum + stated(partName, in: indicator.unit)
    }
    return sum
  }

  /// The same-period value back-cast from what is stated: level ÷ (1 + growth) (methods.md §2).
  ///
  /// Approximate by nature: both are rounded, and the level's set of units may be another one.
  /// Growth of −100 % or less leaves no base that could be cast back to.
  func backCastReference(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Amount {
    let level = try level(name, of: indicator)
    let growth = try stated(name.with(.yoy), in: .percent)
    if let growth = growth.ratio, growth <= Ratio(-100) { return .missing(.noBase) }
    return try Amount.combine(level, growth) { (level, growth) throws(ArithmeticError) in
      try level.multiplied(by: Ratio(100)).divided(by: growth.adding(Ratio(100)))
    }
  }
}
