// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What golden cases of `yuebao explain` are too small for.
@Suite struct ExplainTests {
  private struct Explained: Decodable {
    struct Node: Decodable { let value: String? }
    struct Figure: Decodable {
      let name: String
      let value: String?
    }
    let figure: Figure
    let printed: Node
  }

  private struct Printed: Decodable {
    struct Figure: Decodable {
      let name: String
      let value: String?
    }
    let figures: [Figure]
  }

  private func workspace() throws -> WorkFolder {
    let workspace = try WorkFolder()
    #expect(try Program.run(["init", "."], in: workspace.url).status == 0)
    try workspace.overlay(Repository.cases.appendingPathComponent("_common"))
    return workspace
  }

  /// Of the committed sample every figure is explained in IngestTests; here the program as a whole.
  @Test func explainsWhatFiguresPrints() throws {
    let workspace = try workspace()
    let all = try Program.run(
      [
        "figures", "--period", "2021-05", "--indicator", "value_added", "--sector", "electronics",
        "--format", "json",
      ], in: workspace.url)
    let figures = try JSONDecoder().decode(Printed.self, from: Data(all.output.utf8)).figures
    #expect(figures.count > 15)
    for figure in figures {
      let result = try Program.run(
        ["explain", figure.name, "--format", "json"], in: workspace.url)
      let explained = try JSONDecoder().decode(Explained.self, from: Data(result.output.utf8))
      #expect(explained.figure.name == figure.name)
      #expect(explained.figure.value == figure.value && explained.printed.value == figure.value)
    }
  }

  @Test func aCodeIsAPartOfTheTotalAndLatestIsTheNewestPeriod() throws {
    let workspace = try workspace()
    let code = try Program.run(["explain", "value_added.39.ytd.yoy@latest"], in: workspace.url)
    let part = try Program.run(
      ["explain", "value_added.total/division=39.ytd.yoy@2021-05"], in: workspace.url)
    #expect(code.status == 0 && code.output == part.output)
    #expect(code.output.hasPrefix("value_added.total/division=39.ytd.yoy@2021-05  "))
  }

  @Test func noTextOfAFileActsOnTheTerminal() throws {
    let workspace = try workspace()
    let path = "Input/reference/register.csv"
    let register = try workspace.text(path)
      .replacing("样例甲（虚构）电子有限公司", with: "\u{1B}[31m甲\u{202E}\u{9B}电子")
    try workspace.write(register, to: path)
    for format in ["text", "json"] {
      let result = try Program.run(
        ["explain", "value_added.electronics.ytd.level@2021-05", "--format", format],
        in: workspace.url)
      #expect(result.status == 0, "\(result.errors)")
      #expect(!result.output.contains("\u{1B}"))
    }
    let text = try Program.run(
      ["explain", "value_added.electronics.ytd.level@2021-05"], in: workspace.url)
    #expect(text.output.contains("␛[31m甲<U+202E><U+009B>电子"))
  }

  @Test(arguments: [
    "value_added.electronics.ytd", "value_added.electronics.ytd.yoyy", "value_added..ytd.yoy",
    "value_added.electronics.ytd.yoy@2021-13", "value_added.electronics.ytd.yoy@",
    "value_added.electronics.ytd.yoy@2021-04...2021-05", "value_added.total/division=99.ytd.yoy",
    "value_added.total/divison=39.ytd.yoy", "value_added.electronics.ytd.gap_nowhere",
    "value_added.total/community=nowhere.ytd.level", "", "....",
    "value_added.electronics.ytd.since_99999999999999999999",
  ])
  func whatIsNoFigureIsAUsageError(name: String) throws {
    let workspace = try workspace()
    let result = try Program.run(["explain", name], in: workspace.url)
    #expect(result.status == 64 && result.output.isEmpty, "\(result.errors)")
  }
}
