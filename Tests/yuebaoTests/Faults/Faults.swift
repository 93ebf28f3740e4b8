// SPDX-License-Identifier: Apache-2.0
import Foundation
import Provenance
import Testing

/// Runs of the program in which a call that changes the output fails or ends the process (fault.c).
enum Faults {
  /// The library that is preloaded, built once; `nil` where it cannot be.
  static let library: String? = {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("fault.c")
    let target = FileManager.default.temporaryDirectory
      .appendingPathComponent("yuebao-fault-\(getpid()).so")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "cc", "-shared", "-fPIC", "-O1", "-o", target.path, source.path, "-ldl",
    ]
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? target.path : nil
  }()

  /// - Parameter call: which of the calls below `Output`, from 1 on; 0 for none.
  static func report(
    _ workspace: SmallWorkspace, _ kind: String, at call: Int, count: URL? = nil
  ) throws -> Program.Result {
    var environment = [
      "LANG": "C", "TERM": "dumb", "LD_PRELOAD": try #require(library),
      "FAULT_BELOW": workspace.folder.path("Output").path, "FAULT_AT": String(call),
      "FAULT_KIND": kind,
    ]
    environment["FAULT_COUNT"] = count?.path
    return try Program.run(
      ["report", "--period", "2021-03...2021-05", "--lang", "en"], in: workspace.folder.url,
      environment: environment)
  }

  /// How many calls a run makes that corrects three periods.
  static func calls(_ workspace: SmallWorkspace) throws -> Int {
    #expect(try report(workspace, "none", at: 0).status == 0)
    for month in 3...5 { try workspace.write(month: month, value: 999) }
    let count = workspace.folder.path("count")
    #expect(try report(workspace, "none", at: 0, count: count).status == 0)
    let text = try String(contentsOf: count, encoding: .utf8)
    return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// That every vintage on the disk is whole, and that those of before have not changed.
  ///
  /// - Returns: the vintages' files by path.
  static func requireWholeVintages(
    _ workspace: SmallWorkspace, before: [String: Data]
  ) throws -> [String: Data] {
    let now = try workspace.contents(below: "Output/internal").filter { path, _ in
      path.contains("/v") && !path.contains("/.writing-")
    }
    for (path, bytes) in before { #expect(now[path] == bytes, "\(path) changed") }
    for (path, bytes) in now where path.hasSuffix("/manifest.json") {
      let folder = String(path.dropLast("manifest.json".count))
      let manifest = try #require(
        try JSONSerialization.jsonObject(with: bytes) as? [String: Any], "\(path)")
      for file in try #require(manifest["files"] as? [[String: Any]]) {
        let name = folder + (try #require(file["path"] as? String))
        let digest = now[name].map { Digest(of: Array($0)).text }
        #expect(digest == file["sha256"] as? String, "\(name) is not whole")
      }
    }
    for path in now.keys where !path.hasSuffix("/manifest.json") {
      let parts = path.split(separator: "/")
      #expect(now["\(parts[0])/\(parts[1])/manifest.json"] != nil, "\(path) has no manifest")
    }
    return now
  }
}
