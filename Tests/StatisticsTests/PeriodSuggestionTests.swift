// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct PeriodSuggestionTests {
  /// Calendar months too.
  private func period(_ text: String) -> Period? { Period.asSpoken(text, calendarMonths: true) }

  @Test(arguments: [
    ("2019.1", "2019.09", "2019.11", "2019-10"), ("2019.1", "2019.11", "2019.09", "2019-10"),
    ("2019.1", "2019.09", "", "2019-10"), ("2019.1", "", "2019.11", "2019-10"),
    ("2019.1", "2018.12", "2019.02", "2019-01"), ("2019.1", "2019.02", "2018.12", "2019-01"),
    ("2019-1", "2018.12", "", "2019-01"), ("２０１９．１", "2019.09", "2019.11", "2019-10"),
    (" 2019/5 ", "", "", "2019-05"), ("2019.5", "2019-04", "2019-06", "2019-05"),
    ("2019.2", "2018-12", "2019-03", "2019-01..02"), ("2019.2", "2019-01", "2019-03", "2019-02"),
    ("2019.3", "2019-01..02", "2019-04", "2019-03"),
  ])
  func joinsOnToItsNeighbours(text: String, after: String, before: String, suggested: String) {
    let found = Period.suggested(for: text, after: period(after), before: period(before))
    #expect(found?.description == suggested)
  }

  @Test(arguments: [
    ("2019.1", "", ""), ("2019.1", "2019.09", "2019.12"), ("2019.1", "2019.09", "2019.09"),
    ("2019.1", "2018.12", "2019.03"), ("2019.1", "2018-Q4", "2019-Q2"), ("2019.1", "2018", "2020"),
    ("2019.5", "2019-06", "2019-07"), ("2019.2", "", "2019-03"), ("2019.3", "", ""),
    ("2019.0", "2019-09", "2019-11"), ("2019.10", "2019-09", "2019-11"), ("19.1", "", ""),
    ("2019", "2019-09", "2019-11"), ("", "2019-09", ""), ("2019.1x", "2019-09", "2019-11"),
  ])
  func unclearOnesHaveNone(text: String, after: String, before: String) {
    #expect(Period.suggested(for: text, after: period(after), before: period(before)) == nil)
  }

  /// The lost zero comes back in every year, whichever way the months run.
  @Test(arguments: 1990...2030)
  func octoberIsFoundInEveryYear(year: Int) {
    let (september, november) = (Period(year: year, month: 9), Period(year: year, month: 11))
    let october = Period(year: year, month: 10)
    let text = "\(year).1"
    #expect(Period.suggested(for: text, after: september, before: november) == october)
    #expect(Period.suggested(for: text, after: november, before: september) == october)
  }
}
