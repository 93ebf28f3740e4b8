// SPDX-License-Identifier: Apache-2.0
import BigInt
import Statistics

/// A fraction of any size, for the few formulas whose exact result does not fit 128 bits: compounded
/// growth, roots, and sums of amounts at many different prices.
package struct ExactFraction: Hashable, Sendable {
  let numerator: BigInt
  /// Above zero.
  let denominator: BigInt

  package init(_ ratio: Ratio) {
    numerator = BigInt(ratio.numerator)
    denominator = BigInt(ratio.denominator)
  }

  init(_ numerator: BigInt, _ denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  package static let zero = ExactFraction(Ratio.zero)
  package static let one = ExactFraction(Ratio(1))

  package var isPositive: Bool { numerator > 0 }
  package var isNegative: Bool { numerator < 0 }

  package static func + (left: Self, right: Self) -> Self {
    Self(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  package static func - (left: Self, right: Self) -> Self {
    left + Self(-right.numerator, right.denominator)
  }

  package static func * (left: Self, right: Self) -> Self {
    Self(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// - Precondition: `right` is not zero.
  package static func / (left: Self, right: Self) -> Self {
    let sign: BigInt = right.numerator < 0 ? -1 : 1
    return Self(
      left.numerator * right.denominator * sign, left.denominator * right.numerator.magnitudeAsInt)
  }
}

extension BigInt {
  fileprivate var magnitudeAsInt: BigInt { BigInt(magnitude) }
}

// MARK: - The way back to a ratio

extension ExactFraction {
  /// Decimals that a value without an end keeps.
  static let decimals = 15

  /// The same value; where it does not fit 128 bits, cut behind 15 decimals.
  ///
  /// Cutting is towards zero, so the printed digits are those of the exact value: a value that is
  /// cut lies on the same side of every number with fewer decimals, and on such a number only where
  /// it is exact or above it.
  var cut: (value: Ratio, isCut: Bool) {
    get throws(ArithmeticError) {
      if let top = Int128(exactly: numerator), let bottom = Int128(exactly: denominator),
        top != .min
      {
        return (try Ratio(top, over: bottom), false)
      }
      return (try Self.ratio(numerator * Self.scale / denominator), true)
    }
  }

  /// The n-th root of 1 + this ÷ 100, minus 1, in percent: the yearly growth that comes to this
  /// growth in n years. Cut towards zero behind 15 decimals, unless it has fewer.
  ///
  /// - Precondition: this is at least −100, and `years` above zero.
  func yearly(_ years: Int) throws(ArithmeticError) -> (value: Ratio, isCut: Bool) {
    // 1 + this ÷ 100 = top ÷ bottom, and the root times 10^17 is the root of top × 10^(17n) ÷ bottom.
    let top = (numerator + 100 * denominator).magnitude
    let bottom = (100 * denominator).magnitude
    let factor = BigUInt(10).power(Self.decimals + 2)
    let (radicand, rest) = (top * factor.power(years)).quotientAndRemainder(dividingBy: bottom)
    var root = Self.floorRoot(radicand, years)
    let isExact = rest == 0 && root.power(years) == radicand
    // A growth below zero is cut towards zero too, which is upwards.
    if !isExact, root < factor { root += 1 }
    let growth = BigInt(root) - BigInt(factor)
    return (try Self.ratio(growth), !isExact)
  }

  private static let scale = BigInt(10).power(decimals)

  private static func ratio(_ scaled: BigInt) throws(ArithmeticError) -> Ratio {
    guard let value = Int128(exactly: scaled), value != .min else { throw .overflow }
    return try Ratio(value, over: Int128.powerOfTen(decimals))
  }
}

// MARK: - Powers and roots

extension ExactFraction {
  /// - Precondition: `exponent` is not negative.
  func power(_ exponent: Int) -> ExactFraction {
    ExactFraction(numerator.power(exponent), denominator.power(exponent))
  }

  /// The n-th root, cut behind 15 decimals unless it has fewer.
  ///
  /// - Precondition: this is not negative, and `degree` above zero.
  func root(_ degree: Int) throws(ArithmeticError) -> (value: Ratio, isCut: Bool) {
    let (scaled, rest) = (numerator.magnitude * Self.scale.magnitude.power(degree))
      .quotientAndRemainder(dividingBy: denominator.magnitude)
    let root = Self.floorRoot(scaled, degree)
    return (try Self.ratio(BigInt(root)), rest != 0 || root.power(degree) != scaled)
  }

  /// The largest whole number whose power is not above `number`, by Newton's method from above.
  ///
  /// It starts from the root of the number's first half, so that a high degree takes few steps.
  private static func floorRoot(_ number: BigUInt, _ degree: Int) -> BigUInt {
    guard degree > 1, number > 1 else { return number }
    let bits = number.bitWidth / degree
    var root = BigUInt(1) << (bits + 1)
    if bits > 16 {
      root = (floorRoot(number >> (bits / 2 * degree), degree) + 1) << (bits / 2)
    }
    while true {
      let next =
        (root * BigUInt(degree - 1) + number / root.power(degree - 1)) / BigUInt(degree)
      if next >= root { return root }
      root = next
    }
  }
}

extension ExactFraction: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}
