// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2021-01..02", "2021-01..02"), ("2021-03", "2021-03"), ("2021-Q1", "2021-01..02 2021-03"),
    ("2021-Q2", "2021-04 2021-05 2021-06"),
    ("2021-H1", "2021-01..02 2021-03 2021-04 2021-05 2021-06"),
    ("2021-H2", "2021-07 2021-08 2021-09 2021-10 2021-11 2021-12"),
  ])
  func isMadeOfSurveyPeriods(text: String, parts: String) throws {
    let period = try #require(Period(text))
    #expect(period.surveyPeriods.map(\.description).joined(separator: " ") == parts)
  }

  @Test func aYearHasElevenSurveyPeriods() throws {
    let year = try #require(Period.year(2021))
    #expect(year.surveyPeriods.count == 11)
    #expect(year.surveyPeriods.allSatisfy { $0.isSurveyPeriod })
    #expect(!year.isSurveyPeriod)
  }

  @Test(arguments: [
    ("2021-05", "2021-05", "2021-04", "2021-06"),
    ("2021-01..02", "2021-01..02", "2020-12", "2021-03"),
    ("2021-03", "2021-03", "2021-01..02", "2021-04"),
    ("2021-12", "2021-12", "2021-11", "2022-01..02"),
    ("2021-Q1", "2021-03", "2020-12", "2021-04"), ("2021-Q2", "2021-06", "2021-03", "2021-07"),
    ("2021-H2", "2021-12", "2021-06", "2022-01..02"), ("2021", "2021-12", "2020-12", "2022-01..02"),
  ])
  func knowsItsNeighbours(text: String, last: String, previous: String, next: String) throws {
    let period = try #require(Period(text))
    #expect(period.lastSurveyPeriod.description == last)
    #expect(period.previousSurveyPeriod.description == previous)
    #expect(period.nextSurveyPeriod.description == next)
  }

  @Test(arguments: ["2021-05", "2021-01..02", "2021-Q3", "2021-H1", "2021"])
  func aYearEarlierIsTheSamePartOfTheYear(text: String) throws {
    let period = try #require(Period(text))
    #expect(period.yearEarlier.description == text.replacing("2021", with: "2020"))
  }

  @Test func ordersByEndThenTheShorterFirst() throws {
    let ordered = try [
      "2020", "2021-01..02", "2021-03", "2021-Q1", "2021-04", "2021-06", "2021-Q2", "2021-H1",
      "2021-07", "2021-12", "2021-Q4", "2021-H2", "2021", "2022-01..02",
    ].map { try #require(Period($0)) }
    #expect(ordered.reversed().sorted() == ordered)
    #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0 < $1 && !($1 < $0) })
  }

  @Test func goesFromSurveyPeriodToSurveyPeriodOverTheYearsEnd() throws {
    let (first, last) = try (#require(Period("2020-Q4")), #require(Period("2021-03")))
    #expect(
      first.surveyPeriods(through: last).map(\.description)
        == ["2020-10", "2020-11", "2020-12", "2021-01..02", "2021-03"])
    #expect(last.surveyPeriods(through: first).isEmpty)
    #expect(last.surveyPeriods(through: last) == [last])
  }

  @Test func previousAndNextUndoEachOther() throws {
    var period = try #require(Period("2019-01..02"))
    for _ in 0..<40 {
      #expect(period.nextSurveyPeriod.previousSurveyPeriod == period)
      #expect(period < period.nextSurveyPeriod)
      period = period.nextSurveyPeriod
    }
    #expect(period.description == "2022-09")
  }

  @Test(arguments: [(2021, 0), (2021, 13), (1948, 5), (3000, 5), (2021, -1)])
  func refusesAMonthOutsideTheCalendar(year: Int, month: Int) {
    #expect(Period(year: year, month: month) == nil)
  }

  @Test func refusesPartsOutsideTheYear() {
    #expect(Period.quarter(0, of: 2021) == nil && Period.quarter(5, of: 2021) == nil)
    #expect(Period.half(0, of: 2021) == nil && Period.half(3, of: 2021) == nil)
    #expect(Period.year(1948) == nil && Period.year(3000) == nil)
  }

  @Test func calendarMonthsAreNoSurveyPeriodsInJanuaryAndFebruary() throws {
    let months = try (1...12).map { try #require(Period.calendarMonth(year: 2021, month: $0)) }
    #expect(months.map(\.description).prefix(3) == ["2021-01", "2021-02", "2021-03"])
    #expect(months.map(\.isSurveyPeriod) == [false, false] + Array(repeating: true, count: 10))
    #expect(months[2] == Period(year: 2021, month: 3))
    #expect(months.reversed().sorted() == months)
    let pair = try #require(Period("2021-01..02"))
    for month in months[..<2] {
      #expect(month.surveyPeriods.isEmpty && month < pair)
      #expect(month.firstSurveyPeriod == pair && month.lastSurveyPeriod == pair)
      #expect(month.previousSurveyPeriod.description == "2020-12")
      #expect(month.nextSurveyPeriod.description == "2021-03")
      #expect(
        month.surveyPeriods(through: months[2]).map(\.description) == ["2021-01..02", "2021-03"])
      #expect(month.surveyPeriods(through: month) == [pair])
      #expect(month.yearEarlier.yearEarlier.months == month.months)
    }
  }

  @Test(arguments: [(2021, 0), (2021, 13), (1948, 5), (3000, 5), (2021, -1)])
  func refusesACalendarMonthOutsideTheCalendar(year: Int, month: Int) {
    #expect(Period.calendarMonth(year: year, month: month) == nil)
  }
}
