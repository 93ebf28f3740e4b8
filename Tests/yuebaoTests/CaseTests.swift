// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Golden cases: one folder each in `Cases/`, see `Cases/README.md`.
///
/// `RECORD_CASES=1 swift test --filter CaseTests` writes what is expected anew and fails the run,
/// so that a recorded run is never green; the diff is then reviewed like code.
@Suite struct CaseTests {
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: Repository.cases.path)) ?? [])
    .filter { !$0.hasPrefix("_") && !$0.contains(".") }.sorted()

  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_CASES"] == "1"

  @Test func thereAreCases() { #expect(Self.names.count > 10) }

  @Test(arguments: names) func givesWhatIsExpected(name: String) throws {
    let folder = Repository.cases.appendingPathComponent(name)
    let workspace = try Self.workspace(for: folder)
    let inputBefore = try Self.contents(of: workspace.path("Input"))
    let actual = try Self.run(folder, in: workspace)
    #expect(try Self.contents(of: workspace.path("Input")) == inputBefore)
    let expectedFolder = folder.appendingPathComponent("expected")
    if Self.isRecording {
      try Self.record(actual, in: expectedFolder)
      Issue.record("recorded \(name)")
    }
    let expected = try Self.contents(of: expectedFolder)
    #expect(Set(actual.keys) == Set(expected.keys))
    for (file, text) in actual { #expect(text == expected[file], "\(file) differs") }
  }

  /// An empty workspace, then the common files, then the case's own; a file named `X.absent`
  /// takes X away.
  private static func workspace(for folder: URL) throws -> WorkFolder {
    let workspace = try WorkFolder()
    let made = try Program.run(["init", "."], in: workspace.url)
    #expect(made.status == 0, "\(made.errors)")
    try workspace.overlay(Repository.cases.appendingPathComponent("_common"))
    try workspace.overlay(folder.appendingPathComponent("workspace"))
    for file in try WorkFolder.files(below: workspace.url) where file.hasSuffix(".absent") {
      try FileManager.default.removeItem(at: workspace.path(file))
      try FileManager.default.removeItem(at: workspace.path(String(file.dropLast(7))))
    }
    return workspace
  }

  /// What the program left: its streams, its status, every file in Output.
  private static func run(_ folder: URL, in workspace: WorkFolder) throws -> [String: String] {
    let command = String(
      decoding: try Data(contentsOf: folder.appendingPathComponent("command")), as: UTF8.self)
    let arguments = command.split(whereSeparator: \.isWhitespace).map(String.init)
    let result = try Program.run(arguments, in: workspace.url)
    var left = [
      "status": "\(result.status)\n", "stdout": withoutPlaces(result.output, workspace),
      "stderr": result.errors,
    ]
    // Times stand in the ledger and the log, in no release.
    for (file, text) in try contents(of: workspace.path("Output"))
    where file.hasPrefix("internal/") || file.hasPrefix("public/") {
      left["Output/" + file] = text
    }
    return left.filter { !$0.value.isEmpty }
  }

  /// What differs from machine to machine, in words: where the program and the workspace lie, who runs it.
  private static func withoutPlaces(_ text: String, _ workspace: WorkFolder) -> String {
    let program = URL(fileURLWithPath: Program.path).resolvingSymlinksInPath().path
    return text.replacingOccurrences(
      of: workspace.url.resolvingSymlinksInPath().path, with: "/WORKSPACE"
    )
    .replacingOccurrences(of: program, with: "/PROGRAM")
    .replacingOccurrences(of: "User=\(NSUserName())", with: "User=USER")
    .replacingOccurrences(of: "\"\(NSUserName())\"", with: "\"USER\"")
  }

  private static func contents(of folder: URL) throws -> [String: String] {
    var contents: [String: String] = [:]
    for file in try WorkFolder.files(below: folder) {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      contents[file] = String(decoding: data, as: UTF8.self)
    }
    return contents
  }

  private static func record(_ actual: [String: String], in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (file, text) in actual {
      let target = folder.appendingPathComponent(file)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: target)
    }
  }
}
