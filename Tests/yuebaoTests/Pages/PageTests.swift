// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Every page of a small sample, for both audiences and in both languages, as its readers meet it.
@Suite(.needsPageTools) struct PageTests {
  /// `screens`, in Chromium: no script, console message or request; nothing wider than 360, 768 or
  /// 1280 pixels; axe-core's rules of WCAG 2.2 AA, light and dark; on A4 no cut row, each head again
  /// on each sheet, every sheet with its number.
  ///
  /// `conformance`: strict HTML, GitHub's Markdown, XML and Atom; links, ids; and each number the
  /// same in every format.
  @Test func everyPageIsSound() throws {
    let workspace = try WorkFolder()
    try run(
      "demo", ".", "--units", "30", "--from", "2020-12", "--to", "2021-05", "--format", "csv",
      in: workspace)
    try run(
      "report", "--period", "2021-05", "--audience", "internal,public", "--lang", "zh,en",
      in: workspace)
    let screens = try PageChecks.run("screens", on: workspace.path("Output"))
    #expect(screens.problems.isEmpty, "\(screens.problems.joined(separator: "\n"))")
    // Report, sectors, a sector, plan, targets with and without chart, tasks, departments,
    // communities and archive, twice two.
    #expect(screens.pages >= 40)
    let conformance = try PageChecks.run("conformance", on: workspace.path("Output"))
    #expect(conformance.problems.isEmpty, "\(conformance.problems.joined(separator: "\n"))")
    #expect(conformance.pages >= 300)
  }

  private func run(_ arguments: String..., in workspace: WorkFolder) throws {
    let result = try Program.run(arguments, in: workspace.url)
    #expect(result.status == 0, "\(result.errors)")
  }
}
