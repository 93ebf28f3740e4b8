// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// One slip in one of the plan's files each.
@Suite struct PlanErrorsTests {
  private typealias Files = PlanWorkspace

  @Test(arguments: [
    Slip.plan(Files.frame, "base-year", "baseyear", .unknownKey, "2:1", suggestion: "base-year"),
    .plan(Files.frame, "base-year: 2019\n", "", .missingKey, "1:1"),
    .plan(Files.frame, "base-year: 2019", "base-year: 19", .badDefinition, "2:12"),
    .plan(Files.frame, "end-year: 2022", "end-year: 2019", .badDefinition, "3:11"),
    .plan(Files.frame, "name: 示例计划\n", "", .missingKey, "1:1"),
    .plan(Files.frame, "2020-04-29", "2020-04-31", .badDefinition, "4:9"),
    .plan(Files.frame, "green: 5", "green: -5", .badDefinition, "7:17"),
    .plan(Files.frame, "yellow: 20", "yellow: 4", .badDefinition, "7:28"),
    .plan(Files.frame, "yellow: 20", "red: 20", .missingKey, "7:9"),
    .plan(Files.frame, "name:", "name: {", .definitionSyntax, "2:10"),
  ])
  func frame(slip: Slip) { #expect(slip.found.contains(slip.wanted)) }

  @Test func aTextThatIsNotThereIsNamed() {
    let findings = Files.workspace.replacing("plan.txt", with: "text.txt", in: Files.frame).findings
    #expect(
      findings.map { "\($0.code) \($0.location?.description ?? "")" }
        == ["missingDefinition Input/plan/text.txt", "unreadFile Input/plan/plan.txt"])
  }

  @Test func aTextMustBeUTF8() {
    var workspace = Files.workspace
    workspace.bytes[Files.text] = [0xFF]
    #expect(workspace.findings.map(\.code) == [.badDefinition])
  }

  @Test(arguments: [
    Slip.plan(
      Files.targets, "value_added.total.ytd.level", "value_aded.total.ytd.level", .unknownName,
      "2:14", suggestion: "value_added"),
    .plan(
      Files.targets, "total.ytd.since", "totl.ytd.since", .unknownName, "6:14",
      suggestion: "total"),
    .plan(Files.targets, "high_tech.ytd.share", "high_tech.ytd.gap_x", .unknownName, "3:14"),
    .plan(Files.targets, "G04,2,平台,个,,,1,,>=", "G04,2,平台,个,,,1,,<", .badDefinition, "5:9"),
    .plan(Files.targets, "G04,2,平台,个,,,1", "G04,2,平台,个,,,0", .badDefinition, "5:7"),
    .plan(Files.targets, "G04,2,平台,个,,,1", "G04,2,平台,个,,,1.5", .badDefinition, "5:7"),
    .plan(Files.targets, "G04,2,平台,个", "G04,2,平台,%", .badDefinition, "5:4"),
    .plan(Files.targets, "亿元,40,2019,", "亿元,40,,", .badDefinition, "2"),
    .plan(Files.targets, "亿元,40,2019,", "亿元,40,19,", .badDefinition, "2:6"),
    .plan(Files.targets, "亿元,40,2019,", "亿元,四十,2019,", .badDefinition, "2:5"),
    .plan(Files.targets, "%,,2019,33", "%,,,33", .badDefinition, "6"),
    .plan(Files.targets, "%,,2019,33", "%,,2018,33", .badDefinition, "6:6"),
    .plan(Files.targets, "%,,2019,33", "%,,2019,-101", .badDefinition, "6:7"),
    .plan(Files.targets, "%,,,50", "%,,,150", .badDefinition, "3:7"),
    .plan(Files.targets, "%,,,50,,>=,2022,share", "亩,,,50,,>=,2022,share", .badDefinition, "3:4"),
    .plan(Files.targets, ">,2022,level", ">,2019,level", .badDefinition, "2:10"),
    .plan(Files.targets, "亿元,40,2019", "亿元,40,2022", .badDefinition, "2:10"),
    .plan(Files.targets, ">,2022,level", ">,someday,level", .badDefinition, "2:10"),
    .plan(Files.targets, ">,2022,level", ">,2022,height", .badDefinition, "2:11"),
    .plan(Files.targets, "60,,>", "60,50,>", .badDefinition, "2:8"),
    .plan(Files.targets, "60,,>", "60,70,<", .badDefinition, "2:9"),
    .plan(Files.targets, "60,,>", "60,七十,>", .badDefinition, "2:8"),
    .plan(Files.targets, "share,linear", "share,curved", .badDefinition, "3:15"),
    .plan(Files.targets, "level,统计办", "level,统计局", .unknownName, "2:12", suggestion: "统计"),
    .plan(Files.targets, "G02,1", "G02,3", .unknownName, "3:2", suggestion: "1"),
    .plan(Files.targets, "G03,2", "G02,2", .repeatedName, "4:1"),
    .plan(Files.targets, "|建成平台", "|建成大平台", .phraseNotFound, "5:13"),
  ])
  func targets(slip: Slip) {
    #expect(slip.found.contains(slip.wanted), "\(slip.found)")
  }

