// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A year of monthly operation as cron does it: a line that runs with nothing but LANG=C and a minimal PATH,
/// in another folder, while files arrive late, twice, damaged and corrected.
@Suite struct OperationTests {
  /// A step is a day, what happens on it, and how the job then ends.
  static let year: [OperationStep] = [
    // January and February are one period, due in March. Who is missing is said once.
    .init("2021-03-20", .nothing, 66, says: ["2021-01..02", "2021-03-20", "12 个", "社区一（4 个）单位一、"]),
    .init("2021-03-21", .nothing, 66),
    .init("2021-03-22", .arrives("b.csv", "2021-02"), 0, makes: "2021-01..02/v1"),
    .init("2021-03-23", .nothing, 0),
    // March comes in parts: the first without a community, whose units are warnings.
    .init("2021-04-19", .nothing, 0),
    .init("2021-04-20", .nothing, 66, says: ["2021-03", "2021-04-20"]),
    .init(
      "2021-04-21", .arrives("March/1.csv", "2021-03", of: [0, 1]), 0, says: ["Y1404", "单位九"],
      makes: "2021-03/v1"),
    .init("2021-04-22", .nothing, 0),
    .init(
      "2021-04-23", .arrives("March/2.csv", "2021-03", of: [2]), 0,
      says: ["第2版", "更正第1版", "March/2.csv为新增", "value_added.total.ytd.level@2021-03"],
      makes: "2021-03/v2"),
    // April comes, then the same bytes under another name: warnings, which the release shows.
    .init("2021-05-20", .arrives("2021-04.csv", "2021-04"), 0, makes: "2021-04/v1"),
    .init(
      "2021-05-21", .copied("2021-04.csv", to: "2021-04 (2).csv"), 0, says: ["Y1304", "0个指标值"],
      makes: "2021-04/v2"),
    .init(
      "2021-05-22", .removed("2021-04 (2).csv"), 0, says: ["2021-04 (2).csv已删除"],
      makes: "2021-04/v3"),
    // The same file once more is no news.
    .init("2021-05-23", .arrives("2021-04.csv", "2021-04"), 0),
    // May is damaged: said each day until another file replaces it.
    .init(
      "2021-06-20", .damaged("2021-05.csv", "2021-05"), 65, says: ["2021-05.csv:2:4: error Y1203"]),
    .init("2021-06-21", .nothing, 65, says: ["2021-05.csv:2:4: error Y1203"]),
    .init("2021-06-22", .arrives("2021-05.csv", "2021-05"), 0, makes: "2021-05/v1"),
    // June is corrected by a file that says so.
    .init("2021-07-20", .arrives("2021-06.csv", "2021-06"), 0, makes: "2021-06/v1"),
    .init(
      "2021-07-26", .corrected("2021-06b.csv", "2021-06"), 0,
      says: ["Y1310", "单位改正", "第2版", "2021-06b.csv为新增"], makes: "2021-06/v2"),
    .init("2021-07-27", .nothing, 0),
    // July comes when August is due, too.
    .init("2021-08-20", .nothing, 66, says: ["2021-07", "2021-08-20"]),
    .init("2021-08-31", .nothing, 66),
    .init("2021-09-20", .nothing, 66, says: ["2021-07...2021-08", "2021-08-20"]),
    .init(
      "2021-09-21", .arrives("2021-07.csv", "2021-07"), 66, says: ["还没有 2021-08 的报表"],
      makes: "2021-07/v1"),
    .init("2021-09-22", .nothing, 66),
    .init("2021-09-23", .arrives("2021-08.csv", "2021-08"), 0, makes: "2021-08/v1"),
    // Somebody breaks the definitions while September comes.
    .init(
      "2021-10-20", .arrives("2021-09.csv", "2021-09", broken: true), 78, says: ["yuebao.yml:"]),
    .init("2021-10-21", .mended, 0, makes: "2021-09/v1"),
    // Another run is at work when October has come.
    .init("2021-11-20", .arrives("2021-10.csv", "2021-10", locked: true), 75, says: ["另一次运行"]),
    .init("2021-11-21", .nothing, 0, makes: "2021-10/v1"),
    .init("2021-12-20", .arrives("2021-11.csv", "2021-11"), 0, makes: "2021-11/v1"),
    .init("2022-01-20", .arrives("2021-12.csv", "2021-12"), 0, makes: "2021-12/v1"),
    // There is no January.
    .init("2022-02-20", .nothing, 0),
    .init("2022-03-19", .nothing, 0),
    .init("2022-03-20", .nothing, 66, says: ["2022-01..02"]),
  ]

  @Test func eachDayEndsAsItShould() throws {
    let office = try OperationOffice()
    for step in Self.year { try office.play(step) }
  }

  /// Somebody at a terminal is told each time.
  @Test func aPersonIsToldEachTimeThatReturnsAreMissing() throws {
    let office = try OperationOffice()
    for _ in 1...2 {
      let result = try Program.run(
        ["report", "--today", "2021-03-20", "--workspace", office.workspace.url.path],
        in: URL(fileURLWithPath: "/"))
      #expect(result.status == 66)
      #expect(result.errors.contains("2021-01..02"))
    }
  }

  @Test func nothingIsDueForARunThatNamesItsPeriodOrWithoutASchedule() throws {
    let office = try OperationOffice()
    try office.play(.init("2021-03-22", .arrives("b.csv", "2021-02"), 0, makes: "2021-01..02/v1"))
    let named = try office.job("2021-12-31", "--period", "2021-02")
    #expect(named.status == 0)
    let absent = try office.job("2021-12-31", "--period", "2021-05")
    #expect(absent.status == 66)
    #expect(absent.errors.contains("12 个") && absent.errors.contains("2021-05"))
    try office.workspace.write(OperationOffice.configuration(schedule: ""), to: "yuebao.yml")
    #expect(try office.job("2021-12-31").status == 0)
  }
}
