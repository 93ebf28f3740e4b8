// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The built program, run as a user would.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Beside the test bundle, where the package manager puts products.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent()
      .appendingPathComponent("yuebao").path
  }()

  /// Runs the program with nothing of this machine's environment but what `environment` says.
  static func run(
    _ arguments: [String], in folder: URL,
    environment: [String: String] = ["LANG": "C", "TERM": "dumb"]
  ) throws -> Result {
    try run(path, arguments, in: folder, environment: environment)
  }

  /// Runs a line of shell in which `$0` is the program.
  static func run(line: String, in folder: URL) throws -> Result {
    try run(
      "/bin/bash", ["-c", line, path], in: folder,
      environment: ["LANG": "C", "TERM": "dumb", "PATH": "/usr/bin:/bin"])
  }

  /// Runs another program, with nothing of this machine's environment but what `environment` says.
  static func run(
    tool: String, _ arguments: [String], environment: [String: String]
  ) throws -> Result {
    try run(tool, arguments, in: Repository.root, environment: environment)
  }

  private static func run(
    _ executable: String, _ arguments: [String], in folder: URL, environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    // Files and not pipes: two full pipes would block each other.
    let streams = try WorkFolder()
    let output = streams.url.appendingPathComponent("out")
    let errors = streams.url.appendingPathComponent("err")
    for stream in [output, errors] { try Data().write(to: stream) }
    let outputHandle = try FileHandle(forWritingTo: output)
    let errorHandle = try FileHandle(forWritingTo: errors)
    process.standardOutput = outputHandle
    process.standardError = errorHandle
    try process.run()
    process.waitUntilExit()
    try outputHandle.close()
    try errorHandle.close()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder of its own for one test, removed with the last reference.
final class WorkFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("yuebao-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ relative: String) -> URL { url.appendingPathComponent(relative) }

  /// Lays the files below `source` over the folder's own, or over those of a folder in it.
  func overlay(_ source: URL, in folder: String = ".") throws {
    for file in try Self.files(below: source) {
      let target = path(folder).appendingPathComponent(file)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contentsOf: source.appendingPathComponent(file)).write(to: target)
    }
  }

  func write(_ text: String, to relative: String) throws {
    let target = path(relative)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }

  func text(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: path(relative)), as: UTF8.self)
  }

  /// The paths of all files below `folder`, relative to it, sorted; links are not followed.
  static func files(below folder: URL) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { name in
      let type =
        try? FileManager.default.attributesOfItem(
          atPath: folder.appendingPathComponent(name).path)[.type] as? FileAttributeType
      return type == .typeRegular
    }.sorted()
  }
}

/// The package's own folders, found from this file.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases")
}
