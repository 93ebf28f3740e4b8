// SPDX-License-Identifier: Apache-2.0
import Statistics

// Over several years, and over the months of one. Formulas: methods.md §2.
extension Figures {
  /// √((1+g₁)(1+g₂)) − 1 over the yoy of the period and of the same period a year earlier.
  func twoYearAverage(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    guard !indicator.unit.isRate else { return .notApplicable }
    let stated = try bureau.stated(name, in: .percent)
    let growth = name.with(.yoy)
    let growths = [
      try growthOfYear(growth.with(period: name.period.yearEarlier), indicator),
      try growthOfYear(growth, indicator),
    ]
    let own = try Derivation.compounded(growths, isYearly: true)
    return stated.ratio == nil ? .own(own) : .preferring(stated, to: own)
  }

  /// Π(1+gᵧ) − 1 from the year after `year` to the period's, each year's growth from January to
  /// December; the running year's is from January to the period, and provisional.
  ///
  /// The plan's "累计增长" is this one, and so is growth where no level is published (methods.md §2).
  func growth(
    _ name: FigureName, since year: Int, isYearly: Bool, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    let last = name.period.year
    // A base of many years ago is a slip, and would ask for as many figures.
    guard !indicator.unit.isRate, name.basis == .ytd, year < last, last - year <= 100 else {
      return .notApplicable
    }
    let stated = try bureau.stated(name, in: .percent)
    var growths: [Derivation] = []
    for running in (year + 1)...last {
      let period = running == last ? name.period : Period.year(running) ?? name.period
      growths.append(try growthOfYear(name.with(.yoy).with(period: period), indicator))
    }
    let own = try Derivation.compounded(growths, isYearly: isYearly)
    return stated.ratio == nil ? .own(own) : .preferring(stated, to: own)
  }

  private func growthOfYear(
    _ name: FigureName, _ indicator: Indicator
  ) throws(ArithmeticError) -> Derivation {
    try yoy(name, of: indicator).printed.named(name)
  }

  /// The mean of the months from January to the period, each of the period's own value; January and
  /// February together count twice, unless their value is a sum.
  func average(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard case .reported = indicator.source, name.basis == .ytd else { return .notApplicable }
    let stated = try bureau.stated(name, in: indicator.unit)
    var parts: [Derivation] = []
    var months: [Int] = []
    guard let first = Period(year: name.period.year, month: 2) else { return .notApplicable }
    for period in first.surveyPeriods(through: name.period.lastSurveyPeriod) {
      let isSum = indicator.isAdditive && period.months == 1...2
      let part = name.with(.level).with(period: period).with(isSum ? .ytd : .month)
      let value = try own.amount(part, side: .current)
      let table = try bureau.level(part, of: indicator)
      parts.append(table.ratio == nil ? value : table)
      months.append(period.months.count)
    }
    let weights = indicator.isAdditive ? months.map { _ in 1 } : months
    let own = try Derivation.mean(parts, weights: weights, of: months.reduce(0, +), indicator.unit)
    return stated.ratio == nil ? .own(own) : .preferring(stated, to: own)
  }

  /// The value of the period's last month: for a stock, what there was at the end.
  func end(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard !indicator.isAdditive else { return .notApplicable }
    return try level(
      name.with(.level).with(period: name.period.lastSurveyPeriod), of: indicator)
  }
}

extension Derivation {
  /// The parts, each as often as its weight, added up and divided by how many months they are of.
  fileprivate static func mean(
    _ parts: [Derivation], weights: [Int], of months: Int, _ unit: UnitOfMeasure
  ) throws(ArithmeticError) -> Derivation {
    try all(parts, .mean, unit) { (quantities) throws(ArithmeticError) in
      var sum = Ratio.zero
      for (quantity, weight) in zip(quantities, weights) {
        sum = try sum.adding(
          quantity.converted(to: unit).value.multiplied(by: Ratio(Int128(weight))))
      }
      return (try sum.divided(by: Ratio(Int128(months))), false)
    }
  }
}
