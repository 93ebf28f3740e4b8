// SPDX-License-Identifier: Apache-2.0

/// An exact fraction in lowest terms with a positive denominator.
///
/// Every figure stays one until it is printed, so that it is rounded once (methods.md §4).
/// Arithmetic throws `ArithmeticError.overflow` where 128 bits do not suffice; comparison never does.
package struct Ratio: Hashable, Sendable {
  /// Never `Int128.min`, so that it can always be negated.
  package let numerator: Int128
  package let denominator: Int128

  package static let zero = Ratio(0)

  /// - Precondition: not `Int128.min`.
  package init(_ integer: Int128) {
    precondition(integer != .min, "a ratio's magnitude fits 127 bits")
    numerator = integer
    denominator = 1
  }

  package init(_ decimal: ExactDecimal) {
    let reduced = try? Ratio(decimal.coefficient, over: Int128.powerOfTen(decimal.scale))
    // The denominator is a power of ten up to 10^38 and never zero: reducing cannot fail.
    self = reduced ?? .zero
  }

  package init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticError) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .overflow }
    let divisor = Ratio.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  package var isZero: Bool { numerator == 0 }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : a
  }
}

// MARK: - Arithmetic

extension Ratio {
  package func adding(_ other: Ratio) throws(ArithmeticError) -> Ratio {
    let shared = Int128(
      Ratio.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let left = try exactly(numerator.multipliedReportingOverflow(by: other.denominator / shared))
    let right = try exactly(other.numerator.multipliedReportingOverflow(by: denominator / shared))
    let sum = try exactly(left.addingReportingOverflow(right))
    let common = try exactly(
      denominator.multipliedReportingOverflow(by: other.denominator / shared))
    return try Ratio(sum, over: common)
  }

  package func subtracting(_ other: Ratio) throws(ArithmeticError) -> Ratio {
    try adding(Ratio(uncheckedNumerator: -other.numerator, denominator: other.denominator))
  }

  package func multiplied(by other: Ratio) throws(ArithmeticError) -> Ratio {
    // Reduced crosswise first, so that only a result that truly does not fit overflows.
    let first = try Ratio(numerator, over: other.denominator)
    let second = try Ratio(other.numerator, over: denominator)
    return Ratio(
      uncheckedNumerator: try exactly(
        first.numerator.multipliedReportingOverflow(by: second.numerator)),
      denominator: try exactly(
        first.denominator.multipliedReportingOverflow(by: second.denominator)))
  }

  package func divided(by other: Ratio) throws(ArithmeticError) -> Ratio {
    guard !other.isZero else { throw .divisionByZero }
    return try multiplied(by: Ratio(other.denominator, over: other.numerator))
  }

  private init(uncheckedNumerator: Int128, denominator: Int128) {
    self.numerator = uncheckedNumerator
    self.denominator = denominator
  }
}

private func exactly(
  _ result: (partialValue: Int128, overflow: Bool)
) throws(ArithmeticError) -> Int128 {
  if result.overflow || result.partialValue == .min { throw .overflow }
  return result.partialValue
}

extension Ratio: Comparable {
  /// Compares the cross products over 256 bits, so it cannot overflow.
  package static func < (left: Ratio, right: Ratio) -> Bool {
    if left.numerator.signum() != right.numerator.signum() {
      return left.numerator < right.numerator
    }
    let leftProduct = left.numerator.magnitude.multipliedFullWidth(
      by: right.denominator.magnitude)
    let rightProduct = right.numerator.magnitude.multipliedFullWidth(
      by: left.denominator.magnitude)
    let isSmaller =
      (leftProduct.high, leftProduct.low) < (rightProduct.high, rightProduct.low)
    let isLarger = (leftProduct.high, leftProduct.low) > (rightProduct.high, rightProduct.low)
    return left.numerator < 0 ? isLarger : isSmaller
  }
}

// MARK: - Text

extension Ratio {
  /// Rounds half up on the magnitude (四舍五入: 0.05 → 0.1, −0.05 → −0.1) to `decimals` places.
  ///
  /// Without separators; what rounds to zero prints without a sign: `rounded(decimals: 1)` of
  /// −0.04 is `0.0`.
  package func rounded(decimals: Int) -> String {
    let divisor = denominator.magnitude
    var (whole, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var digits: [UInt8] = []
    for _ in 0..<decimals {
      let (digit, rest) = divisor.dividingFullWidth(remainder.multipliedFullWidth(by: 10))
      digits.append(UInt8(digit))
      remainder = rest
    }
    if remainder >= divisor - remainder { Ratio.increment(&digits, carryingInto: &whole) }
    let isZero = whole == 0 && digits.allSatisfy { $0 == 0 }
    let sign = numerator < 0 && !isZero ? "-" : ""
    let fraction = digits.map { String($0) }.joined()
    return sign + String(whole) + (decimals > 0 ? "." + fraction : "")
  }

  private static func increment(_ digits: inout [UInt8], carryingInto whole: inout UInt128) {
    for index in digits.indices.reversed() {
      guard digits[index] == 9 else {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    whole += 1
  }

  /// The exact value: a decimal (`12.5`) where one exists, else a fraction (`37/3`).
  package var exactText: String {
    exactDecimal.map(\.description) ?? "\(numerator)/\(denominator)"
  }

  /// The same value as a decimal; `nil` where its expansion does not end or does not fit.
  package var exactDecimal: ExactDecimal? {
    var rest = denominator
    var twos = 0
    var fives = 0
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    let scale = max(twos, fives)
    guard rest == 1, scale <= 38 else { return nil }
    let (coefficient, overflow) = numerator.multipliedReportingOverflow(
      by: Int128.powerOfTen(scale) / denominator)
    if overflow || coefficient == .min { return nil }
    return ExactDecimal(coefficient: coefficient, scale: scale)
  }
}

extension Ratio: CustomStringConvertible {
  package var description: String { exactText }
}
