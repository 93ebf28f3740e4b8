// SPDX-License-Identifier: Apache-2.0

/// A decimal number as its sender wrote it: `coefficient × 10^-scale`, without rounding.
///
/// Always normalised: the scale is the smallest that holds the value, so equal values are equal
/// bit for bit, and `532.650` prints as `532.65`.
package struct ExactDecimal: Hashable, Sendable {
  /// The digits as a signed integer; never `Int128.min`, whose magnitude is no `Int128`.
  package let coefficient: Int128
  /// The number of digits behind the point, 0…38.
  package let scale: Int

  package static let zero = ExactDecimal(0)

  /// - Precondition: not `Int128.min`.
  package init(_ integer: Int128) {
    precondition(integer != .min, "a decimal's magnitude fits 127 bits")
    coefficient = integer
    scale = 0
  }

  /// - Precondition: `scale` is 0…38, and `coefficient` is not `Int128.min`.
  @inlinable
  package init(coefficient: Int128, scale: Int) {
    precondition(coefficient != .min, "a decimal's magnitude fits 127 bits")
    precondition((0...38).contains(scale), "a decimal has 0 to 38 decimals")
    var digits = coefficient
    var decimals = scale
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
    self.coefficient = digits
    self.scale = decimals
  }

  /// Reads `-12.345`: ASCII digits, at most one point, an optional leading minus; nothing else.
  ///
  /// `nil` for any other text, and for more digits than 128 bits hold. Bureaus' own ways to write
  /// numbers (full-width digits, separators, 万) are read by `Ingest`.
  package init?(_ text: some StringProtocol) {
    var coefficient: Int128 = 0
    var scale = 0
    var seenPoint = false
    var seenDigit = false
    var rest = Substring(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    for byte in rest.utf8 {
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (tenfold, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
      if overflow || carry { return nil }
      coefficient = sum
      seenDigit = true
      if seenPoint { scale += 1 }
    }
    guard seenDigit, scale <= 38 else { return nil }
    self.init(coefficient: isNegative ? -coefficient : coefficient, scale: scale)
  }

  /// The same value over `scale` decimals; `nil` where that would need rounding or overflow.
  @inlinable
  package func coefficient(atScale wanted: Int) -> Int128? {
    guard wanted >= scale, wanted - scale <= 38 else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(
      by: Int128.powerOfTen(wanted - scale))
    return overflow ? nil : product
  }

  /// The value times 10 to the power of `powerOfTen`, which may be negative; `nil` where that
  /// overflows or needs more than 38 decimals.
  package func shifted(by powerOfTen: Int) -> ExactDecimal? {
    guard coefficient != 0 else { return .zero }
    var (decimals, isTooFar) = scale.subtractingReportingOverflow(powerOfTen)
    if isTooFar { return nil }
    var digits = coefficient
    // 1000 × 10^-40 has 37 decimals.
    while decimals > 38, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
    guard (-38...38).contains(decimals) else { return nil }
    if decimals >= 0 { return ExactDecimal(coefficient: digits, scale: decimals) }
    let (product, overflow) = digits.multipliedReportingOverflow(by: Int128.powerOfTen(-decimals))
    return overflow ? nil : ExactDecimal(product)
  }
}

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    Ratio(left) < Ratio(right)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// All digits, with a point and no separators: `-0.5`, `1234`.
  package var description: String {
    let digits = String(coefficient.magnitude)
    let sign = coefficient < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

extension Int128 {
  /// 10 to the power of 0…38.
  @inlinable
  package static func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
