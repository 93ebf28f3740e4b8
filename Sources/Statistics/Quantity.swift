// SPDX-License-Identifier: Apache-2.0

/// An exact number with its unit of measure, and the algebra of both.
///
/// What has no meaning is refused with `ArithmeticError.incompatibleUnits`: 亿元 plus 人, the growth
/// of a percentage.
package struct Quantity: Hashable, Sendable {
  package let value: Ratio
  package let unit: UnitOfMeasure

  package init(_ value: Ratio, _ unit: UnitOfMeasure) {
    self.value = value
    self.unit = unit
  }

  /// The same amount in another unit: 1.5 亿元 is 15000 万元.
  package func converted(to other: UnitOfMeasure) throws(ArithmeticError) -> Quantity {
    guard unit != other else { return self }
    guard let factor = unit.factor(to: other) else { throw .incompatibleUnits }
    return Quantity(try value.multiplied(by: factor), other)
  }

  /// The sum, in this quantity's unit; a percentage may be raised by percentage points.
  package func adding(_ other: Quantity) throws(ArithmeticError) -> Quantity {
    if unit == .percent, other.unit == .percentagePoint {
      return Quantity(try value.adding(other.value), unit)
    }
    let other = try other.converted(to: unit)
    return Quantity(try value.adding(other.value), unit)
  }

  /// The difference, in this quantity's unit; percent minus percent is in percentage points.
  package func subtracting(_ other: Quantity) throws(ArithmeticError) -> Quantity {
    if unit == .percent, other.unit == .percentagePoint {
      return Quantity(try value.subtracting(other.value), unit)
    }
    let other = try other.converted(to: unit)
    let difference = try value.subtracting(other.value)
    return Quantity(difference, unit == .percent ? .percentagePoint : unit)
  }

  /// This quantity as a part of `whole`, in percent. Only amounts of one kind make a share, and
  /// rates make none.
  ///
  /// - Throws: `divisionByZero`, too.
  package func percent(of whole: Quantity) throws(ArithmeticError) -> Quantity {
    guard !unit.isRate, unit.dimension == whole.unit.dimension else { throw .incompatibleUnits }
    let whole = try whole.converted(to: unit)
    return Quantity(try value.divided(by: whole.value).multiplied(by: Ratio(100)), .percent)
  }

  /// Growth over `base`, in percent; that of a rate is refused.
  package func growth(over base: Quantity) throws(ArithmeticError) -> Quantity {
    guard !unit.isRate else { throw .incompatibleUnits }
    return try subtracting(base).percent(of: base)
  }

  /// The quotient: of amounts of one kind in percent, of others so much of one for each of the
  /// other (万元 ÷ 人 is 万元/人).
  package func divided(by other: Quantity) throws(ArithmeticError) -> Quantity {
    if unit.dimension == other.unit.dimension { return try percent(of: other) }
    guard let quotient = unit.per(other.unit.dimension) else { throw .incompatibleUnits }
    let other = try other.converted(to: UnitOfMeasure(other.unit.dimension))
    return Quantity(try value.divided(by: other.value), quotient)
  }
}
