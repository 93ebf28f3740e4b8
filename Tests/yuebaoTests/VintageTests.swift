// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Testing

/// Vintages, the ledger behind them, and what is said of the past.
@Suite struct VintageTests {
  private func report(_ workspace: SmallWorkspace, _ more: String...) throws -> Program.Result {
    try Program.run(
      ["report", "--period", "2021-05", "--lang", "en"] + more, in: workspace.folder.url)
  }

  private func ledger(_ workspace: SmallWorkspace) throws -> DatabaseQueue {
    try DatabaseQueue(path: workspace.folder.path("Output/ledger.sqlite").path)
  }

  // MARK: - Unchanged

  @Test func theSameAgainIsOneLineAndNothingNew() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    let first = try workspace.contents(below: "Output/internal")
    let second = try report(workspace)
    #expect(second.status == 0)
    #expect(second.output == "nothing new: these files give Output/internal/2021-05/v1\n")
    #expect(second.errors.isEmpty)
    #expect(try workspace.contents(below: "Output/internal") == first)
  }

  @Test func aJobThatNobodyLooksAtIsQuietWhenNothingHappened() throws {
    let workspace = try SmallWorkspace()
    let environment = ["LANG": "C", "PATH": "/usr/bin:/bin"]
    let first = try workspace.run("report", environment: environment)
    #expect(first.status == 0 && !(first.output + first.errors).isEmpty)
    let second = try workspace.run("report", environment: environment)
    #expect(second.status == 0)
    #expect(second.output.isEmpty && second.errors.isEmpty)
  }

  @Test func filesOfOtherPeriodsMakeNoNewVintage() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    try workspace.write(month: 6, value: 1000)
    let second = try report(workspace)
    #expect(second.output.hasPrefix("nothing new"))
  }

  @Test func aLostFileIsWrittenAgainWithItsBytes() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    let first = try workspace.contents(below: "Output/internal")
    try FileManager.default.removeItem(
      at: workspace.folder.path("Output/internal/2021-05/v1/report.en.html"))
    #expect(try report(workspace).status == 0)
    #expect(try workspace.contents(below: "Output/internal") == first)
  }

  // MARK: - Corrections

  @Test func aCorrectionSaysWhatChangedAndWhy() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    try workspace.write(month: 5, value: 1100)
    let second = try report(workspace, "--reason", "the unit found an error")
    #expect(second.status == 0)
    #expect(second.errors.contains("version 2, which corrects version 1"))
    #expect(second.errors.contains("Input/returns/2021-05.csv changed (D2: 1000 → 1100"))
    #expect(second.errors.contains("the unit found an error"))

    let revisions = try workspace.run("revisions", "--format", "csv")
    #expect(revisions.status == 0)
    let line = revisions.output.split(separator: "\n").first {
      $0.contains("value_added.total.ytd.level@2021-05")
    }
    // 5 × 1000 and 5 × 1100 千元.
    let expected =
      "2021-05,2,value_added.total.ytd.level@2021-05,亿元,0.05,0.055,0.05,0.06,,,"
      + "Input/returns/2021-05.csv,the unit found an error"
    #expect(line.map(String.init) == expected)
    let triangle = try workspace.run("revisions", "value_added.total.ytd.level")
    #expect(triangle.output.contains("2021-05  0.05  0.06   +0.0050"))
  }

  @Test func aPublicCorrectionNeedsAReason() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace, "--audience", "public").status == 0)
    let before = try workspace.contents(below: "Output/public")
    try workspace.folder.write("# other {{full_title}}\n", to: "Templates/report.md.mustache")
    let refused = try report(workspace, "--audience", "public")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--reason"))
    #expect(try workspace.contents(below: "Output/public") == before)
    #expect(try report(workspace, "--audience", "public", "--reason", "typo").status == 0)
    #expect(try workspace.folder.text("Output/public/2021-05/v2/manifest.json").contains("typo"))
  }

  // MARK: - As of

  @Test func asOfReadsWhatWasKnownThenAfterInputWasTidied() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    try ledger(workspace).write { database in
      try database.execute(sql: "UPDATE run SET started = '2021-06-20T08:00:00Z'")
      try database.execute(sql: "UPDATE vintage SET published = '2021-06-20T08:00:00Z'")
    }
    let first = try workspace.contents(below: "Output/internal/2021-05/v1")
    try FileManager.default.removeItem(at: workspace.folder.path("Input/returns"))
    try workspace.write(month: 5, value: 2000)
    #expect(try report(workspace, "--reason", "new").status == 0)

    let figures = ["figures", "--period", "2021-05", "--measure", "level", "--basis", "ytd"]
    let then = try Program.run(
      figures + ["--format", "csv", "--as-of", "2021-06-20"], in: workspace.folder.url)
    #expect(then.output.contains(",0.05,"), "\(then.output)\(then.errors)")
    #expect(try report(workspace, "--as-of", "2021-06-20").status == 0)
    let again = try workspace.contents(below: "Output/as-of/2021-06-20/internal/2021-05/v1")
    #expect(again == first)
    let before = try Program.run(figures + ["--as-of", "2021-06-19"], in: workspace.folder.url)
    #expect(before.status == 66)
    let explained = try Program.run(
      ["explain", "value_added.total.ytd.level@2021-05", "--vintage", "1", "--lang", "en"],
      in: workspace.folder.url)
    #expect(
      explained.status == 0 && explained.output.contains("5000"),
      "\(explained.output)\(explained.errors)")
  }

  @Test func bytesThatAreNotKeptAnyMoreAreNamed() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    let csv = try Data(contentsOf: workspace.folder.path("Input/returns/2021-05.csv"))
    for (file, bytes) in try workspace.contents(below: "Output/inputs") where bytes == csv {
      try FileManager.default.removeItem(at: workspace.folder.path("Output/inputs/\(file)"))
    }
    let check = try workspace.run("check", "--as-of", "2999-01-01")
    #expect(check.status == 65)
    #expect((check.output + check.errors).contains("Input/returns/2021-05.csv"))
  }

  // MARK: - The ledger

  @Test func aLostLedgerIsMadeAnewFromTheReleases() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    try workspace.write(month: 5, value: 1100)
    #expect(try report(workspace).status == 0)
    let rows = "SELECT audience, period, vintage, name, value FROM published ORDER BY 1, 2, 3, 4"
    let before = try ledger(workspace).read { try Row.fetchAll($0, sql: rows) }
    for file in ["ledger.sqlite", "ledger.sqlite.sha256"] {
      try FileManager.default.removeItem(at: workspace.folder.path("Output/" + file))
    }
    #expect(try report(workspace).status == 0)
    #expect(try ledger(workspace).read { try Row.fetchAll($0, sql: rows) } == before)
    #expect(try workspace.run("verify", "--all").status == 0)
  }

  @Test func aDamagedLedgerIsSaidAndNothingIsPublished() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    try Data(repeating: 0x41, count: 8192)
      .write(to: workspace.folder.path("Output/ledger.sqlite"))
    let result = try report(workspace)
    #expect(result.status == 73)
    #expect(result.errors.contains("ledger.sqlite is damaged"))
  }

  @Test func aClockThatWasSetBackIsSaid() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    try ledger(workspace).write { database in
      try database.execute(sql: "UPDATE run SET started = '2999-01-01T00:00:00Z'")
    }
    try workspace.write(month: 5, value: 1100)
    let result = try report(workspace)
    #expect(result.status == 0)
    #expect(result.errors.contains("the clock was set back"))
    let starts = try ledger(workspace).read {
      try String.fetchAll($0, sql: "SELECT started FROM run ORDER BY id")
    }
    #expect(starts == ["2999-01-01T00:00:00Z", "2999-01-01T00:00:00Z"])
  }

  // MARK: - Who may read

  @Test func internalOutputIsNotForEveryone() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace, "--audience", "internal,public").status == 0)
    func mode(_ path: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: workspace.folder.path("Output/" + path).path)
      return try #require(attributes[.posixPermissions] as? Int)
    }
    for path in [
      "internal", "internal/2021-05/v1/report.en.html", "internal/index.en.html", "ledger.sqlite",
      "log.jsonl", "inputs",
    ] {
      #expect(try mode(path) & 0o007 == 0, "\(path)")
    }
    for path in ["public/2021-05/v1/report.en.html", "public/index.en.html"] {
      #expect(try mode(path) & 0o004 == 0o004, "\(path)")
    }
  }

  @Test func theLogIsOneObjectALine() throws {
    let workspace = try SmallWorkspace()
    #expect(try report(workspace).status == 0)
    let events = try workspace.folder.text("Output/log.jsonl").split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["event"] as? String)
    }
    #expect(events == ["begin", "inputs", "read", "published", "end"])
  }

  @Test func aFolderThatIsNoWorkspaceGetsNoOutput() throws {
    let folder = try WorkFolder()
    #expect(try Program.run(["report"], in: folder.url).status == 78)
    #expect(!FileManager.default.fileExists(atPath: folder.path("Output").path))
  }
}
