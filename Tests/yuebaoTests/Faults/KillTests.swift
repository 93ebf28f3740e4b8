// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Testing

/// `kill -9` at any moment of a run that publishes several periods.
@Suite struct KillTests {
  private static let killsOfEach = 25

  /// 8 × 25 moments: calls that change the output, spread by a fixed pseudo-random sequence.
  @Test(arguments: 1...8)
  func leavesWholeVintagesAndTheNextRunEndsWell(seed: Int) throws {
    let workspace = try SmallWorkspace()
    let calls = try Faults.calls(workspace)
    var whole = try Faults.requireWholeVintages(workspace, before: [:])
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    for turn in 1...Self.killsOfEach {
      for month in 3...5 { try workspace.write(month: month, value: 1000 + turn) }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let call = 1 + Int((state >> 33) % UInt64(calls))
      let killed = try Faults.report(workspace, "kill", at: call)
      whole = try Faults.requireWholeVintages(workspace, before: whole)
      try requireWholeLedger(workspace)

      let next = try workspace.run("report", "--period", "2021-03...2021-05")
      #expect(next.status == 0, "killed at \(call) (\(killed.status)): \(next.errors)")
      whole = try Faults.requireWholeVintages(workspace, before: whole)
      #expect(try leftovers(workspace).isEmpty)
    }
    // Rebuilding 75 releases takes long; that they are whole was seen each time.
    guard seed == 1 else { return }
    let verified = try workspace.run("verify", "--all")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  private func requireWholeLedger(_ workspace: SmallWorkspace) throws {
    let path = workspace.folder.path("Output/ledger.sqlite").path
    guard FileManager.default.fileExists(atPath: path) else { return }
    // With its log, as the next run would open it, but not this one: a copy.
    let copy = try WorkFolder()
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(
        atPath: path + suffix, toPath: copy.path("ledger.sqlite" + suffix).path)
    }
    #expect(try Ledger(writingAt: copy.path("ledger.sqlite").path).damage().isEmpty)
  }

  private func leftovers(_ workspace: SmallWorkspace) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: workspace.folder.path("Output").path)
      .filter { $0.contains(".writing") }
  }
}
