// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What golden cases are too small for.
@Suite struct CheckTests {
  /// A workspace with a file of `count` rows whose period is none.
  private func workspace(_ count: Int, period: String) throws -> WorkFolder {
    let workspace = try WorkFolder()
    #expect(try Program.run(["init", "."], in: workspace.url).status == 0)
    try workspace.overlay(Repository.cases.appendingPathComponent("_common"))
    let lines = try workspace.text("Input/returns/2021-05.csv").split(separator: "\n")
    let row = String(lines[1]).replacing(",202105,", with: ",\(period),")
    let rows: [String] = [String(lines[0])] + Array(repeating: String(row), count: count)
    let table: String = rows.joined(separator: "\n") + "\n"
    try workspace.write(table, to: "Input/returns/many.csv")
    return workspace
  }

  @Test func twoHundredOfACodeAreListedAndTheRestCounted() throws {
    let workspace = try workspace(250, period: "五月前后")
    let text = try Program.run(["check"], in: workspace.url)
    #expect(text.status == 65)
    #expect(text.output.contains("error Y1202 (250): "))
    #expect(
      text.output.split(separator: "\n").count { $0.hasPrefix("  Input/returns/many.csv:") } == 200)
    #expect(text.output.contains("  另有 50 处未列出；--format csv 列出全部\n"))
    let csv = try Program.run(["check", "--format", "csv"], in: workspace.url)
    #expect(csv.output.split(separator: "\n").count { $0.hasPrefix("error,Y1202,") } == 250)
  }

  @Test func noTextOfAFileActsOnTheTerminal() throws {
    let workspace = try workspace(1, period: "\u{1B}[31m五月")
    let result = try Program.run(["check"], in: workspace.url)
    #expect(result.output.contains("␛[31m五月"))
    #expect(!result.output.contains("\u{1B}"))
  }
}
