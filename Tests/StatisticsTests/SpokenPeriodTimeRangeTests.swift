// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

struct SpokenPeriodTimeRangeTests {
  @Test(arguments: [
    ("2021-01-01/P2M", "2021-01..02"), ("2021-05-01/P1M", "2021-05"), ("2021-04-01/P3M", "2021-Q2"),
    ("2021-07-01/P6M", "2021-H2"), ("2021-01-01/P12M", "2021"), ("2021-01-01/P1Y", "2021"),
    ("2021-01-01/P5M", "2021-05"), ("2021-10-01/P3M", "2021-Q4"), ("2021-01-01/P6M", "2021-H1"),
  ])
  func readsWholeMonths(text: String, period: String) {
    #expect(Period.asSpoken(text)?.description == period)
  }

  @Test(arguments: [
    "2021-03-15/P1M", "2021-12-01/P2M", "2021-02-01/P3M", "2021-01-01/P13M", "2021-01-01/P0M",
    "2021-01-01/P", "2021-01-01/PM", "2021-01-01/P-2M", "2021-13-01/P1M", "2021-01-01/P2D",
    "2021-01-01/P99999999999999999999M",
  ])
  func refusesOthers(text: String) {
    #expect(Period.asSpoken(text) == nil)
  }

  @Test func januaryAloneIsACalendarMonth() {
    #expect(Period.asSpoken("2021-01-01/P1M") == nil)
    #expect(Period.asSpoken("2021-01-01/P1M", calendarMonths: true)?.description == "2021-01")
  }
}
