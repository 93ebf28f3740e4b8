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
    // A period before, a release that is corrected, an evaluation, a logo of any width.
    try run("report", "--period", "2021-04...2021-05", "--lang", "zh,en", in: workspace)
    try workspace.overlay(
      Repository.root.appendingPathComponent("Examples/huangyan-evaluation/Input/evaluation"),
      in: "Input/evaluation")
    try workspace.write("logo: logo.svg\n", to: "Templates/style.yml")
    try workspace.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9000\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>",
      to: "Templates/logo.svg")
    try run(
      "report", "--period", "2021-05", "--audience", "internal,public", "--lang", "zh,en",
      in: workspace)
    let output = workspace.path("Output")
    let screens = try PageChecks.run("screens", on: output)
    #expect(screens.problems.isEmpty, "\(screens.problems.joined(separator: "\n"))")
    // Twice report, sectors, a sector, plan, targets with and without chart, tasks, departments,
    // communities, clusters and archive for each audience; ladder, evaluation and revisions for one.
    #expect(screens.pages == 2 * 2 * 11 + 2 * 3)
    let conformance = try PageChecks.run("conformance", on: output)
    #expect(conformance.problems.isEmpty, "\(conformance.problems.joined(separator: "\n"))")
    #expect(conformance.pages >= 600)
  }

  private func run(_ arguments: String..., in workspace: WorkFolder) throws {
    let result = try Program.run(arguments, in: workspace.url)
    #expect(result.status == 0, "\(result.errors)")
  }
}