  @Test(arguments: [
    Slip.plan(Files.departments, "统计办,统计", "统计办,招商", .repeatedName, "3:2"),
    .plan(Files.departments, "招商局,", "统计办,", .repeatedName, "3:1"),
    .plan(Files.departments, "招商局,", ",", .badDefinition, "3"),
    .plan(Files.departments, "department", "name", .missingColumn, "1"),
    .plan(Files.tasks, "G01;G02", "G01;G09", .unknownName, "2:5", suggestion: "G01"),
    .plan(Files.tasks, "G01;G02", "G01", .badDefinition, "2:5"),
    .plan(Files.tasks, "G01;G02", "G01;G02;G03", .badDefinition, "2:5"),
    .plan(Files.tasks, "土地,招商局", "土地,招商处", .unknownName, "3:4", suggestion: "招商"),
    .plan(Files.tasks, "2,（二）", "1,（二）", .repeatedName, "3:1"),
    .plan(Files.tasks, "2,（二）", "二,（二）", .badDefinition, "3:1"),
    .plan(Files.tasks, ",土地,", ",,", .badDefinition, "3"),
    .plan(Files.changes, "G03,2022-03", "G3,2022-03", .unknownName, "2:1", suggestion: "G03"),
    .plan(Files.changes, "2022-03", "2021-06", .repeatedName, "3:2"),
    .plan(Files.changes, "2022-03", "2022-Q1", .badPeriod, "2:2"),
    .plan(Files.changes, "2022-03", "2019-03", .badDefinition, "2:2"),
    .plan(Files.changes, ",900,", ",-9,", .badDefinition, "2:4"),
    .plan(Files.changes, ",900,", ",,", .badDefinition, "2"),
    .plan(Files.changes, "1100,2021", "1100,2019", .badDefinition, "3:5"),
    .plan(Files.changes, ",>,1100", ",=,1100", .badDefinition, "3:3"),
    .plan(Files.changes, ",文件二", ",", .badDefinition, "2"),
    .plan(Files.changes, "document", "dokument", .missingColumn, "1", suggestion: "dokument"),
  ])
  func otherTables(slip: Slip) {
    #expect(slip.found.contains(slip.wanted), "\(slip.found)")
  }

