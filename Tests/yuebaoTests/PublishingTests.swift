// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Testing

/// What `report` leaves on the disk.
@Suite struct PublishingTests {
  private func workspace() throws -> WorkFolder {
    let workspace = try WorkFolder()
    #expect(try Program.run(["init", "."], in: workspace.url).status == 0)
    try workspace.overlay(Repository.cases.appendingPathComponent("_common"))
    return workspace
  }

  private func report(_ workspace: WorkFolder, _ more: String...) throws -> Program.Result {
    try Program.run(["report", "--period", "2021-05"] + more, in: workspace.url)
  }

  private func files(_ workspace: WorkFolder) throws -> [String: Data] {
    let folder = workspace.path("Output/internal/2021-05")
    var contents: [String: Data] = [:]
    for file in try WorkFolder.files(below: folder) {
      contents[file] = try Data(contentsOf: folder.appendingPathComponent(file))
    }
    return contents
  }

  @Test func aSecondRunWritesNothingNew() throws {
    let workspace = try workspace()
    #expect(try report(workspace).status == 0)
    let first = try files(workspace)
    #expect(first.keys.contains("v1/report.html") && first.keys.contains("v1/report.md"))
    let second = try report(workspace)
    #expect(second.status == 0)
    #expect(try files(workspace) == first)
    #expect(second.output == "没有新内容：这些文件对应的发布为Output/internal/2021-05/v1\n")
    #expect(second.output.split(separator: "\n").count == 1)
  }

  @Test func changedInputMakesTheNextVintageAndKeepsTheOld() throws {
    let workspace = try workspace()
    #expect(try report(workspace).status == 0)
    let first = try files(workspace)
    let text = try workspace.text("Input/returns/2021-05.csv")
    try workspace.write(
      text.replacingOccurrences(of: ",4010,19410,", with: ",4011,19411,"),
      to: "Input/returns/2021-05.csv")
    #expect(try report(workspace).status == 0)
    let second = try files(workspace)
    for (file, bytes) in first { #expect(second[file] == bytes) }
    #expect(second["v2/report.md"] != first["v1/report.md"])
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: workspace.path("Output/internal/2021-05/latest").path)
    #expect(link == "v2")
  }

  @Test func damagedInputLeavesTheOldReleaseAlone() throws {
    let workspace = try workspace()
    #expect(try report(workspace).status == 0)
    let before = try files(workspace)
    try workspace.write("统一社会信用代码,行业代码\n", to: "Input/returns/2021-05.csv")
    #expect(try report(workspace).status == 65)
    #expect(try files(workspace) == before)
  }

  @Test func anotherRunThatHoldsTheLockMakesItTryAgainLater() throws {
    let workspace = try workspace()
    try FileManager.default.createDirectory(
      at: workspace.path("Output"), withIntermediateDirectories: true)
    let descriptor = open(workspace.path("Output/.lock").path, O_RDWR | O_CREAT, 0o666)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(try report(workspace).status == 75)
    #expect(try files(workspace).isEmpty)
  }

  @Test func anOutputThatCannotBeMadeIsSaid() throws {
    let workspace = try workspace()
    try workspace.write("a file, not a folder", to: "Blocked")
    let result = try report(workspace, "--output", "Blocked/Output")
    #expect(result.status == 73)
    #expect(result.errors.contains("Blocked"))
  }

  /// /dev/full refuses every byte like a full disk.
  @Test func aFullDiskBehindStandardOutputIsAnError() throws {
    let workspace = try workspace()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" figures --period 2021-05 > /dev/full", Program.path]
    process.currentDirectoryURL = workspace.url
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
  }

  @Test func aNamedPipeAmongTheReturnsIsAFindingAndDoesNotHang() throws {
    let workspace = try workspace()
    #expect(mkfifo(workspace.path("Input/returns/pipe.csv").path, 0o600) == 0)
    let result = try report(workspace)
    #expect(result.status == 65)
    #expect(result.errors.contains("Input/returns/pipe.csv: error Y1002"))
  }

  @Test func aBureauTableAheadOfTheReturnsDoesNotMakeANewestPeriod() throws {
    let workspace = try workspace()
    try workspace.write(
      "样例街道工业投资（2021年1-6月）\n单位：亿元\n指标名称,本月止累计,累计比上年同期增长(%)\n工业投资,1.20,3.4\n",
      to: "Input/returns/investment.csv")
    let result = try Program.run(["report"], in: workspace.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("internal/2021-05/v1/report.html"))
  }

  @Test func leftoversOfAKilledRunAreRemoved() throws {
    let workspace = try workspace()
    try workspace.write("half", to: "Output/internal/2021-05/.writing-v1/report.html")
    #expect(try report(workspace).status == 0)
    let left = workspace.path("Output/internal/2021-05/.writing-v1").path
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(try workspace.text("Output/internal/2021-05/v1/report.html") != "half")
  }

  @Test func aWorkspaceIsNeverOverwritten() throws {
    let workspace = try workspace()
    let before = try workspace.text("yuebao.yml")
    #expect(try Program.run(["init", "."], in: workspace.url).status == 73)
    #expect(try Program.run(["demo", "."], in: workspace.url).status == 73)
    #expect(try workspace.text("yuebao.yml") == before)
  }

  @Test func anEmptyWorkspaceHasNoReturnsButNoErrors() throws {
    let workspace = try WorkFolder()
    #expect(try Program.run(["init", "new"], in: workspace.url).status == 0)
    let result = try Program.run(["check", "--workspace", "new"], in: workspace.url)
    #expect(result.status == 66)
    #expect(!result.errors.contains("Y2"))
  }

  @Test func aFolderThatIsNoWorkspaceIsSaid() throws {
    let folder = try WorkFolder()
    let empty = try Program.run(["report"], in: folder.url)
    #expect(empty.status == 78)
    #expect(empty.errors.contains("yuebao.yml"))
    let absent = try Program.run(["report", "--workspace", "nowhere"], in: folder.url)
    #expect(absent.status == 66)
  }
}
