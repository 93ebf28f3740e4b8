// SPDX-License-Identifier: Apache-2.0
import Statistics

// One function a measure. Formulas: methods.md §2 and §3.
extension Figures {
  /// The amount itself.
  func level(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    .preferring(
      try bureau.level(name, of: indicator), to: try own.amount(name, side: .current))
  }

  /// current ÷ same-period value − 1, over the set of units that report this year.
  func yoy(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard !indicator.isRate else { return .notApplicable }
    return .preferring(try bureau.stated(name, in: .percent), to: try ownYoy(name))
  }

  private func ownYoy(_ name: FigureName) throws(ArithmeticError) -> Amount {
    let current = try own.amount(name, side: .current)
    let reference = try own.amount(name, side: .reference)
    return try (current - reference).percent(of: reference)
  }

  /// This survey period's yoy minus the previous one's of the same year, both of one origin; a
  /// bureau's own statement of it goes before.
  func yoyChange(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard name.period.isSurveyPeriod, name.period.months.lowerBound > 1, !indicator.isRate else {
      return .notApplicable
    }
    let growth = name.with(.yoy)
    let before = growth.with(period: name.period.previousSurveyPeriod)
    let own = try ownYoy(growth) - ownYoy(before)
    let derived = try bureau.stated(growth, in: .percent) - bureau.stated(before, in: .percent)
    let stated = try bureau.stated(name, in: .percentagePoint)
    return .preferring(stated.ratio == nil ? derived : stated, to: own)
  }

  /// part ÷ total.
  func share(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard !indicator.isRate else { return .notApplicable }
    let stated = try bureau.stated(name, in: .percent)
    let total = name.with(sector: Figures.total)
    let derived = try bureau.level(name, of: indicator)
      .percent(of: bureau.level(total, of: indicator))
    let own = try own.amount(name, side: .current).percent(of: own.amount(total, side: .current))
    return .preferring(stated.ratio == nil ? derived : stated, to: own)
  }

  /// The share minus the share of the same-period values.
  func shareChange(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    guard !indicator.isRate else { return .notApplicable }
    let total = name.with(sector: Figures.total)
    let ownNow = try own.amount(name, side: .current)
      .percent(of: own.amount(total, side: .current))
    let ownThen = try own.amount(name, side: .reference)
      .percent(of: own.amount(total, side: .reference))
    let ownChange = try ownNow - ownThen
    let bureauNow = try bureau.level(name, of: indicator)
      .percent(of: bureau.level(total, of: indicator))
    let bureauThen = try bureau.backCastReference(name, of: indicator)
      .percent(of: bureau.backCastReference(total, of: indicator))
    return .preferringExact(
      own: ownChange, stated: try bureau.stated(name, in: .percentagePoint),
      approximate: try bureauNow - bureauThen)
  }

  /// part's increment ÷ total's same-period value.
  func pull(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard !indicator.isRate else { return .notApplicable }
    let total = name.with(sector: Figures.total)
    let ownIncrement = try own.amount(name, side: .current) - own.amount(name, side: .reference)
    let ownPull = try ownIncrement.percent(of: own.amount(total, side: .reference))
    let increment =
      try bureau.level(name, of: indicator) - bureau.backCastReference(name, of: indicator)
    return .preferringExact(
      own: ownPull, stated: try bureau.stated(name, in: .percentagePoint),
      approximate: try increment.percent(of: bureau.backCastReference(total, of: indicator)))
  }
}

extension Computed {
  static var notApplicable: Computed {
    Computed(printed: .missing(.notApplicable), origin: .returns)
  }

  /// A bureau's own statement first, then the exact own value, then the back-cast one.
  static func preferringExact(own: Amount, stated: Amount, approximate: Amount) -> Computed {
    if stated.ratio != nil { return .preferring(stated, to: own) }
    if own.ratio != nil || approximate.ratio == nil {
      return Computed(printed: own, origin: .returns)
    }
    return Computed(printed: approximate, origin: .bureau, isApproximate: true)
  }
}

extension Indicator {
  /// A rate or a percentage: its growth and its share mean nothing (design.md §5).
  fileprivate var isRate: Bool {
    unit.dimension == .percent || unit.dimension == .percentagePoint
  }
}
