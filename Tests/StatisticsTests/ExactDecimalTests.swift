// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct ExactDecimalTests {
  private static let greatest = "170141183460469231731687303715884105727"

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

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

  @Test(arguments: [
    ("1.5", 4, "15000"), ("15000", -4, "1.5"), ("12.34", 1, "123.4"), ("-0.5", 8, "-50000000"),
    ("0", 1_000, "0"), ("0", Int.min, "0"), ("7", 0, "7"), ("1000", -40, "0." + zeros(36) + "1"),
    ("1", -38, "0." + zeros(37) + "1"), ("1", 38, "1" + zeros(38)),
    ("0." + zeros(37) + "1", 76, "1" + zeros(38)),
    ("-" + greatest, 0, "-" + greatest),
  ])
  func shiftsByPowersOfTen(text: String, power: Int, shifted: String) throws {
    #expect(try #require(ExactDecimal(text)).shifted(by: power)?.description == shifted)
  }

  @Test(arguments: [
    ("1", -39), ("1", 39), ("2", 38), ("0.1", -38), ("-" + greatest, 1), ("1", Int.max),
    ("1", Int.min),
    ("0.1", Int.min), ("1000", -42),
  ])
  func doesNotShiftBeyondWhatItHolds(text: String, power: Int) throws {
    #expect(try #require(ExactDecimal(text)).shifted(by: power) == nil)
  }

  @Test func shiftsThereAndBack() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let decimal = ExactDecimal(
        coefficient: Int128.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator),
        scale: Int.random(in: 0...12, using: &generator))
      let power = Int.random(in: -20...20, using: &generator)
      #expect(try #require(decimal.shifted(by: power)).shifted(by: -power) == decimal)
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
