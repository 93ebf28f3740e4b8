// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Testing

@testable import Plan

@Suite struct PlanProgressTests {
  private static func specimen() throws -> Specimen {
    var specimen = Specimen(
      try Specimen.target(.count, .atLeast, "2", "个", id: "A", tasks: [1], departments: []),
      try Specimen.target(
        .deliverable, .atLeast, "1", "个", id: "B", deadline: .year(2020), departments: ["工信科"]),
      try Specimen.target(.deliverable, .atLeast, "1", "个", id: "C", departments: []))
    specimen.tasks = [task(1, ["甲局", "乙办"], ["B"]), task(2, ["乙办"], [])]
    specimen.departments = [
      Department(name: "甲局", aliases: ["工信科"], location: Location(file: "")),
      Department(name: "乙办", aliases: [], location: Location(file: "")),
    ]
    try specimen.report("B", "2021-03", state: .underWay, date: "2021-03-30")
    specimen.reports.append(
      try Specimen.report(.task(1), "2021-04", state: .underWay, date: "2021-04-30"))
    return specimen
  }

  private static func task(_ number: Int, _ departments: [String], _ targets: [String]) -> PlanTask
  {
    PlanTask(
      number: number, section: "", name: "任务", departments: departments, targets: targets,
      location: Location(file: ""))
  }

  @Test func aTaskHasTheTargetsThatNameItAndThoseItNames() throws {
    let progress = try Self.specimen().progress("2021-05")
    let task = try #require(progress.tasks.first)
    #expect(task.targets.map(\.target.id) == ["A", "B"])
    #expect(task.state == .underWay && task.lastReported == "2021-04-30")
    #expect(task.overdue.map(\.target.id) == ["B"])
    #expect(progress.tasks.last?.state == nil && progress.tasks.last?.lastReported == nil)
  }

  @Test func aReportOfALaterPeriodIsNotYetKnown() throws {
    let task = try #require(try Self.specimen().progress("2021-03").tasks.first)
    #expect(task.state == nil && task.lastReported == "2021-03-30")
  }

  @Test func aDepartmentLeadsJoinsAndOwes() throws {
    let departments = try Self.specimen().progress("2021-05").departments
    let (first, second) = (try #require(departments.first), try #require(departments.last))
    #expect(first.leads.map(\.task.number) == [1] && first.joins.isEmpty)
    #expect(second.leads.map(\.task.number) == [2] && second.joins.map(\.task.number) == [1])
    // By its other name, too.
    #expect(first.targets.map(\.target.id) == ["A", "B"])
    #expect(first.owes.map(\.target.id) == ["A"] && first.unreported.isEmpty)
    #expect(second.owes.isEmpty && second.unreported.map(\.number) == [2])
  }

  @Test func everyTargetIsCountedUnderOneLight() throws {
    let progress = try Self.specimen().progress("2021-05")
    #expect(progress.lightCounts.map(\.light) == [.red, .none])
    #expect(progress.lightCounts.map(\.count) == [1, 2])
  }

  @Test func aFigureThatDoesNotResolveIsThrown() throws {
    let specimen = Specimen(
      try Specimen.target(.level, .atLeast, "1", "亿元", series: "output.none.ytd.level"))
    #expect(
      throws: PlanError.figure(
        .unknownSector("none", known: ["total", "smart", "advanced"]))
    ) { try specimen.progress("2021-05") }
  }
}
