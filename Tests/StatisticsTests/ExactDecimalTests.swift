// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct ExactDecimalTests {
  private static let greatest = "170141183460469231731687303715884105727"

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.000", "0"), ("532.650", "532.65"), ("007", "7"), ("1.", "1"),
    (".5", "0.5"), ("-.5", "-0.5"), ("-12.345", "-12.345"), ("100", "100"), ("1.10", "1.1"),
    ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
    (greatest, greatest), ("-" + greatest, "-" + greatest),
    ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
  ])
  func readsAndPrintsAllDigits(text: String, printed: String) throws {
    let decimal = try #require(ExactDecimal(text))
    #expect(decimal.description == printed)
    #expect(ExactDecimal(printed) == decimal)
  }

  @Test(arguments: [
    "", "-", ".", "-.", "--1", "+1", "1,234", "1e3", " 1", "1 ", "1.2.3", "１２", "1-", "NaN", "0x1",
    "170141183460469231731687303715884105728", "1000000000000000000000000000000000000000",
    "0.000000000000000000000000000000000000001",
  ])
  func refusesWhatIsNoDecimalOrDoesNotFit(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func readsBackWhatItPrints() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let coefficient = Int128.random(in: -Int128.max...Int128.max, using: &generator)
      let scale = Int.random(in: 0...38, using: &generator)
      let decimal = ExactDecimal(
        coefficient: coefficient >> Int128.random(in: 0...126, using: &generator), scale: scale)
      #expect(ExactDecimal(decimal.description) == decimal)
    }
  }

  @Test func equalValuesAreEqualBitForBit() {
    let decimal = ExactDecimal(coefficient: 532_650, scale: 3)
    #expect(decimal.coefficient == 53265 && decimal.scale == 2)
    #expect(decimal == ExactDecimal(coefficient: 53265, scale: 2))
    #expect(decimal.hashValue == ExactDecimal(coefficient: 53265, scale: 2).hashValue)
  }

  @Test(arguments: [
    ("-1", "0"), ("0.1", "0.11"), ("-0.2", "-0.1"), ("9", "10"), ("99.9", "100"),
    ("0." + String(repeating: "9", count: 38), "1"), ("-" + greatest, greatest),
  ])
  func comparesByValue(smaller: String, larger: String) throws {
    let (left, right) = try (#require(ExactDecimal(smaller)), #require(ExactDecimal(larger)))
    #expect(left < right)
    #expect(!(right < left))
  }

  @Test func givesTheCoefficientAtALargerScaleOnly() throws {
    let decimal = try #require(ExactDecimal("1.25"))
    #expect(decimal.coefficient(atScale: 2) == 125)
    #expect(decimal.coefficient(atScale: 5) == 125_000)
    #expect(decimal.coefficient(atScale: 1) == nil)
    #expect(decimal.coefficient(atScale: 38) == 125 * Int128.powerOfTen(36))
    #expect(ExactDecimal(100).coefficient(atScale: 38) == nil)
  }
}
