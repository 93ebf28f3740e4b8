// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct PeriodParsingTests {
  @Test(arguments: [
    "2021-03", "2021-05", "2021-12", "2021-01..02", "2021-Q1", "2021-Q4", "2021-H1", "2021-H2",
    "2021",
    "1949", "2999-12",
  ])
  func readsWhatItPrints(text: String) {
    #expect(Period(text)?.description == text)
  }

  @Test func februaryIsJanuaryAndFebruary() {
    #expect(Period("2021-02")?.description == "2021-01..02")
  }

  @Test(arguments: [
    "2021-01", "2021-13", "2021-00", "2021-Q0", "2021-Q5", "2021-H0", "2021-H3", "2021-5",
    "2021-005",
    "2021-q1", "2021-Q", "2021-Q12", "2021-01..03", "2021-02..03", "2021-01-02", "2021-", "21-05",
    "20210", "", "-", "-05", "latest", "2021年5月", " 2021-05", "2021-05 ", "２０２１-05", "+021-05",
    "1948", "3000", "2021/05", "2021-0５",
  ])
  func refusesOtherText(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    ("2021-02...2021-06", "2021-01..02", "2021-06"),
    ("2021-01..02...2021-06", "2021-01..02", "2021-06"),
    ("2020-12...2021-01..02", "2020-12", "2021-01..02"),
    ("2021-01..02...2022-01..02", "2021-01..02", "2022-01..02"),
    ("2021-05...2021-05", "2021-05", "2021-05"), ("2020...2021", "2020", "2021"),
    ("2021-Q1...2021-Q2", "2021-Q1", "2021-Q2"),
  ])
  func readsRanges(text: String, first: String, last: String) throws {
    let (start, end) = try (#require(Period(first)), #require(Period(last)))
    #expect(PeriodSelection(text) == .range(start, end))
  }

  @Test func readsLatestAndOnePeriod() throws {
    #expect(PeriodSelection("latest") == .latest)
    #expect(try PeriodSelection("2021-01..02") == .single(#require(Period("2021-02"))))
  }

  @Test(arguments: [
    "2021-06...2021-02", "2021...2020", "...", "2021-02...", "...2021-06", "2021-01...2021-05",
    "2021-02..2021-06", "2021-02....2021-06", "2021-02...latest", "2021-02...2021-03...2021-04",
    "LATEST",
    "",
  ])
  func refusesBackwardAndMalformedRanges(text: String) {
    #expect(PeriodSelection(text) == nil)
  }
}
