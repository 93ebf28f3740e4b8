// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// A plan that has no error, and what is missing from one.
@Suite struct PlanDefinitionTests {
  private static func load(_ workspace: Workspace) throws -> PlanDefinition {
    let (definitions, findings) = Definitions.load(from: workspace)
    #expect(findings == [])
    return try #require(definitions?.plan)
  }

  private static func target(_ id: String) throws -> Target {
    try #require(try load(PlanWorkspace.workspace).targets.first { $0.id == id })
  }

  @Test func theFrameIsRead() throws {
    let plan = try Self.load(PlanWorkspace.workspace)
    #expect(plan.name.zh == "示例计划" && plan.document == "统计办印发")
    #expect((plan.baseYear, plan.endYear) == (2019, 2022))
    #expect(plan.issued == "2020-04-29")
    #expect(plan.lights == LightThresholds(green: ExactDecimal(5), yellow: ExactDecimal(20)))
  }

  @Test func aTargetIsRead() throws {
    let target = try Self.target("G02")
    #expect(target.tasks == [1] && target.kind == .share && target.path == .linear)
    #expect(target.departments == ["统计办", "招商局"])
    #expect(target.modality == "力争" && target.sourcePhrases == ["比重达到'50%'"])
    #expect(target.location.description == "Input/plan/targets.csv:3")
  }

