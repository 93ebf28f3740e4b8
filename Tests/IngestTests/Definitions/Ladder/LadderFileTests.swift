// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct LadderFileTests {
  private static let ladder = """
    steps:
      - {id: backbone, name: {zh: 骨干, en: Backbone}, indicator: value_added, at-least: 10, unit: 亿元, near: 80}
      - {id: smart, name: 智能, flag: 智能装备}
      - {id: all, name: 规上}
    candidates: {step: all, at-least: 2000, unit: 万元, near: 75}

    """
  private static let list = """
    unit,name,revenue,year,source
    91D,丁厂,1600,2021,摸查
    91D,丁厂,2100.5,2022,摸查
    91E,戊厂,900,2021,摸查

    """
  private static let workspace = Workspace().with(LadderFile.file, ladder)
    .with(LadderCandidatesFile.file, list)

  @Test func readsStepsAndCandidates() throws {
    let (definitions, findings) = Definitions.load(from: Self.workspace)
    #expect(findings.isEmpty)
    let ladder = try #require(definitions?.ladder)
    #expect(ladder.steps.map(\.id) == ["backbone", "smart", "all"])
    #expect(ladder.steps.map(\.flag) == [nil, "智能装备", nil])
    let amount = try #require(ladder.steps[0].amount)
    #expect(amount.indicator == "value_added")
    #expect(amount.threshold.value == ExactDecimal(1_000_000_000))
    #expect(amount.threshold.near == ExactDecimal(800_000_000))
    let candidates = try #require(ladder.candidates)
    #expect(candidates.step == "all" && candidates.threshold.near == ExactDecimal(15_000_000))
    #expect(
      candidates.list.map { "\($0.unit) \($0.year) \($0.revenue)" } == [
        "91D 2021 16000000", "91D 2022 21005000", "91E 2021 9000000",
      ])
    #expect(candidates.list[1].location.description == "Input/plan/ladder/candidates.csv:3")
  }

  @Test func aWorkspaceMayHaveNone() {
    let (definitions, findings) = Definitions.load(from: Workspace())
    #expect(definitions != nil && definitions?.ladder == nil && findings.isEmpty)
  }

  @Test(arguments: [
    Slip(LadderFile.file, "steps:", "step:", .unknownKey, "1:1", suggestion: "steps"),
    Slip(LadderFile.file, "flag: 智能装备", "flag: 智能装置", .unknownName, "3:33", suggestion: "智能装备"),
    Slip(
      LadderFile.file, "indicator: value_added", "indicator: value_aded", .unknownName, "2:61",
      suggestion: "value_added"),
    Slip(LadderFile.file, "id: smart", "id: all", .repeatedName, "4:5"),
    Slip(LadderFile.file, "at-least: 10,", "at-least: 0,", .badDefinition, "2:84"),
    Slip(LadderFile.file, "at-least: 10, ", "", .missingKey, "2:5"),
    Slip(LadderFile.file, "unit: 亿元", "unit: 人", .badDefinition, "2:94"),
    Slip(LadderFile.file, "unit: 亿元", "unit: 亿圆", .badDefinition, "2:94"),
    Slip(LadderFile.file, "near: 80", "near: 100", .badDefinition, "2:104"),
    Slip(LadderFile.file, "step: all", "step: al", .unknownName, "5:20", suggestion: "all"),
    Slip(LadderFile.file, "candidates:", "candidate:", .missingKey, "1:1"),
    Slip(LadderCandidatesFile.file, "revenue", "revenu", .missingColumn, "1"),
    Slip(LadderCandidatesFile.file, "91E", "九一", .badUnitCode, "4:1"),
    Slip(LadderCandidatesFile.file, "900", "-900", .badDefinition, "4:3"),
    Slip(LadderCandidatesFile.file, "900", "x", .badDefinition, "4:3"),
    Slip(LadderCandidatesFile.file, "900,2021", "900,21", .badDefinition, "4:4"),
    Slip(LadderCandidatesFile.file, "900,2021", "900,", .badDefinition, "4"),
    Slip(LadderCandidatesFile.file, "戊厂", "", .badDefinition, "4"),
    Slip(LadderCandidatesFile.file, "2022,摸查", "2021,摸查", .repeatedName, "3:1"),
  ])
  func slips(slip: Slip) {
    var slip = slip
    slip.workspace = Self.workspace
    #expect(slip.found.contains(slip.wanted), "\(slip.found)")
  }

  @Test func aListNeedsALadder() {
    let findings = Self.workspace.with(LadderFile.file, nil).findings
    #expect(findings.map(\.code) == [.missingDefinition])
  }

  @Test func noStepsAreNoLadder() {
    let findings = Workspace().with(LadderFile.file, "steps: []\n").findings
    #expect(findings.map(\.code) == [.badDefinition])
  }

  /// More digits than 128 bits hold.
  @Test func hugeNumbersAreFindings() {
    let huge = "99999999999999999999999999999999999999"
    let findings = Self.workspace.replacing(
      "at-least: 10,", with: "at-least: \(huge),", in: LadderFile.file
    )
    .replacing("900", with: huge, in: LadderCandidatesFile.file).findings
    #expect(findings.map(\.code) == [.badDefinition, .badDefinition])
  }
}
