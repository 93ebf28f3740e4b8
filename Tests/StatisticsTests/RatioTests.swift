// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct RatioTests {
  private static let greatest = Int128.max

  // MARK: - Rounding

  @Test(arguments: [
    (1, 3, 1, "0.3"), (1, 20, 1, "0.1"), (-1, 20, 1, "-0.1"), (-1, 25, 1, "0.0"),
    (1, 25, 1, "0.0"), (1999, 1000, 2, "2.00"), (5, 2, 0, "3"), (-5, 2, 0, "-3"),
    (9995, 1000, 2, "10.00"), (-9995, 1000, 2, "-10.00"), (0, 7, 1, "0.0"),
    (99949, 1000, 1, "99.9"), (9995, 100, 1, "100.0"), (-4, 100, 1, "0.0"), (-5, 100, 1, "-0.1"),
    (4, 10, 0, "0"), (1, 2, 0, "1"), (-1, 2, 0, "-1"), (12, 1, 0, "12"),
    (1, 2_000_000, 6, "0.000001"),
  ])
  func roundsHalfUpOnTheMagnitude(
    numerator: Int, denominator: Int, decimals: Int, text: String
  ) throws {
    let ratio = try Ratio(Int128(numerator), over: Int128(denominator))
    #expect(ratio.rounded(decimals: decimals) == text)
  }

  /// The oracle is whole numbers only: ⌊(2·|n|·10ᵏ + d) ÷ 2d⌋.
  @Test func roundsLikeWholeNumberArithmetic() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<1000 {
      let numerator = Int.random(in: -100_000...100_000, using: &generator)
      let denominator = Int.random(in: 1...999, using: &generator)
      let decimals = Int.random(in: 0...4, using: &generator)
      let power = Int(Int128.powerOfTen(decimals))
      let units = (2 * abs(numerator) * power + denominator) / (2 * denominator)
      let expected = ExactDecimal(
        coefficient: Int128(numerator < 0 ? -units : units), scale: decimals)
      let text = try Ratio(Int128(numerator), over: Int128(denominator)).rounded(decimals: decimals)
      #expect(ExactDecimal(text) == expected)
      #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == decimals)
    }
  }

  @Test func roundsAtTheExtremes() throws {
    #expect(Ratio(Self.greatest).rounded(decimals: 1) == "\(Self.greatest).0")
    #expect(try Ratio(1, over: Self.greatest).rounded(decimals: 2) == "0.00")
    #expect(try Ratio(Self.greatest - 1, over: Self.greatest).rounded(decimals: 2) == "1.00")
    #expect(
      try Ratio(Self.greatest - 1, over: Self.greatest).rounded(decimals: 38)
        == "0." + String(repeating: "9", count: 38))
    #expect(
      try Ratio(Self.greatest / 2, over: Self.greatest).rounded(decimals: 5) == "0.50000")
  }

  // MARK: - Arithmetic

  @Test func addsAndSubtractsAsCrossProductsSay() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let (a, b) = RatioTests.fraction(&generator)
      let (c, d) = RatioTests.fraction(&generator)
      let (left, right) = try (Ratio(a, over: b), Ratio(c, over: d))
      let (sum, difference) = try (left.adding(right), left.subtracting(right))
      #expect(sum.numerator * b * d == (a * d + c * b) * sum.denominator)
      #expect(difference.numerator * b * d == (a * d - c * b) * difference.denominator)
    }
  }

  @Test func multipliesAndDividesAsCrossProductsSay() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let (a, b) = RatioTests.fraction(&generator)
      let (c, d) = RatioTests.fraction(&generator)
      let (left, right) = try (Ratio(a, over: b), Ratio(c, over: d))
      let product = try left.multiplied(by: right)
      #expect(product.numerator * b * d == a * c * product.denominator)
      guard c != 0 else { continue }
      let quotient = try left.divided(by: right)
      #expect(quotient.numerator * b * c == a * d * quotient.denominator)
      #expect(quotient.denominator > 0)
    }
  }

  private static func fraction(_ generator: inout SeededGenerator) -> (Int128, Int128) {
    (
      Int128(Int.random(in: -9999...9999, using: &generator)),
      Int128(Int.random(in: 1...9999, using: &generator))
    )
  }

  @Test func isInLowestTermsWithAPositiveDenominator() throws {
    let ratio = try Ratio(6, over: -4)
    #expect(ratio.numerator == -3 && ratio.denominator == 2)
    #expect(try Ratio(0, over: -7) == .zero)
    #expect(try Ratio(-6, over: -4) == Ratio(3, over: 2))
  }

  @Test func refusesDivisionByZero() {
    #expect(throws: ArithmeticError.divisionByZero) { try Ratio(1, over: 0) }
    #expect(throws: ArithmeticError.divisionByZero) { try Ratio(1).divided(by: .zero) }
  }

  @Test func overflowIsThrownAndNeverWraps() throws {
    let large = Ratio(Self.greatest)
    #expect(throws: ArithmeticError.overflow) { try large.adding(Ratio(1)) }
    #expect(throws: ArithmeticError.overflow) { try large.multiplied(by: Ratio(2)) }
    #expect(throws: ArithmeticError.overflow) { try Ratio(-Self.greatest).subtracting(large) }
    #expect(throws: ArithmeticError.overflow) {
      try Ratio(1, over: Self.greatest).adding(Ratio(1, over: Self.greatest - 1))
    }
  }

  /// −2¹²⁷ fits 128 bits, but cannot be negated any more.
  @Test func theNumberWithoutAnOppositeIsOverflowToo() throws {
    let (left, right) = (Ratio(-1 << 64), Ratio(1 << 63))
    #expect(throws: ArithmeticError.overflow) { try left.multiplied(by: right) }
    #expect(throws: ArithmeticError.overflow) { try Ratio(-Self.greatest).adding(Ratio(-1)) }
    #expect(throws: ArithmeticError.overflow) { try Ratio(.min, over: 3) }
  }

  @Test func reducesCrosswiseBeforeItMultiplies() throws {
    let left = try Ratio(Self.greatest, over: 3)
    let right = try Ratio(3, over: Self.greatest)
    #expect(try left.multiplied(by: right) == Ratio(1))
    #expect(try left.divided(by: left) == Ratio(1))
  }

  // MARK: - Order

  @Test func comparesWithoutOverflowAtTheExtremes() throws {
    let nearOne = try Ratio(Self.greatest - 1, over: Self.greatest)
    let nearer = try Ratio(Self.greatest - 2, over: Self.greatest - 1)
    #expect(nearer < nearOne)
    #expect(!(nearOne < nearer) && nearOne < Ratio(1))
    #expect(try Ratio(-Self.greatest) < Ratio(-1, over: Self.greatest))
    #expect(try Ratio(-1, over: Self.greatest) < .zero)
    #expect(try .zero < Ratio(1, over: Self.greatest))
  }

  @Test func ordersNegativesByValue() throws {
    let sorted = try [
      Ratio(-2), Ratio(-3, over: 2), Ratio(-1, over: 3), .zero, Ratio(1, over: 3), Ratio(2),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 < $1 && !($1 < $0) })
  }

  // MARK: - Text

  @Test(arguments: [
    (25, 2, "12.5"), (37, 3, "37/3"), (-37, 3, "-37/3"), (-1, 8, "-0.125"), (0, 5, "0"),
    (7, 1, "7"),
    (1, 1024, "0.0009765625"),
  ])
  func exactTextIsADecimalWhereOneExists(numerator: Int, denominator: Int, text: String) throws {
    #expect(try Ratio(Int128(numerator), over: Int128(denominator)).exactText == text)
  }

  @Test func exactTextIsAFractionWhereTheDecimalDoesNotFit() throws {
    let power = Int128(1) << 100
    #expect(try Ratio(1, over: power).exactText == "1/\(power)")
    #expect(try Ratio(1, over: power).exactDecimal == nil)
  }

  @Test(arguments: ["0", "-0.5", "0.001", "123456789.123456789", "-99999999999999999999.5"])
  func aDecimalAndItsRatioAreTheSame(text: String) throws {
    let decimal = try #require(ExactDecimal(text))
    #expect(Ratio(decimal).exactDecimal == decimal)
    #expect(Ratio(decimal).exactText == text)
  }
}