  @Test func baselinesAndDeadlinesAreRead() throws {
    let targets = try Self.load(PlanWorkspace.workspace).targets
    #expect(
      targets.map(\.deadline) == [.year(2022), .year(2022), .notDated, .recurring, .year(2022)])
    #expect(targets[0].baseline == Target.Baseline(value: ExactDecimal(40), year: 2019))
    #expect(targets[1].baseline == nil)
    #expect(targets[4].baseline == Target.Baseline(value: nil, year: 2019))
    #expect(targets[0].modality == nil)
  }

  /// Oldest first; an empty comparator or deadline is that of before.
  @Test func changesAreRead() throws {
    let changes = try Self.target("G03").changes
    #expect(changes.map(\.from.description) == ["2021-06", "2022-03"])
    #expect(changes.map(\.value) == [ExactDecimal(1100), ExactDecimal(900)])
    #expect(changes.map(\.comparator) == [.above, .above])
    #expect(changes.map(\.deadline) == [.year(2021), .year(2021)])
    #expect(changes.map(\.document) == ["文件一", "文件二"])
  }

  @Test func tasksHaveTheTargetsThatNameThem() throws {
    let tasks = try Self.load(PlanWorkspace.workspace).tasks
    #expect(tasks.map(\.targets) == [["G01", "G02"], ["G03", "G04"]])
    #expect(tasks[0].departments == ["统计办", "招商局"])
  }

  @Test func reportsAreRead() throws {
    let reports = try Self.load(PlanWorkspace.workspace).reports
    #expect(reports.map(\.subject) == [.target("G03"), .target("G04"), .task(2)])
    #expect(reports.map(\.value) == [ExactDecimal(120), nil, nil])
    #expect(reports.map(\.state) == [nil, .underWay, .underWay])
    #expect(reports.map(\.date) == ["2021-05-31", "2021-05-31", "2021-06-02"])
    #expect(reports.map(\.reporter) == ["招商局", "招商局", "招商局"])
    #expect(reports[0].evidence == "协议" && reports[0].period.description == "2021-05")
  }

  @Test(arguments: [
    ("120", "120"), ("１，２００", "1200"), ("0.12万亩", "1200"), ("1.5 万", "15000"), ("0", "0"),
  ])
  func aReportedNumberIsReadAsDepartmentsTypeIt(text: String, value: String) throws {
    let workspace = PlanWorkspace.workspace.replacing("120", with: text, in: PlanWorkspace.progress)
    #expect(try Self.load(workspace).reports.first?.value == ExactDecimal(value))
  }

  /// A quarter's reports are those of its last month.
  @Test(arguments: [
    ("2021-Q2", "2021-06"), ("2021-01..02", "2021-01..02"), ("2021-02", "2021-01..02"),
    ("2021", "2021-12"), ("2021-H1", "2021-06"),
  ])
  func aFilesNameIsItsPeriod(name: String, period: String) throws {
    let text = "target,task,value,state,date,reporter\nG03,,1,,2021-02-28,招商局\n"
    let workspace = PlanWorkspace.workspace.with(PlanWorkspace.progress, nil)
      .with("Input/plan/progress/\(name).csv", text)
    let definitions = Definitions.load(from: workspace).0
    #expect(definitions?.plan?.reports.map(\.period.description) == [period])
  }

  /// Tasks, departments, changes, reports and the text are optional.
  @Test func aPlanOfTargetsAloneIsWhole() throws {
    var workspace = PlanWorkspace.workspace
    for file in [
      PlanWorkspace.tasks, PlanWorkspace.departments, PlanWorkspace.changes,
      PlanWorkspace.progress, PlanWorkspace.text,
    ] { workspace = workspace.with(file, nil) }
    workspace = workspace.replacing("text: plan.txt\n", with: "", in: PlanWorkspace.frame)
      .replacing("G01,1,", with: "G01,,", in: PlanWorkspace.targets)
      .replacing("G02,1,", with: "G02,,", in: PlanWorkspace.targets)
      .replacing("G03,2,", with: "G03,,", in: PlanWorkspace.targets)
      .replacing("G04,2,", with: "G04,,", in: PlanWorkspace.targets)
    let plan = try Self.load(workspace)
    #expect(plan.departments.map(\.name) == ["统计办", "统计", "招商", "招商局"])
    #expect(plan.tasks.isEmpty && plan.reports.isEmpty)
  }

  // MARK: - Without plan.yml

  /// From the year before the first target is due to the last.
  @Test func withoutAFrameTheTargetsSayTheYears() throws {
    let plan = try Self.load(Workspace())
    #expect((plan.baseYear, plan.endYear) == (2021, 2022))
    #expect(plan.lights == .usual && plan.issued == nil)
    let early = Workspace().with(
      Workspace.targets,
      """
      id,indicator,comparator,target,unit,deadline,figure,baseline_year
      G01,增加值,>,60,亿元,2025,,2019
      G02,增加值,>,60,亿元,2023,,

      """)
    #expect(try (Self.load(early).baseYear, Self.load(early).endYear) == (2019, 2025))
  }

  @Test func withoutAFrameATargetMustBeDated() {
    let undated = Workspace().with(
      Workspace.targets,
      "id,indicator,comparator,target,unit,deadline,figure\nG03,亩,>=,1000,亩,,\n")
    #expect(
      undated.findings.map { "\($0.code) \($0.location?.description ?? "")" }
        == ["missingDefinition Input/plan/plan.yml"])
  }

  @Test func anEmptyPlanIsNone() {
    let empty = Workspace().with(
      Workspace.targets, "id,indicator,comparator,target,unit,deadline,figure\n")
    let (definitions, findings) = Definitions.load(from: empty)
    #expect(findings == [] && definitions != nil && definitions?.plan == nil)
  }

  @Test func aFrameWithoutTargetsLacksThem() {
    let findings = PlanWorkspace.workspace.with(PlanWorkspace.targets, nil).findings
    #expect(
      findings.contains {
        $0.code == .missingDefinition && $0.location?.file == PlanWorkspace.targets
      })
  }

  /// Of an empty cell, the kind is that of the figure's measure.
  @Test(arguments: [
    ("level", Target.Kind.level, "亿元", ""), ("share", .share, "%", ""),
    ("since_2019", .cumulativeGrowth, "%", "2019"),
    ("average_since_2019", .compoundedRate, "%", "2019"), ("yoy", .level, "%", ""),
  ])
  func anEmptyKindIsTheFigures(
    measure: String, kind: Target.Kind, unit: String, year: String
  ) throws {
    let workspace = Workspace().with(
      Workspace.targets,
      """
      id,indicator,comparator,target,unit,deadline,figure,baseline_year
      G01,增加值,>,60,\(unit),2025,value_added.total.ytd.\(measure),\(year)

      """)
    #expect(try Self.load(workspace).targets.map(\.kind) == [kind])
  }
}
