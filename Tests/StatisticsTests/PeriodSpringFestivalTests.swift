// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct PeriodSpringFestivalTests {
  @Test(arguments: [
    // 2020-01-25 → 2021-02-12 → 2022-02-01 → 2023-01-22.
    (2021, 1, true), (2021, 2, true), (2022, 1, false), (2022, 2, false), (2023, 1, true),
    (2021, 3, false), (2010, 1, false), (2031, 1, false),
  ])
  func saysWhereItMoved(year: Int, month: Int, moved: Bool) throws {
    let period = try #require(Period.calendarMonth(year: year, month: month))
    #expect(period.hasMovedSpringFestival == moved)
  }

  @Test func januaryAndFebruaryTogetherHoldItEveryYear() throws {
    #expect(try !#require(Period("2021-01..02")).hasMovedSpringFestival)
  }
}
