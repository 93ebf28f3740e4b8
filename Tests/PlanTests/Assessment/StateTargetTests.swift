// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Plan

/// Deliverables, milestones, mechanisms: their state is what is reported.
@Suite struct StateTargetTests {
  private static func specimen(
    _ deadline: Target.Deadline, _ states: [(String, ProgressReport.State)]
  ) throws -> Specimen {
    var specimen = Specimen(
      try Specimen.target(.deliverable, .atLeast, "1", "个", deadline: deadline))
    for (period, state) in states { try specimen.report("T", period, state: state) }
    return specimen
  }

  @Test(arguments: [
    (ProgressReport.State.notStarted, Light.yellow), (.underWay, .green), (.done, .met),
    (.stopped, .red),
  ])
  func theStateDecidesBeforeTheDeadline(state: ProgressReport.State, light: Light) throws {
    let assessment = try Self.specimen(.notDated, [("2021-03", state)]).assessment("2021-05")
    #expect(assessment.light == light && assessment.state == state && !assessment.isOverdue)
  }

  @Test func whatIsNotDoneByThePlansEndIsOverdue() throws {
    let specimen = try Self.specimen(.notDated, [("2021-03", .underWay), ("2023-02", .done)])
    #expect(try !specimen.assessment("2022-11").isOverdue)
    let due = try specimen.assessment("2022-12")
    #expect(due.light == .red && due.isOverdue)
    // Late is late, and there.
    #expect(try specimen.assessment("2023-03").light == .met)
  }

  @Test func withoutAReportNothingIsKnown() throws {
    let assessment = try Self.specimen(.year(2021), []).assessment("2022-02")
    #expect(assessment.light == .none && assessment.isOverdue && assessment.isMet == nil)
    #expect(assessment.owedBy == ["某部门"])
  }

  @Test func whatRecursIsReportedEveryYear() throws {
    let specimen = try Self.specimen(.recurring, [("2021-03", .done)])
    #expect(try specimen.assessment("2021-12").light == .met)
    #expect(try specimen.assessment("2022-03").value.isMissing)
  }

  @Test func aNumberOfThemCountsWhereNoStateIsReported() throws {
    var specimen = Specimen(try Specimen.target(.deliverable, .atLeast, "3", "个"))
    try specimen.report("T", "2021-03", value: "1")
    #expect(try specimen.assessment("2021-03").summary == "yellow gap -2 completion 100/3")
    try specimen.report("T", "2021-04", value: "3")
    #expect(try specimen.assessment("2021-04").light == .met)
    // Two of three and still at it.
    try specimen.report("T", "2021-05", value: "2", state: .underWay)
    #expect(try specimen.assessment("2021-05").light == .green)
  }
}