  @Test(arguments: [
    Slip.plan(Files.progress, "G03", "G3", .unknownSubject, "2:1", suggestion: "G03"),
    .plan(Files.progress, ",2,,under", ",3,,under", .unknownSubject, "4:2", suggestion: "1"),
    .plan(Files.progress, ",,招商局\n", ",,招商处\n", .unknownSubject, "2:8", suggestion: "招商"),
    .plan(Files.progress, ",,招商局\n", ",,\n", .badReport, "2"),
    .plan(Files.progress, "G03,,", "G03,2,", .badReport, "2:1"),
    .plan(Files.progress, "G03,,", ",,", .badReport, "2"),
    .plan(Files.progress, ",120,", ",很多,", .badReport, "2:3"),
    .plan(Files.progress, ",120,", ",120户,", .badReport, "2:3"),
    .plan(Files.progress, ",120,", ",,", .missingValue, "2"),
    .plan(Files.progress, ",120,", ",—,", .missingValue, "2:3"),
    .plan(Files.progress, ",120,", ",-120,", .impossibleValue, "2:3"),
    .plan(Files.progress, "G03,,120,", "G02,,101%,", .impossibleValue, "2:3"),
    .plan(Files.progress, "G03,,120,", "G04,,0.5,", .impossibleValue, "2:3"),
    .plan(Files.progress, "推进中", "", .missingValue, "3"),
    .plan(Files.progress, ",2,,under way", ",2,5,under way", .badReport, "4:3"),
    .plan(Files.progress, ",2,,under way", ",2,,", .missingValue, "4"),
    .plan(Files.progress, "推进中", "快了", .badReport, "3:4"),
    .plan(Files.progress, "2021/6/2", "2021-06-31", .badReport, "4:5"),
    .plan(Files.progress, "2021/6/2", "2020-04-28", .badReport, "4:5"),
    .plan(Files.progress, "2021/6/2", "2021-04-30", .doubtfulReportDate, "4:5"),
    .plan(Files.progress, "2021/6/2", "2021-07-01", .doubtfulReportDate, "4:5"),
    .plan(Files.progress, "state", "states", .missingColumn, "1", suggestion: "states"),
  ])
  func progress(slip: Slip) {
    #expect(slip.found.contains(slip.wanted), "\(slip.found)")
  }

  @Test(arguments: ["五月.csv", "2021-13.csv", "2021-5.csv", "notes.xlsx"])
  func aFileNameThatIsNoPeriodIsNamed(name: String) {
    let path = "Input/plan/progress/\(name)"
    let findings = Files.workspace.with(path, "target\n").findings
    #expect(
      findings.map { "\($0.code) \($0.location?.description ?? "")" } == ["badPeriod \(path)"])
  }

  @Test(arguments: ["2019-12", "2023-03"]) func aReportIsOfAYearOfThePlan(name: String) {
    let findings = Files.workspace.with("Input/plan/progress/\(name).csv", "target\n").findings
    #expect(findings.map(\.code) == [.badReport])
  }

  /// The same day in two files too: neither of two that differ counts.
  @Test func twoReportsOfOneDayContradictEachOther() throws {
    let text = "target,task,value,state,date,reporter\nG03,,121,,2021-05-31,招商局\n"
    let workspace = Files.workspace.with("Input/plan/progress/2021-06.csv", text)
    let (definitions, findings) = Definitions.load(from: workspace)
    let conflict = try #require(findings.first { $0.code == .conflictingReports })
    #expect(conflict.arguments["first"] == "Input/plan/progress/2021-05.csv:2")
    #expect(definitions?.plan?.reports.map(\.subject) == [.target("G04"), .task(2)])
  }

  /// They are input, not definitions: the rest is read, and the finding is of the period.
  @Test func anErrorInAReportLeavesTheDefinitionsWhole() throws {
    let workspace = Files.workspace.replacing("推进中", with: "快了", in: Files.progress)
    let (definitions, findings) = Definitions.load(from: workspace)
    #expect(definitions?.plan?.reports.count == 2)
    #expect(findings.map(\.period?.description) == ["2021-05"])
    #expect(findings.allSatisfy { !$0.code.isConfiguration })
  }

  /// What is wrong with a target has no echo where tasks, changes and reports name it.
  @Test func anErrorInATargetHasNoEchoes() {
    let value = Files.workspace.replacing("1000,,>=", with: "千,,>=", in: Files.targets)
    #expect(value.findings.map(\.code) == [.badDefinition])
    let kind = Files.workspace.replacing("2022,level", with: "2022,x", in: Files.targets)
    #expect(kind.findings.map(\.code) == [.badDefinition])
    let table = Files.workspace.replacing("id,task_no", with: "no,task_no", in: Files.targets)
    #expect(table.findings.map(\.code).allSatisfy { $0 == .missingColumn || $0 == .unknownSubject })
  }
}
