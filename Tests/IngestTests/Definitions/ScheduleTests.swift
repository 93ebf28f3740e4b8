// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct ScheduleTests {
  private static func load(_ line: String) -> (Schedule?, findings: [String]) {
    let workspace = Workspace().replacing(
      "office: 统计办\n", with: "office: 统计办\n\(line)\n", in: "yuebao.yml")
    let (definitions, findings) = Definitions.load(from: workspace)
    return (
      definitions?.configuration.schedule,
      findings.map { "\($0.code) \($0.location?.line ?? 0) \($0.arguments["expected"] ?? "")" }
    )
  }

  @Test(
    arguments: [
      ("", nil), ("schedule: {}", Schedule.usual),
      ("schedule: {day: 15}", Schedule(day: 15, hour: 8)),
      ("schedule: {hour: 0}", Schedule(day: 20, hour: 0)),
      ("schedule: {day: 28, hour: 23}", Schedule(day: 28, hour: 23)),
    ] as [(String, Schedule?)])
  func whatIsNotSaidIsAsUsual(line: String, expected: Schedule?) {
    let (schedule, findings) = Self.load(line)
    #expect(findings.isEmpty)
    #expect(schedule == expected)
  }

  @Test(arguments: [
    ("schedule: {day: 0}", "badDefinition 4 a whole number from 1 to 28"),
    ("schedule: {day: 29}", "badDefinition 4 a whole number from 1 to 28"),
    ("schedule: {hour: 24}", "badDefinition 4 a whole number from 0 to 23"),
    ("schedule: {hour: \"8:00\"}", "badDefinition 4 a whole number from 0 to 23"),
    ("schedule: {days: 20}", "unknownKey 4 "),
    ("schedule: 20", "badDefinition 4 a day and an hour, such as {day: 20, hour: 8}"),
  ])
  func whatIsNoScheduleIsAFinding(line: String, finding: String) {
    let (schedule, findings) = Self.load(line)
    #expect(schedule == nil)
    #expect(findings == [finding])
  }

  @Test func theFileAloneIsEnough() {
    let workspace = Workspace().with("yuebao.yml", "schedule: {day: 9, hour: 7}\n")
    #expect(Schedule.stated(in: workspace) == Schedule(day: 9, hour: 7))
    #expect(Schedule.stated(in: Workspace()) == nil)
    #expect(Schedule.stated(in: Workspace().with("yuebao.yml", "a: [")) == nil)
  }

  // MARK: - Due periods

  @Test(
    arguments: [
      ("2021-07-20", "2021-06"), ("2021-07-19", "2021-05"), ("2021-07-31", "2021-06"),
      ("2021-01-19", "2020-11"), ("2021-01-20", "2020-12"), ("2021-02-19", "2020-12"),
      // January is no period.
      ("2021-02-20", "2020-12"), ("2021-03-19", "2020-12"), ("2021-03-20", "2021-01..02"),
      ("2021-04-19", "2021-01..02"), ("2021-04-20", "2021-03"), ("2024-02-29", "2023-12"),
      ("1949-01-01", nil), ("2021-02-30", nil), ("", nil), ("99999999999999999999-1-1", nil),
    ] as [(String, String?)])
  func newestDue(today: String, period: String?) {
    #expect(Schedule.usual.newestDue(on: today) == period.flatMap { Period($0) })
  }

  /// A period is due on its day and not on the day before, whatever the schedule.
  @Test(arguments: [1, 20, 28])
  func dueDayIsTheFirstDayOnWhichAPeriodIsDue(day: Int) throws {
    let schedule = Schedule(day: day, hour: 8)
    for period in try #require(Period("2020-01..02")).surveyPeriods(
      through: try #require(Period("2022-12")))
    {
      let first = schedule.dueDay(of: period)
      #expect(schedule.newestDue(on: first) == period)
      let before = day == 1 ? nil : String(first.dropLast(2)) + Day.twoDigits(day - 1)
      if let before {
        #expect(schedule.newestDue(on: before) == period.previousSurveyPeriod)
      }
    }
  }
}
