// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Disk full, input and output errors, no permission: from some call on.
@Suite struct FaultTests {
  @Test(arguments: [
    ("ENOSPC", ["No space left on device", "disk is full", "disk I/O error"]),
    ("EIO", ["Input/output error", "disk I/O error"]),
    ("EACCES", ["Permission denied", "unable to open", "disk I/O error", "readonly"]),
  ])
  func aFailingDiskIsSaidAndLeavesTheOldOutputWhole(kind: String, words: [String]) throws {
    let workspace = try SmallWorkspace()
    let calls = try Faults.calls(workspace)
    var whole = try Faults.requireWholeVintages(workspace, before: [:])
    for (turn, call) in stride(from: 1, through: calls - 5, by: 1 + calls / 12).enumerated() {
      for month in 3...5 { try workspace.write(month: month, value: 1001 + turn) }
      let failed = try Faults.report(workspace, kind, at: call)
      #expect(failed.status == 73, "\(kind) at \(call): \(failed.status) \(failed.errors)")
      #expect(words.contains { failed.errors.contains($0) }, "\(call): \(failed.errors)")
      whole = try Faults.requireWholeVintages(workspace, before: whole)
      let next = try workspace.run("report", "--period", "2021-03...2021-05")
      #expect(next.status == 0, "\(kind) at \(call), then: \(next.errors)")
      whole = try Faults.requireWholeVintages(workspace, before: whole)
    }
    guard kind == "ENOSPC" else { return }
    let verified = try workspace.run("verify", "--all")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  /// SIGTERM: nothing half-written stays, and the shell sees that the signal ended it.
  @Test func aSignalTakesBackWhatIsHalfWritten() throws {
    let workspace = try SmallWorkspace()
    let result = try Program.run(
      line: "\"$0\" report --period 2021-03...2021-05 & sleep 0.25; kill -TERM $!; wait $!",
      in: workspace.folder.url)
    // It may have been quicker, or not have begun to write.
    #expect([0, 143].contains(result.status), "\(result.status) \(result.errors)")
    let output = workspace.folder.path("Output").path
    let left = (try? FileManager.default.subpathsOfDirectory(atPath: output)) ?? []
    #expect(left.filter { $0.contains("/.writing-") }.isEmpty)
    _ = try Faults.requireWholeVintages(workspace, before: [:])
    #expect(try workspace.run("report", "--period", "2021-03...2021-05").status == 0)
  }
}
