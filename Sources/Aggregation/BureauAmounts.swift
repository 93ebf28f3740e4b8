// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Amounts that tables state of one area.
struct BureauAmounts: Sendable {
  let observations: [FigureName: BureauObservation]

  /// What the tables state for `name` itself, in `unit`; a quarter's, half year's or year's
  /// cumulative value stands in the table of its last month, if it has none of its own.
  func stated(
    _ name: FigureName, in unit: UnitOfMeasure
  ) throws(ArithmeticError) -> Derivation {
    var statement = observations[name]
    if statement == nil, name.basis == .ytd {
      statement = observations[name.with(period: name.period.lastSurveyPeriod)]
    }
    guard let statement else { return .missing(.notReported, unit) }
    // A table writes % also over percentage points; which of them a rate is in, its measure says.
    let isRate = name.measure != .level && statement.unit.isRate && unit.isRate
    if isRate, statement.unit != unit {
      return Derivation(.known(Ratio(statement.value)), unit, .stated(statement)).named(name)
    }
    guard statement.unit.factor(to: unit) != nil else { return .missing(.notReported, unit) }
    return try Derivation.stated(statement).converted(to: unit).named(name)
  }

  /// The level, also summed over the survey periods of a longer period where each is stated, and a
  /// month's as the difference of two cumulative ones.
  func level(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Derivation {
    let name = name.with(.level)
    let stated = try stated(name, in: indicator.unit)
    if stated.ratio != nil || name.basis == .ytd || !indicator.isAdditive { return stated }
    if name.period.isSurveyPeriod { return try month(name, of: indicator) ?? stated }
    var parts: [Derivation] = []
    for part in name.period.surveyPeriods {
      let basis: Basis = part.months == 1...2 ? .ytd : .month
      parts.append(try level(name.with(period: part).with(basis), of: indicator))
    }
    guard !parts.isEmpty else { return stated }
    return try .sum(parts, in: indicator.unit).named(name)
  }

  private func month(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Derivation? {
    guard name.period.months.lowerBound > 2 else { return nil }
    let cumulative = name.with(.ytd)
    let parts = [
      try stated(cumulative, in: indicator.unit),
      try stated(cumulative.with(period: name.period.previousSurveyPeriod), in: indicator.unit),
    ]
    let month = try Derivation.all(parts, .monthOfCumulative, indicator.unit) {
      (quantities) throws(ArithmeticError) in
      (try quantities[0].subtracting(quantities[1]).value, false)
    }
    return month.ratio == nil ? nil : month.named(name)
  }

  /// The same-period value back-cast from what is stated: level ÷ (1 + growth) (methods.md §2).
  ///
  /// Approximate by nature: both are rounded, and the level's set of units may be another one.
  func backCastReference(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Derivation {
    let level = try level(name, of: indicator)
    let growth = try stated(name.with(.yoy), in: .percent)
    return try .backCast(level: level, growth: growth).named(name.with(.level), .reference)
  }
}
