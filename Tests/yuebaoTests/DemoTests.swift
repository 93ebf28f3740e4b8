// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The committed sample and what is made from it.
@Suite struct DemoTests {
  /// The figures' JSON for one period, without where files lie.
  private func figures(_ workspace: WorkFolder, _ period: String) throws -> String {
    let result = try Program.run(
      ["figures", "--period", period, "--format", "json"], in: workspace.url)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  private func small(_ more: String...) throws -> WorkFolder {
    let workspace = try WorkFolder()
    let result = try Program.run(
      ["demo", ".", "--units", "40", "--from", "2021-01..02", "--to", "2021-06"] + more,
      in: workspace.url)
    #expect(result.status == 0, "\(result.errors)")
    return workspace
  }

  @Test func theCommittedInputIsItsOutput() throws {
    let fresh = try WorkFolder()
    #expect(try Program.run(["demo", "."], in: fresh.url).status == 0)
    let committed = Repository.root.appendingPathComponent("Input")
    let names = try WorkFolder.files(below: committed)
    #expect(try WorkFolder.files(below: fresh.path("Input")) == names)
    for name in names {
      let one = try Data(contentsOf: committed.appendingPathComponent(name))
      let other = try Data(contentsOf: fresh.path("Input/" + name))
      #expect(one == other, "\(name) differs")
    }
  }

  /// Infos are left: which units are new and which are gone.
  @Test func theSampleHasNeitherErrorNorWarning() throws {
    let result = try Program.run(
      ["check", "--workspace", Repository.root.path, "--format", "csv"], in: Repository.root)
    #expect(result.status == 0)
    let findings = result.output.split(separator: "\n").dropFirst()
    #expect(findings.allSatisfy { $0.hasPrefix("info,") }, "\(result.output)")
  }

  @Test func smartEquipmentOf2019IsThePlansBaseline() throws {
    let result = try Program.run(
      [
        "figures", "--period", "2020", "--sector", "smart_equipment", "--indicator", "value_added",
        "--format", "csv",
      ], in: Repository.root)
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let column = try #require(lines.first?.firstIndex(of: "value"))
    let exact = Dictionary(uniqueKeysWithValues: lines.dropFirst().map { ($0[0], $0[column]) })
      .compactMapValues { Double($0) }
    let level = try #require(exact["value_added.smart_equipment.ytd.level@2020"])
    let growth = try #require(exact["value_added.smart_equipment.ytd.yoy@2020"])
    #expect(abs(level / (1 + growth / 100) - 19.73) < 1e-9)
  }

  @Test(arguments: ["2021-05", "2021-01..02", "2021-Q1", "2021-H1", "2021-02...2021-06"])
  func everyKindOfPeriodHasFigures(period: String) throws {
    #expect(try figures(small(), period).contains("value_added.total.ytd.level"))
  }

  @Test func formatsCarryTheSameFigures() throws {
    let csv = try figures(small("--format", "csv"), "2021-05")
    #expect(try figures(small("--format", "spreadsheetml"), "2021-05") == csv)
    #expect(try figures(small("--format", "mixed"), "2021-05") == csv)
  }

  @Test func renamedAndReorderedFilesGiveTheSameFigures() throws {
    let workspace = try small("--format", "csv")
    let before = try figures(workspace, "2021-05")
    let folder = workspace.path("Input/returns")
    for (number, name) in try WorkFolder.files(below: folder).enumerated()
    where name.hasSuffix(".csv") && name.contains("b204") {
      let target = workspace.path("Input/returns/deep/er/\((number * 7919) % 1000).txt")
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      var lines = try workspace.text("Input/returns/" + name).split(separator: "\n").map(
        String.init)
      lines = [lines[0]] + lines.dropFirst().reversed()
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: target)
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    #expect(try figures(workspace, "2021-05") == before)
  }

  @Test func theSameOptionsGiveTheSameReleaseWhateverTheLocaleAndZone() throws {
    let workspace = try small()
    var releases: [String] = []
    for environment in [
      ["LANG": "C", "TZ": "UTC"], ["LC_ALL": "zh_CN.GB18030", "TZ": "Asia/Tokyo"],
    ] {
      let output = "Out\(releases.count)"
      let result = try Program.run(
        ["report", "--period", "2021-05", "--output", output], in: workspace.url,
        environment: environment)
      #expect(result.status == 0, "\(result.errors)")
      releases.append(try workspace.text("\(output)/internal/2021-05/v1/report.html"))
    }
    #expect(releases[0] == releases[1])
    #expect(releases[0].contains("虚构"))
  }
}
