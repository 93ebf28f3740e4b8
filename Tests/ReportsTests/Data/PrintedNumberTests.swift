// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reports

struct PrintedNumberTests {
  @Test(arguments: [
    ("0", "0"), ("-1,234.50", "-1234.50"), ("12345.6", "12345.6"), ("0.05", "0.05"),
    ("1,234,567", "1234567"), ("-0.0", "-0.0"),
  ])
  func numbersLoseTheirSeparators(text: String, digits: String) {
    #expect(PrintedNumber(TableCell(text: text))?.digits == digits)
  }

  @Test(arguments: [
    "", "-", "…", "—", "0101", "1,23", "1234,567", "1.", ".5", "1.2.3", "1e5", "2021-06-10", "=1+1",
    "+", "１２", "1 234", "12%", "nan", "0x1F", "--1", "1,,234", String(repeating: "9", count: 61),
  ])
  func othersAreNone(text: String) {
    #expect(PrintedNumber(TableCell(text: text)) == nil)
  }

  @Test func wordsAreNoneWhateverTheirDigits() {
    #expect(PrintedNumber(TableCell(text: "5", isText: true)) == nil)
  }

  @Test(arguments: [
    ("-0.0", 0.0), ("999999999999999", 999_999_999_999_999),
    ("0.000123456789012345", 0.000123456789012345),
    ("1234567890123456", nil), ("1.234567890123456", nil),
  ])
  func moreThanFifteenDigitsHaveNoDouble(text: String, value: Double?) throws {
    #expect(try #require(PrintedNumber(TableCell(text: text))).double == value)
  }
}
