// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A value on its way to a figure: an exact fraction, or why there is none.
enum Amount: Hashable, Sendable {
  case known(Ratio)
  case missing(MissingReason)

  var ratio: Ratio? {
    guard case .known(let ratio) = self else { return nil }
    return ratio
  }

  /// Combines two values; missing spreads, with the left one's reason first.
  static func combine(
    _ left: Amount, _ right: Amount, _ operation: (Ratio, Ratio) throws(ArithmeticError) -> Ratio
  ) throws(ArithmeticError) -> Amount {
    guard case .known(let leftValue) = left else { return left }
    guard case .known(let rightValue) = right else { return right }
    return .known(try operation(leftValue, rightValue))
  }

  static func + (left: Amount, right: Amount) throws(ArithmeticError) -> Amount {
    try combine(left, right) { (a, b) throws(ArithmeticError) in try a.adding(b) }
  }

  static func - (left: Amount, right: Amount) throws(ArithmeticError) -> Amount {
    try combine(left, right) { (a, b) throws(ArithmeticError) in try a.subtracting(b) }
  }

  /// The quotient in percent; `noBase` where the divisor is zero or negative, since a rate over
  /// such a base has no meaning.
  func percent(of base: Amount) throws(ArithmeticError) -> Amount {
    guard case .known(let part) = self else { return self }
    guard case .known(let whole) = base else { return base }
    guard whole > .zero else { return .missing(.noBase) }
    return .known(try part.divided(by: whole).multiplied(by: Ratio(100)))
  }
}
