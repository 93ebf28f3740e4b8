// SPDX-License-Identifier: Apache-2.0
import Statistics

// Parts of a total; one function a measure. Formulas: methods.md §3.
extension Figures {
  /// part ÷ total.
  func share(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard indicator.hasParts else { return .notApplicable }
    let whole = whole(of: name)
    let stated = try bureau.stated(name, in: .percent)
    let derived = try bureau.level(name, of: indicator)
      .percent(of: bureau.level(whole, of: indicator))
    let own = try own.amount(name, side: .current).percent(of: own.amount(whole, side: .current))
    return .preferring(stated.ratio == nil ? derived : stated, to: own)
  }

  /// The share minus the share of the same-period values.
  func shareChange(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    guard indicator.hasParts else { return .notApplicable }
    let whole = whole(of: name)
    let ownNow = try own.amount(name, side: .current)
      .percent(of: own.amount(whole, side: .current))
    let ownThen = try own.amount(name, side: .reference)
      .percent(of: own.amount(whole, side: .reference))
    let bureauNow = try bureau.level(name, of: indicator)
      .percent(of: bureau.level(whole, of: indicator))
    let bureauThen = try bureau.backCastReference(name, of: indicator)
      .percent(of: bureau.backCastReference(whole, of: indicator))
    return .preferringExact(
      own: try ownNow - ownThen, stated: try bureau.stated(name, in: .percentagePoint),
      approximate: try bureauNow - bureauThen)
  }

  /// part's increment ÷ total's increment.
  ///
  /// Negative or above 100 where parts go against each other. Where the total hardly changed it means
  /// nothing and is missing: the limit is `FigureDefinitions.leastTotalChange`.
  func contribution(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    guard indicator.hasParts else { return .notApplicable }
    let whole = whole(of: name)
    let own = try contribution(
      of: ownIncrement(name, indicator), to: ownIncrement(whole, indicator),
      base: own.amount(whole, side: .reference))
    let approximate = try contribution(
      of: backCastIncrement(name, indicator), to: backCastIncrement(whole, indicator),
      base: bureau.backCastReference(whole, of: indicator))
    return .preferringExact(
      own: own, stated: try bureau.stated(name, in: .percent), approximate: approximate)
  }

  private func contribution(
    of part: Derivation, to whole: Derivation, base: Derivation
  ) throws(ArithmeticError) -> Derivation {
    let parts = [part, whole]
    if let increment = whole.quantity, let base = base.quantity {
      if let reason = try reasonAgainst(increment, base) {
        return Derivation(.missing(reason), .percent, .formula(.percent, parts))
      }
    }
    return try .all(parts, .percent, .percent) { (quantities) throws(ArithmeticError) in
      (try quantities[0].percent(of: quantities[1]).value, false)
    }
  }

  /// Why there is no contribution to such an increment over such a base.
  private func reasonAgainst(
    _ increment: Quantity, _ base: Quantity
  ) throws(ArithmeticError) -> MissingReason? {
    guard base.value > .zero else { return .noBase }
    let growth = try increment.percent(of: base).value
    let size = growth < .zero ? try Ratio.zero.subtracting(growth) : growth
    return growth.isZero || size < definitions.leastTotalChange ? .hardlyChanged : nil
  }

  private func ownIncrement(
    _ name: FigureName, _ indicator: Indicator
  ) throws(ArithmeticError) -> Derivation {
    let current: Derivation
    if case .output(_, .comparable) = indicator.source {
      current = try own.comparableValueAdded(name, of: indicator)
    } else {
      current = try own.amount(name, side: .current)
    }
    return try current - own.amount(name, side: .reference)
  }

  private func backCastIncrement(
    _ name: FigureName, _ indicator: Indicator
  ) throws(ArithmeticError) -> Derivation {
    try bureau.level(name, of: indicator) - bureau.backCastReference(name, of: indicator)
  }

  /// part's increment ÷ total's same-period value. Those of a partition add up to the total's yoy.
  ///
  /// Where a bureau's table states the contribution and the total's growth, it follows from both without
  /// a same-period value (methods.md §3).
  func pull(_ name: FigureName, of indicator: Indicator) throws(ArithmeticError) -> Computed {
    guard indicator.hasParts else { return .notApplicable }
    let whole = whole(of: name)
    let own = try ownIncrement(name, indicator).percent(of: own.amount(whole, side: .reference))
    let approximate = try backCastIncrement(name, indicator)
      .percent(of: bureau.backCastReference(whole, of: indicator))
    let stated = try bureau.stated(name, in: .percentagePoint)
    let derived = try partOfGrowth(name, whole)
    return .preferringExact(
      own: own.asPoints, stated: stated.ratio == nil ? derived : stated,
      approximate: approximate.asPoints)
  }

  private func partOfGrowth(
    _ name: FigureName, _ whole: FigureName
  ) throws(ArithmeticError) -> Derivation {
    let parts = [
      try bureau.stated(name.with(.contribution), in: .percent),
      try bureau.stated(whole.with(.yoy), in: .percent),
    ]
    return try .all(parts, .partOfGrowth, .percentagePoint) {
      (quantities) throws(ArithmeticError) in
      let product = try quantities[0].value.multiplied(by: quantities[1].value)
      return (try product.divided(by: Ratio(100)), false)
    }
  }
}

extension Indicator {
  /// Whether a sector's amount is a part of the total's: not of a rate, nor of so much per person.
  fileprivate var hasParts: Bool {
    guard !unit.isRate, case .quotient = source else { return !unit.isRate }
    return false
  }
}

extension Derivation {
  /// A part of a growth rate is in percentage points.
  fileprivate var asPoints: Derivation {
    Derivation(value, .percentagePoint, source, isCut: isCut)
  }
}
