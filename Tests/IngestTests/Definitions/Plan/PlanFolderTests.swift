// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct PlanFolderTests {
  private static func found(_ path: String) -> [String] {
    PlanWorkspace.workspace.with(path, "x").findings.map {
      "\($0.code) \($0.location?.file ?? "") \($0.arguments["suggestion"] ?? "")"
    }
  }

  @Test(arguments: [
    ("target.csv", "target.csv targets.csv"), ("targets.xlsx", "targets.xlsx targets.csv"),
    ("progess/2021-06.csv", "progess progress"), ("notes.docx", "notes.docx "),
    ("lader.yml", "lader.yml ladder.yml"),
    ("ladder/candidate.csv", "ladder/candidate.csv candidates.csv"),
  ])
  func whatIsNotReadIsSaid(name: String, expected: String) {
    #expect(Self.found("Input/plan/" + name) == ["unreadFile Input/plan/" + expected])
  }

  @Test(arguments: ["README.md", "readme", "~$targets.csv", ".targets.csv.swp"])
  func notesAndLockFilesAreNothing(name: String) {
    #expect(Self.found("Input/plan/" + name).isEmpty)
  }

  /// Which text belongs to a plan, a broken plan.yml does not say.
  @Test func aBrokenPlanMakesNoEcho() {
    let findings = PlanWorkspace.workspace.replacing(
      "end-year: 2022\n", with: "", in: PlanFrame.file
    )
    .findings
    #expect(findings.map(\.code) == [.missingKey])
  }

  @Test func alsoWithoutATargetsFile() {
    let findings = Workspace().with(TargetsFile.file, nil).with("Input/plan/target.csv", "x")
      .findings
    #expect(findings.map(\.code) == [.unreadFile])
  }

  @Test func theRepositorysOwnPlanIsReadWhole() {
    #expect(Definitions.load(from: Repository()).findings.allSatisfy { $0.code != .unreadFile })
  }
}
