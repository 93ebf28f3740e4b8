// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct NumberTextTests {
  @Test(arguments: [
    ("1234.56", "1234.56", "1,234.56"), ("1234567", "1,234,567", "1,234,567"),
    ("-1234", "-1,234", "-1,234"), ("999", "999", "999"), ("-0.5", "-0.5", "-0.5"),
  ])
  func groupsThousandsByLanguage(digits: String, zh: String, en: String) {
    #expect(NumberText(language: .chinese).grouped(digits) == zh)
    #expect(NumberText(language: .english).grouped(digits) == en)
  }

  @Test(arguments: [
    ("0.0", Direction.flat), ("-0.1", .falling), ("0.1", .rising), ("10", .rising), ("0", .flat),
  ])
  func directionIsReadOffTheDigits(digits: String, direction: Direction) {
    #expect(Direction(rounded: digits) == direction)
  }
}
