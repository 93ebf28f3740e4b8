// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Provenance
import Testing

@testable import Ledger

@Suite struct LedgerTests {
  private func run(_ started: String, _ arguments: String = "period=latest") -> LedgerRun {
    LedgerRun(
      started: started, command: "report", arguments: arguments, version: "1", program: "a")
  }

  private func snapshot(_ byte: UInt8) -> Snapshot {
    Snapshot(files: ["Input/returns/a.csv": .content(Digest(of: [byte]))])
  }

  private func vintage(_ number: Int, _ period: String = "2021-05") -> LedgerVintage {
    LedgerVintage(
      audience: "internal", period: period, number: number,
      manifest: Digest(of: [UInt8(number)]), snapshot: snapshot(1).digest, version: "1",
      reason: number > 1 ? "late returns" : nil, published: "2021-06-20T08:00:00Z")
  }

  private let figures = [
    LedgerFigure(
      name: "a.b.ytd.yoy@2021-05", value: "1/3", rounded: "0.3", unit: "%", missing: nil),
    LedgerFigure(
      name: "a.c.ytd.yoy@2021-05", value: nil, rounded: nil, unit: "%", missing: "not_reported"),
  ]

  @Test func whatIsRecordedIsThereAgainAfterClosing() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(writingAt: folder.path)
    let number = try ledger.begin(run("2021-06-20T08:00:00Z"))
    try ledger.record(
      snapshot(1), sizes: ["Input/returns/a.csv": 7], definitions: Digest(of: []), of: number)
    try ledger.record(vintage(1), figures: figures, run: number)
    try ledger.record(vintage(2), figures: [], run: nil)
    try ledger.close()

    let read = try Ledger(readingAt: folder.path)
    #expect(try read.vintages() == [vintage(1), vintage(2)])
    #expect(try read.figures(of: vintage(1)) == figures)
    #expect(try read.damage().isEmpty)
    #expect(try read.newestStart() == "2021-06-20T08:00:00Z")
  }

  @Test func aVintageThatIsRecordedStaysAsItIs() throws {
    let folder = try LedgerFolder()
    defer { withExtendedLifetime(folder) {} }
    let ledger = try Ledger(writingAt: folder.path)
    try ledger.record(vintage(1), figures: figures, run: nil)
    let other = LedgerVintage(
      audience: "internal", period: "2021-05", number: 1, manifest: Digest(of: [9]),
      snapshot: nil, version: nil, reason: nil, published: nil)
    try ledger.record(other, figures: [], run: nil)
    #expect(try ledger.vintages() == [vintage(1)])
    #expect(try ledger.figures(of: vintage(1)) == figures)
  }

  @Test func asOfIsTheLastRunUpToThen() throws {
    let folder = try LedgerFolder()
    defer { withExtendedLifetime(folder) {} }
    let ledger = try Ledger(writingAt: folder.path)
    for (day, byte) in [("20", 1), ("21", 2), ("23", 1)] as [(String, UInt8)] {
      let number = try ledger.begin(run("2021-06-\(day)T08:00:00Z"))
      try ledger.record(snapshot(byte), sizes: [:], definitions: Digest(of: []), of: number)
    }
    #expect(try ledger.snapshot(asOf: "2021-06-19T23:59:59Z") == nil)
    #expect(try ledger.snapshot(asOf: "2021-06-20T08:00:00Z") == snapshot(1).digest)
    #expect(try ledger.snapshot(asOf: "2021-06-22T23:59:59Z") == snapshot(2).digest)
    #expect(try ledger.snapshot(asOf: "2021-06-30T23:59:59Z") == snapshot(1).digest)
  }

  @Test func theLastEndIsOfTheSameRequestWhateverWasRead() throws {
    let folder = try LedgerFolder()
    defer { withExtendedLifetime(folder) {} }
    let ledger = try Ledger(writingAt: folder.path)
    func end(_ status: Int) -> LedgerRunEnd {
      LedgerRunEnd(
        outcome: status == 0 ? .published : .stopped, status: status, sentence: "\(status)",
        milliseconds: 5)
    }
    let first = try ledger.begin(run("2021-06-20T08:00:00Z"))
    #expect(try ledger.lastEnd(like: run(""), before: first) == nil)
    try ledger.record(snapshot(1), sizes: [:], definitions: Digest(of: []), of: first)
    try ledger.end(run: first, end(66))
    let other = try ledger.begin(run("2021-06-21T08:00:00Z", "period=2021-05"))
    try ledger.end(run: other, end(0))
    // Killed: it has no end.
    _ = try ledger.begin(run("2021-06-22T08:00:00Z"))
    let last = try ledger.begin(run("2021-06-23T08:00:00Z"))
    #expect(try ledger.lastEnd(like: run(""), before: last) == end(66))
    #expect(try ledger.lastEnd(like: run(""), before: first) == nil)
  }

  @Test func theLastRunLikeAnotherIsOneThatEndedAndAskedForTheSame() throws {
    let folder = try LedgerFolder()
    defer { withExtendedLifetime(folder) {} }
    let ledger = try Ledger(writingAt: folder.path)
    let asked = run("2021-06-20T08:00:00Z")
    let end = LedgerRunEnd(outcome: .published, status: 0, sentence: "done", milliseconds: 5)
    let first = try ledger.begin(asked)
    try ledger.record(snapshot(1), sizes: [:], definitions: Digest(of: []), of: first)
    try ledger.record(vintage(1), figures: figures, run: first)
    try ledger.record(run: first, gave: vintage(1))
    #expect(try ledger.lastRun(like: asked, of: snapshot(1).digest) == nil)
    try ledger.end(run: first, end)
    let found = try #require(try ledger.lastRun(like: asked, of: snapshot(1).digest))
    #expect(found.end == end)
    #expect(found.vintages == [vintage(1)])
    #expect(try ledger.lastRun(like: asked, of: snapshot(2).digest) == nil)
    let other = run("2021-06-20T08:00:00Z", "period=2021-04")
    #expect(try ledger.lastRun(like: other, of: snapshot(1).digest) == nil)
  }

  @Test func theSameFindingsAreKeptOnce() throws {
    let folder = try LedgerFolder()
    defer { withExtendedLifetime(folder) {} }
    let ledger = try Ledger(writingAt: folder.path)
    let finding = LedgerFinding(
      severity: "error", code: "Y1203", place: "Input/returns/a.csv:2:3", sentence: "no number")
    for _ in 1...3 {
      try ledger.record([finding], of: try ledger.begin(run("2021-06-20T08:00:00Z")))
    }
    #expect(try ledger.count("finding") == 1)
    #expect(try ledger.count("run") == 3)
  }

  @Test(arguments: [Data("no database".utf8), Data(repeating: 0x41, count: 8192)])
  func whatIsNoLedgerIsSaidToBeDamaged(bytes: Data) throws {
    let folder = try LedgerFolder()
    try bytes.write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: LedgerError.self) { try Ledger(writingAt: folder.path) }
    do { _ = try Ledger(readingAt: folder.path) } catch { #expect(error.kind == .damaged) }
  }

  @Test func whereItCannotBeMadeIsSaid() {
    #expect(throws: LedgerError.self) { try Ledger(writingAt: "/proc/none/ledger.sqlite") }
  }
}

/// A folder of its own, removed in the end.
final class LedgerFolder {
  let url: URL
  var path: String { url.appendingPathComponent("ledger.sqlite").path }

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("yuebao-ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

extension Ledger {
  fileprivate func count(_ table: String) throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }
}
