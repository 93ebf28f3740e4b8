// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Where an exact evaluation takes its values from: one row of a table, or a period's figures.
protocol ExactValues {
  var period: Period { get }
  func value(_ variable: RuleVariable) -> Ratio?
  func figure(_ variable: FigureVariable) -> Ratio?
  func median(_ number: RuleNumber) throws(ArithmeticError) -> Ratio?
  func distance(_ current: RuleNumber, _ earlier: RuleNumber) -> Ratio?
  func text(_ field: RuleTextField) -> String?
  func flag(_ name: String) -> Bool?
  var unit: UnitCode? { get }
}

/// Evaluates an expression in fractions. `nil` is missing: of a number where a part is missing or a
/// divisor is zero, of a condition where its parts leave it open.
///
/// - Throws: where a fraction outgrows 128 bits.
struct ExactEvaluation<Values: ExactValues> {
  let values: Values

  func number(_ number: RuleNumber) throws(ArithmeticError) -> Ratio? {
    switch number {
    case .constant(let ratio): return ratio
    case .value(let variable): return values.value(variable)
    case .figure(let variable): return values.figure(variable)
    case .month: return Ratio(Int128(values.period.months.upperBound))
    case .year: return Ratio(Int128(values.period.year))
    case .median(let inner): return try values.median(inner)
    case .distance(let current, let earlier): return values.distance(current, earlier)
    case .negated(let inner):
      guard let value = try self.number(inner) else { return nil }
      return try value.negated
    case .absolute(let inner):
      guard let value = try self.number(inner) else { return nil }
      return value < .zero ? try value.negated : value
    case .rounded(let inner, let decimals):
      return try self.number(inner)?.roundedHalfUp(decimals: decimals)
    case .choice(let condition, let first, let second):
      guard let isFirst = try self.condition(condition) else { return nil }
      return try self.number(isFirst ? first : second)
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .least(let left, let right),
      .greatest(let left, let right):
      guard let first = try self.number(left), let second = try self.number(right) else {
        return nil
      }
      return try combined(number, first, second)
    }
  }

  private func combined(
    _ number: RuleNumber, _ first: Ratio, _ second: Ratio
  ) throws(ArithmeticError) -> Ratio? {
    switch number {
    case .sum: try first.adding(second)
    case .difference: try first.subtracting(second)
    case .product: try first.multiplied(by: second)
    case .quotient: second.isZero ? nil : try first.divided(by: second)
    case .least: min(first, second)
    default: max(first, second)
    }
  }

  func condition(_ condition: RuleCondition) throws(ArithmeticError) -> Bool? {
    switch condition {
    case .compared(let comparison, let left, let right):
      guard let first = try number(left), let second = try number(right) else { return nil }
      return comparison.holds(first, second)
    case .flag(let name): return values.flag(name)
    case .text(let field, let test): return values.text(field).map(test.accepts)
    case .sameText(let field, let other):
      guard let first = values.text(field), let second = values.text(other) else { return nil }
      return first == second
    case .unit(let codes): return values.unit.map(codes.contains)
    case .missingNumber(let inner): return try number(inner) == nil
    case .missingText(let field): return values.text(field) == nil
    case .missingCondition(let inner): return try self.condition(inner) == nil
    case .not(let inner): return try self.condition(inner).map { !$0 }
    case .and(let left, let right):
      let first = try self.condition(left)
      if first == false { return false }
      let second = try self.condition(right)
      return second == false ? false : (first == nil || second == nil ? nil : true)
    case .or(let left, let right):
      let first = try self.condition(left)
      if first == true { return true }
      let second = try self.condition(right)
      return second == true ? true : (first == nil || second == nil ? nil : false)
    case .choice(let test, let first, let second):
      guard let isFirst = try self.condition(test) else { return nil }
      return try self.condition(isFirst ? first : second)
    }
  }
}

extension Ratio {
  var negated: Ratio {
    get throws(ArithmeticError) { try Ratio.zero.subtracting(self) }
  }

  /// Half up on the magnitude (四舍五入); −3 decimals are thousands.
  func roundedHalfUp(decimals: Int) throws(ArithmeticError) -> Ratio {
    let power = Ratio(Int128.powerOfTen(abs(decimals)))
    let shifted = decimals < 0 ? try divided(by: power) : self
    guard let digits = ExactDecimal(shifted.rounded(decimals: max(0, decimals))) else {
      throw .overflow
    }
    let rounded = Ratio(digits)
    return decimals < 0 ? try rounded.multiplied(by: power) : rounded
  }
}
