// SPDX-License-Identifier: Apache-2.0
import BigInt
import Statistics

extension ExactFraction {
  /// Rounds half up on the magnitude to `decimals` places, as `Ratio.rounded` does.
  package func rounded(decimals: Int) -> String {
    let scale = BigUInt(10).power(decimals)
    let (whole, rest) = (numerator.magnitude * scale).quotientAndRemainder(
      dividingBy: denominator.magnitude)
    let digits = rest * 2 >= denominator.magnitude ? whole + 1 : whole
    return Self.text(digits, decimals: decimals, isNegative: numerator < 0)
  }

  /// The exact value: a decimal (`12.5`) where one exists, else a fraction (`37/3`).
  package var exactText: String {
    guard let decimals = decimalPlaces else { return "\(numerator)/\(denominator)" }
    let digits = numerator.magnitude * BigUInt(10).power(decimals) / denominator.magnitude
    return Self.text(digits, decimals: decimals, isNegative: numerator < 0)
  }

  /// How many decimals the value has; `nil` where its expansion does not end, or is longer than
  /// anybody reads.
  private var decimalPlaces: Int? {
    var rest = denominator.magnitude
    var count = (twos: 0, fives: 0)
    while rest % 2 == 0 { (rest, count.twos) = (rest / 2, count.twos + 1) }
    while rest % 5 == 0 { (rest, count.fives) = (rest / 5, count.fives + 1) }
    let places = max(count.twos, count.fives)
    return rest == 1 && places <= 100 ? places : nil
  }

  private static func text(_ digits: BigUInt, decimals: Int, isNegative: Bool) -> String {
    let all = String(digits)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - all.count)) + all
    let sign = isNegative && digits != 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// The nearest decimal towards zero with 15 places: what a mean of many values without an end is
  /// computed from.
  package var cutBehind15Decimals: ExactFraction {
    let scale = BigInt(10).power(Self.decimals)
    return ExactFraction(numerator * scale / denominator, scale)
  }
}
