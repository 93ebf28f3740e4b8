// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The workspaces of real published figures in `Examples/`: Yuebao computes shares and pulls from
/// the levels and rates that a bulletin prints, and must come to the bulletin's own.
@Suite struct ExampleTests {
  struct Published: CustomTestStringConvertible {
    let example: String
    let figure: String
    let text: String
    var testDescription: String { "\(example) \(figure)" }
    var period: String { String(figure.split(separator: "@")[1]) }
  }

  static let examples = ["huizhou", "guangdong-2018"]
  private static let folder = Repository.root.appendingPathComponent("Examples")

  static let published: [Published] = examples.flatMap { example -> [Published] in
    let file = folder.appendingPathComponent(example).appendingPathComponent("published.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      return Published(example: example, figure: fields[0], text: fields[1])
    }
  }

  /// Pulls that cannot follow from the printed parts: level and growth are rounded, and the
  /// back-cast same-period value is not the bureau's (methods.md §2: 下算一级, its own set of units).
  private static let notFollowing = [
    "value_added.top_ten.ytd.pull@2022-06": "8.7",
    "value_added.electronics_industry.ytd.pull@2022-06": "2.3",
    "value_added.petrochemical_energy.ytd.pull@2022-06": "3.9",
    "value_added.heavy.ytd.pull@2018-12": "4.9",
  ]

  @Test func thereIsSomethingPublishedForEach() {
    #expect(Set(Self.published.map(\.example)) == Set(Self.examples))
    #expect(Self.published.contains { $0.figure.contains(".share@") })
  }

  @Test(arguments: published) func comesToThePublishedDigits(_ published: Published) throws {
    let workspace = Self.folder.appendingPathComponent(published.example)
    let result = try Program.run(
      ["figures", "--workspace", workspace.path, "--period", published.period, "--format", "csv"],
      in: Repository.root)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let column = try #require(lines.first?.firstIndex(of: "rounded"))
    let line = try #require(lines.first { $0.first == published.figure })
    #expect(line[column] == Self.notFollowing[published.figure] ?? published.text)
  }

  /// A plan of another place and other years, as data alone. 8385.47 of 18797.92 亿元 is 44.6 %.
  @Test func aSecondPlanHasNoFinding() throws {
    let workspace = Self.folder.appendingPathComponent("shanghai-plan").path
    let check = try Program.run(
      ["check", "--workspace", workspace, "--format", "csv"], in: Repository.root)
    #expect(check.status == 0 && check.output.split(separator: "\n").count == 1)
    let figures = try Program.run(
      ["figures", "--workspace", workspace, "--measure", "share", "--format", "csv"],
      in: Repository.root)
    let share = figures.output.split(separator: "\n").first {
      $0.hasPrefix("gross_output.strategic.ytd.share@2023-06,")
    }
    #expect(try #require(share).contains(",44.6,"))
  }

  @Test(arguments: examples + ["shanghai-plan"]) func makesARelease(example: String) throws {
    let output = try WorkFolder()
    let workspace = Self.folder.appendingPathComponent(example)
    let result = try Program.run(
      ["report", "--workspace", workspace.path, "--output", output.url.path], in: output.url)
    #expect(result.status == 0, "\(result.errors)")
    let page = try #require(result.output.split(separator: "\n").first)
    let text = try String(contentsOfFile: String(page), encoding: .utf8)
    #expect(!text.contains("虚构"))
    #expect(text.contains("演示"))
  }
}
