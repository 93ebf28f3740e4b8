// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct UnitProseTests {
  @Test(arguments: [
    ("亿元", "亿元", " hundred million yuan"), ("%", "%", "%"), ("百分点", "个百分点", " percentage points"),
    ("万元/人", "万元/人", " ten thousand yuan per person"), ("家", "家", " units"),
    ("百万元", "百万元", " million yuan"), ("千元", "千元", " thousand yuan"), ("亩", "亩", " mu"),
  ])
  func followsItsNumber(unit: String, zh: String, en: String) throws {
    let unit = try #require(UnitOfMeasure(unit))
    #expect(unit.behindNumber(in: .chinese) == zh)
    #expect(unit.behindNumber(in: .english) == en)
  }

  @Test(arguments: [
    ("units", "Units"), ("kWh", "kWh"), ("R&D", "R&D"), ("≥50%", "≥50%"), ("目标", "目标"), ("", ""),
    ("a year", "A year"),
  ])
  func beginsLarge(text: String, expected: String) {
    #expect(SentenceCase.beginning(text) == expected)
  }
}
