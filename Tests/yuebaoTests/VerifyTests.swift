// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Testing

/// What `verify` finds: each damage by itself, named.
@Suite struct VerifyTests {
  /// Three periods, one of them corrected.
  private func published() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    #expect(try workspace.run("report", "--period", "2021-03...2021-05").status == 0)
    try workspace.write(month: 5, value: 1100)
    #expect(try workspace.run("report", "--period", "2021-05").status == 0)
    return workspace
  }

  private func flip(_ path: URL, at offset: Int = 10) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path.path)
    var bytes = try Data(contentsOf: path)
    bytes[bytes.startIndex + offset % bytes.count] ^= 1
    try bytes.write(to: path)
  }

  @Test func whatIsAsPublishedPasses() throws {
    let workspace = try published()
    let result = try workspace.run("verify", "--all")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("4 releases"))
    #expect(try workspace.run("verify").output.contains("2 releases"))
    #expect(try workspace.run("verify", "--period", "2021-03").output.contains("1 releases"))
    #expect(try workspace.run("verify", "--period", "2021-02").status == 66)
  }

  @Test func aFlippedByteOfAnOutputIsNamed() throws {
    let workspace = try published()
    for file in ["report.en.html", "data/figures.json", "manifest.json"] {
      let path = "Output/internal/2021-05/v1/" + file
      let bytes = try Data(contentsOf: workspace.folder.path(path))
      try flip(workspace.folder.path(path))
      let result = try workspace.run("verify", "--all")
      #expect(result.status == 65)
      let folder = file == "manifest.json" ? "Output/internal/2021-05/v1" : path
      #expect(result.output.contains(folder), "\(file): \(result.output)")
      try bytes.write(to: workspace.folder.path(path))
    }
  }

  @Test func aFlippedByteOfAKeptInputIsNamedWithItsPath() throws {
    let workspace = try published()
    let csv = try Data(contentsOf: workspace.folder.path("Input/returns/2021-04.csv"))
    let kept = try #require(
      try workspace.contents(below: "Output/inputs").first { $0.value == csv }?.key)
    try flip(workspace.folder.path("Output/inputs/\(kept)"))
    let result = try workspace.run("verify", "--all")
    #expect(result.status == 65)
    #expect(result.output.contains("(Input/returns/2021-04.csv)"), "\(result.output)")
  }

  @Test(arguments: [30, 100, 5000, 20000, 60000])
  func aFlippedByteOfTheLedgerIsFound(offset: Int) throws {
    let workspace = try published()
    try flip(workspace.folder.path("Output/ledger.sqlite"), at: offset)
    let result = try workspace.run("verify", "--all")
    #expect(result.status == 65)
    #expect(result.output.contains("ledger.sqlite"), "\(result.output)")
  }

  @Test func aLedgerThatHasAnotherValueIsNamedWithTheFigure() throws {
    let workspace = try published()
    let database = try DatabaseQueue(path: workspace.folder.path("Output/ledger.sqlite").path)
    try database.write { database in
      try database.execute(
        sql: """
          UPDATE figure SET value = '9' WHERE name =
            (SELECT id FROM figure_name WHERE name = 'value_added.total.ytd.level@2021-04')
          """)
    }
    let result = try workspace.run("verify", "--all")
    #expect(result.status == 65)
    #expect(result.output.contains("value_added.total.ytd.level@2021-04"), "\(result.output)")
  }

  @Test func whatIsGoneOrTooMuchIsNamed() throws {
    let workspace = try published()
    try FileManager.default.removeItem(
      at: workspace.folder.path("Output/internal/2021-04/v1/report.en.md"))
    try FileManager.default.removeItem(at: workspace.folder.path("Output/internal/2021-03/v1"))
    try workspace.folder.write("x", to: "Output/internal/2021-05/v2/extra.txt")
    let result = try workspace.run("verify", "--all")
    #expect(result.status == 65)
    for path in ["2021-04/v1/report.en.md", "2021-03/v1", "2021-05/v2/extra.txt"] {
      #expect(result.output.contains(path), "\(result.output)")
    }
  }

  /// A release that its inputs do not give: as if the program had changed.
  @Test func theFirstFigureThatDiffersIsNamed() throws {
    let workspace = try published()
    let path = workspace.folder.path("Output/internal/2021-04/v1/data/figures.json")
    let text = try String(contentsOf: path, encoding: .utf8)
    try text.replacingOccurrences(of: "\"value\":\"0.04\"", with: "\"value\":\"0.05\"")
      .write(to: path, atomically: false, encoding: .utf8)
    let manifest = workspace.folder.path("Output/internal/2021-04/v1/manifest.json")
    let old = try JSONSerialization.jsonObject(with: Data(contentsOf: manifest)) as? [String: Any]
    let files = try #require(old?["files"] as? [[String: Any]])
    let digest = try #require(
      files.first { $0["path"] as? String == "data/figures.json" }?["sha256"] as? String)
    let sum = try Program.run(
      line: "sha256sum < Output/internal/2021-04/v1/data/figures.json", in: workspace.folder.url)
    try String(contentsOf: manifest, encoding: .utf8)
      .replacingOccurrences(of: digest, with: String(sum.output.prefix(64)))
      .write(to: manifest, atomically: false, encoding: .utf8)
    let result = try workspace.run("verify", "--all")
    #expect(result.status == 65)
    #expect(
      result.output.contains("first figure value_added.total.ytd.level@2021-04"),
      "\(result.output)")
  }
}
