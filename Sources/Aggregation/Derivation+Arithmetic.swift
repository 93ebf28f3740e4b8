// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Missing spreads through all of these, with the first missing part's reason.
extension Derivation {
  static func - (left: Derivation, right: Derivation) throws(ArithmeticError) -> Derivation {
    try combine(.difference, left, right, unit: left.unit.difference(right.unit)) {
      (a, b) throws(ArithmeticError) in try a.subtracting(b)
    }
  }

  /// In percent; `noBase` where the whole is zero or negative, since a rate over such a base has no
  /// meaning.
  func percent(of whole: Derivation) throws(ArithmeticError) -> Derivation {
    try over(whole, .percent, .percent) { (a, b) throws(ArithmeticError) in try a.percent(of: b) }
  }

  /// In percent; `noBase` likewise.
  func growth(over base: Derivation) throws(ArithmeticError) -> Derivation {
    try over(base, .growth, .percent) { (a, b) throws(ArithmeticError) in try a.growth(over: b) }
  }

  /// In `unit`; `noBase` likewise.
  func divided(
    by other: Derivation, in unit: UnitOfMeasure
  ) throws(ArithmeticError) -> Derivation {
    try over(other, .quotient, unit) { (a, b) throws(ArithmeticError) in
      try a.divided(by: b).converted(to: unit)
    }
  }

  private func over(
    _ base: Derivation, _ formula: Formula, _ unit: UnitOfMeasure,
    _ operation: (Quantity, Quantity) throws(ArithmeticError) -> Quantity
  ) throws(ArithmeticError) -> Derivation {
    if ratio != nil, let whole = base.ratio, whole <= .zero {
      return Derivation(.missing(.noBase), unit, .formula(formula, [self, base]))
    }
    return try Self.combine(formula, self, base, unit: unit, operation)
  }

  /// The sum of parts of one unit.
  static func sum(
    _ parts: [Derivation], in unit: UnitOfMeasure
  ) throws(ArithmeticError) -> Derivation {
    try all(parts, .sum, unit) { (quantities) throws(ArithmeticError) in
      var sum = Quantity(.zero, unit)
      for quantity in quantities { sum = try sum.adding(quantity) }
      return (sum.value, false)
    }
  }

  /// The level ÷ (1 + growth): a growth of −100 % or less leaves no base (methods.md §2).
  static func backCast(
    level: Derivation, growth: Derivation
  ) throws(ArithmeticError) -> Derivation {
    if level.ratio != nil, let rate = growth.ratio, rate <= Ratio(-100) {
      return Derivation(.missing(.noBase), level.unit, .formula(.backCast, [level, growth]))
    }
    return try combine(.backCast, level, growth, unit: level.unit) {
      (level, growth) throws(ArithmeticError) in
      Quantity(
        try level.value.multiplied(by: Ratio(100)).divided(by: growth.value.adding(Ratio(100))),
        level.unit)
    }
  }

  /// Growth rates of years in a row, compounded; in percent. With `isYearly` brought back to one year.
  ///
  /// A growth below −100 % has no meaning in a product, and its root none at all.
  static func compounded(
    _ growths: [Derivation], isYearly: Bool
  ) throws(ArithmeticError) -> Derivation {
    let formula: Formula = isYearly ? .yearly : .compounded
    if growths.contains(where: { $0.ratio.map { $0 < Ratio(-100) } ?? false }) {
      return Derivation(.missing(.noBase), .percent, .formula(formula, growths))
    }
    return try all(growths, formula, .percent) { (quantities) throws(ArithmeticError) in
      var product = ExactFraction.one
      for quantity in quantities {
        product = product * (.one + ExactFraction(quantity.value) / ExactFraction(Ratio(100)))
      }
      let growth = (product - .one) * ExactFraction(Ratio(100))
      return isYearly ? try growth.yearly(quantities.count) : try growth.cut
    }
  }

  /// - Parameter calculate: of the parts' quantities, all known, the value in `unit` and whether it is
  ///   cut.
  static func all(
    _ parts: [Derivation], _ formula: Formula, _ unit: UnitOfMeasure,
    _ calculate: ([Quantity]) throws(ArithmeticError) -> (Ratio, Bool)
  ) throws(ArithmeticError) -> Derivation {
    let source = Source.formula(formula, parts)
    for part in parts {
      if case .missing(let reason) = part.value {
        return Derivation(.missing(reason), unit, source)
      }
    }
    let (value, isCut) = try calculate(parts.compactMap(\.quantity))
    return Derivation(
      .known(value), unit, source, isCut: isCut || parts.contains(where: \.isCut))
  }

  private static func combine(
    _ formula: Formula, _ left: Derivation, _ right: Derivation, unit: UnitOfMeasure,
    _ operation: (Quantity, Quantity) throws(ArithmeticError) -> Quantity
  ) throws(ArithmeticError) -> Derivation {
    try all([left, right], formula, unit) { (quantities) throws(ArithmeticError) in
      (try operation(quantities[0], quantities[1]).value, false)
    }
  }

  /// In another unit of the same dimension.
  func converted(to unit: UnitOfMeasure) throws(ArithmeticError) -> Derivation {
    guard let quantity, unit != self.unit else { return self }
    return try Derivation(
      .known(quantity.converted(to: unit).value), unit, source, isCut: isCut)
  }
}

extension UnitOfMeasure {
  /// The unit of a difference.
  fileprivate func difference(_ other: UnitOfMeasure) -> UnitOfMeasure {
    self == .percent && other == .percent ? .percentagePoint : self
  }
}
