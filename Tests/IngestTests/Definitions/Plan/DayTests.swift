// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ingest

@Suite struct DayTests {
  @Test(arguments: [
    ("2021-05-31", "2021-05-31"), ("2021/5/1", "2021-05-01"), ("2021.12.31", "2021-12-31"),
    ("2020-02-29", "2020-02-29"), ("2000-2-29", "2000-02-29"),
  ])
  func readsADay(text: String, day: String) { #expect(Day.iso(text) == day) }

  @Test(arguments: [
    "", "2021-05", "2021-02-29", "2100-02-29", "2021-04-31", "2021-13-01", "2021-00-10",
    "2021-05-0",
    "2021-05/31", "21-05-31", "2021-005-31", "2021-05-31-", "-2021-5-1", "五月", "2021-+5-1",
  ])
  func readsNothingElse(text: String) { #expect(Day.iso(text) == nil) }
}
