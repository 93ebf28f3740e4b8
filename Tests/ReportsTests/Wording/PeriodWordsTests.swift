// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct PeriodWordsTests {
  @Test(arguments: [
    ("2021-05", "2021年1—5月", "1—5月", "5月"), ("2021-01..02", "2021年1—2月", "1—2月", "1—2月"),
    ("2021-03", "2021年1—3月", "1—3月", "3月"), ("2021-Q1", "2021年一季度", "一季度", "一季度"),
    ("2021-Q3", "2021年三季度", "前三季度", "三季度"), ("2021-H1", "2021年上半年", "上半年", "上半年"),
    ("2021-H2", "2021年下半年", "全年", "下半年"), ("2021", "2021年", "全年", "全年"),
  ])
  func chinese(period: String, title: String, cumulative: String, alone: String) throws {
    let words = PeriodWords(try #require(Period(period)), in: .chinese)
    #expect(words.title == title)
    #expect(words.cumulative == cumulative)
    #expect(words.alone == alone)
  }

  @Test(arguments: [
    ("2021-05", "January–May 2021", "January–May", "May"),
    ("2021-01..02", "January–February 2021", "January–February", "January–February"),
    ("2021-Q2", "Second quarter of 2021", "January–June", "Second quarter"),
    ("2022-H1", "First half of 2022", "January–June", "First half"),
    ("2021", "2021", "January–December", "Full year"),
  ])
  func english(period: String, title: String, cumulative: String, alone: String) throws {
    let words = PeriodWords(try #require(Period(period)), in: .english)
    #expect(words.title == title)
    #expect(words.cumulative == cumulative)
    #expect(words.alone == alone)
  }

  @Test(arguments: [
    ("2036-06", "2036年6月", "June 2036"), ("2021-01..02", "2021年1—2月", "January–February 2021"),
    ("2021-Q3", "2021年三季度", "Third quarter of 2021"), ("2022", "2022年", "2022"),
  ])
  func aPointInTime(period: String, zh: String, en: String) throws {
    let period = try #require(Period(period))
    #expect(PeriodWords(period, in: .chinese).moment == zh)
    #expect(PeriodWords(period, in: .english).moment == en)
  }
}
