// SPDX-License-Identifier: Apache-2.0
import Statistics

// Levels and their growth; one function a measure. Formulas: methods.md §2.
extension Figures {
  /// The amount itself.
  func level(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    let own = try own.amount(name, side: .current)
    let stated = try bureau.level(name, of: indicator)
    if stated.ratio != nil { return .preferring(stated, to: own) }
    // A quotient of what tables state is the bureau's, where the returns have none.
    if own.ratio == nil, let quotient = try statedQuotient(name, of: indicator) {
      return Computed(printed: quotient, origin: .bureau)
    }
    return Computed(printed: own, origin: .returns)
  }

  private func statedQuotient(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Derivation? {
    guard case .quotient(let top, let bottom) = indicator.source else { return nil }
    func stated(_ operand: Indicator.Operand) throws(ArithmeticError) -> Derivation? {
      guard let other = definitions.indicator(operand.indicator) else { return nil }
      let own = name.with(indicator: operand.indicator)
      let level = try bureau.level(operand.basis.map { own.with($0) } ?? own, of: other)
      return level.ratio == nil ? nil : level
    }
    guard let upper = try stated(top), let lower = try stated(bottom) else { return nil }
    return try upper.divided(by: lower, in: indicator.unit)
  }

  /// current ÷ same-period value − 1, over the set of units that report this year.
  func yoy(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard !indicator.unit.isRate else { return .notApplicable }
    return .preferring(
      try bureau.stated(name.with(.yoy), in: .percent), to: try ownYoy(name, of: indicator))
  }

  /// Of value added that is computed from output, the growth that the indicator's definition names.
  func ownYoy(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Derivation {
    if case .output(_, .comparable) = indicator.source {
      return try own.comparableValueAdded(name, of: indicator)
        .growth(over: own.amount(name, side: .reference)).named(name.with(.yoy))
    }
    return try own.amount(name, side: .current).growth(over: own.amount(name, side: .reference))
      .named(name.with(.yoy))
  }

  /// The plain ratio at current prices, beside the deflated one.
  func yoyNominal(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard case .output = indicator.source else { return .notApplicable }
    return .own(
      try own.amount(name, side: .current).growth(over: own.amount(name, side: .reference)))
  }

  /// Σ comparable value added ÷ Σ same-period value added − 1.
  func yoyComparable(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    guard case .output = indicator.source else { return .notApplicable }
    return .own(
      try own.comparableValueAdded(name, of: indicator)
        .growth(over: own.amount(name, side: .reference)))
  }

  /// This survey period's yoy minus the previous one's of the same year, both of one origin; a
  /// bureau's own statement of it goes before.
  func yoyChange(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard name.period.isSurveyPeriod, name.period.months.lowerBound > 1, !indicator.unit.isRate
    else { return .notApplicable }
    let growth = name.with(.yoy)
    let before = growth.with(period: name.period.previousSurveyPeriod)
    let own = try ownYoy(growth, of: indicator) - ownYoy(before, of: indicator)
    let derived = try bureau.stated(growth, in: .percent) - bureau.stated(before, in: .percent)
    let stated = try bureau.stated(name, in: .percentagePoint)
    return .preferring(stated.ratio == nil ? derived : stated, to: own)
  }

  /// This month over the last one. January and February are one period, which no month compares
  /// with; a cumulative value grows with every month, so there is none for it.
  func mom(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard name.basis == .month, !indicator.unit.isRate, name.period.isSurveyPeriod,
      name.period.months.lowerBound > 3
        || (name.period.months.lowerBound > 2 && !indicator.isAdditive)
    else { return .notApplicable }
    let before = name.with(period: name.period.previousSurveyPeriod)
    let derived = try bureau.level(name, of: indicator)
      .growth(over: bureau.level(before, of: indicator))
    let stated = try bureau.stated(name, in: .percent)
    let own = try own.amount(name, side: .current).growth(over: own.amount(before, side: .current))
    return .preferring(stated.ratio == nil ? derived : stated, to: own)
  }

  /// The increment on the same-period value; of a percentage, in points.
  func change(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    let unit = Measure.change.unit(of: indicator)
    let current = try own.amount(name, side: .current)
    let exact = try current - own.amount(name, side: .reference)
    let stated = try bureau.stated(name, in: unit)
    guard !indicator.unit.isRate else { return .preferring(stated, to: exact) }
    let level = try bureau.level(name, of: indicator)
    let approximate = try level - bureau.backCastReference(name, of: indicator)
    return .preferringExact(own: exact, stated: stated, approximate: approximate)
  }

  /// The growth's difference to a wider area's; of a percentage, the levels' difference.
  func gap(
    _ name: FigureName, to area: String, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    let measure: Measure = indicator.unit.isRate ? .level : .yoy
    let own = try indicator.unit.isRate ? level(name, of: indicator) : yoy(name, of: indicator)
    let other = others[area] ?? BureauAmounts(observations: [:])
    let unit = measure.unit(of: indicator)
    let theirs = try other.stated(name.with(measure), in: unit)
    let difference = try own.printed.converted(to: unit).named(name.with(measure)) - theirs
    return Computed(printed: difference, origin: own.origin)
  }
}
