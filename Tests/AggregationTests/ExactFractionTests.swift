// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

@Suite struct ExactFractionTests {
  private static func ratio(_ text: String) throws -> Ratio {
    Ratio(try #require(ExactDecimal(text)))
  }

  /// The yearly growth of a growth over years, in percent.
  @Test(arguments: [
    ("21", 2, "10", false), ("-19", 2, "-10", false), ("0", 3, "0", false),
    ("-100", 2, "-100", false), ("33.1", 3, "10", false),
    // √1.3 − 1 and, below zero, cut towards zero too: √0.75 − 1 = −0.13397459621556135323…
    ("30", 2, "14.017542509913797", true), ("-25", 2, "-13.397459621556135", true),
    ("25", 1, "25", false),
  ])
  func yearlyGrowthIsExactOrCut(growth: String, years: Int, yearly: String, isCut: Bool) throws {
    let result = try ExactFraction(Self.ratio(growth)).yearly(years)
    #expect(result.value.exactText == yearly && result.isCut == isCut)
  }

  /// Cutting never changes a printed digit: the root is held against the rounding borders.
  @Test func aCutRootRoundsAsTheRootDoes() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let growth = Ratio(Int128(Int.random(in: -99_999...300_000, using: &generator)))
      let percent = try growth.divided(by: Ratio(1000))
      let years = Int.random(in: 2...4, using: &generator)
      let printed = try ExactFraction(percent).yearly(years).value.rounded(decimals: 1)
      let shown = try Self.ratio(printed)
      // (1 + border ÷ 100)^years on both sides of 1 + growth ÷ 100.
      let half = try Ratio(1, over: 20)
      let low = try Self.power(shown.subtracting(half), years)
      let high = try Self.power(shown.adding(half), years)
      let whole = try percent.divided(by: Ratio(100)).adding(Ratio(1))
      #expect(low <= whole && whole <= high, "\(percent) over \(years) years: \(printed)")
    }
  }

  private static func power(_ percent: Ratio, _ exponent: Int) throws -> Ratio {
    let base = try percent.divided(by: Ratio(100)).adding(Ratio(1))
    return try (0..<exponent).reduce(Ratio(1)) { product, _ in try product.multiplied(by: base) }
  }

  @Test func aFractionThatDoesNotFitIsCutTowardsZero() throws {
    // Σ 1 ÷ p over large primes: the denominator has more than 128 bits.
    let primes: [Int128] = [999_999_937, 999_999_929, 999_999_893, 999_999_883, 999_999_797]
    var sum = ExactFraction.zero
    for prime in primes { sum = sum + ExactFraction(try Ratio(1, over: prime)) }
    let (value, isCut) = try sum.cut
    #expect(isCut && value.exactText == "0.000000005")
    let (negative, _) = try (.zero - sum).cut
    #expect(negative.exactText == "-0.000000005")
  }

  @Test func whatFitsStaysExact() throws {
    let third = ExactFraction(try Ratio(1, over: 3))
    let (value, isCut) = try (third + third).cut
    #expect(!isCut && value.exactText == "2/3")
    #expect(try (ExactFraction(Ratio(1)) / ExactFraction(Ratio(-3))).cut.value.exactText == "-1/3")
  }

  @Test func aValueBeyondAllDigitsOverflows() throws {
    let large = ExactFraction(Ratio(Int128.max))
    #expect(throws: ArithmeticError.overflow) { try (large * large).cut }
  }
}
