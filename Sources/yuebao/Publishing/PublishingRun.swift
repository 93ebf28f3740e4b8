// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ledger
import Provenance
import Reports
import Statistics

/// One run that may publish: it holds the lock, the ledger and the log from its beginning to its end.
final class PublishingRun {
  let output: OutputFolder
  let ledger: Ledger
  let run: LedgerRun
  /// In the ledger.
  let number: Int64

  private let lock: RunLock
  private let log: RunLog
  private let printer: FindingsPrinter
  private let begun = Clock.milliseconds

  /// Does the work of a run and records how it ends, whichever way.
  ///
  /// - Parameters:
  ///   - arguments: what was asked for, in one canonical line.
  ///   - work: returns how it ended, with the sentence that it said.
  static func perform(
    _ arguments: String, in output: OutputFolder, _ printer: FindingsPrinter,
    _ work: (PublishingRun) throws -> (LedgerRunEnd.Outcome, String)
  ) throws {
    do {
      let run = try PublishingRun(arguments, in: output, printer)
      try run.perform(work)
    } catch let error as LedgerError {
      throw Stop(error)
    }
  }

  private init(
    _ arguments: String, in output: OutputFolder, _ printer: FindingsPrinter
  ) throws {
    self.output = output
    self.printer = printer
    try Folder.make(output.path)
    lock = try RunLock(in: output.path, time: Clock.now)
    if let owner = lock.deadOwner { printer.note(Message("dead_owner", ["owner": owner])) }
    ledger = try Ledger(writingAt: output.ledger)
    chmod(output.ledger, mode_t(Access.internal.file))
    let newest = try ledger.newestStart() ?? ""
    let now = Clock.now
    if newest > now {
      printer.note(Message("clock_behind", ["time": now, "newest": newest]))
    }
    run = LedgerRun(
      started: max(now, newest), command: "report", arguments: arguments,
      version: Yuebao.version, program: Program.build)
    number = try ledger.begin(run)
    log = RunLog(path: output.log, run: number)
    try log.write("begin", ["command": .text(run.command), "arguments": .text(arguments)])
    try repair()
  }

  private func perform(
    _ work: (PublishingRun) throws -> (LedgerRunEnd.Outcome, String)
  ) throws {
    do {
      let (outcome, sentence) = try work(self)
      try end(outcome, status: 0, sentence)
    } catch let stop as Stop {
      let sentence = printer.catalogue.text(of: stop.sentence)
      let isKnown = wasSaid(stop.status, sentence)
      try? end(.stopped, status: stop.status.rawValue, sentence)
      throw isKnown ? stop.unsaid : stop
    } catch let interrupted as Interrupted {
      try? end(.stopped, status: 128 + interrupted.signal, "signal \(interrupted.signal)")
      throw interrupted
    } catch let error as SystemError {
      let stop = Stop(.cannotCreate, .cannotWrite(error.path, reason: error.reason))
      // The disk may be full for the ledger too: what stopped the run is said all the same.
      try? end(.stopped, status: stop.status.rawValue, printer.catalogue.text(of: stop.sentence))
      throw stop
    }
  }

  /// Whether a job that nobody looks at would say again what the last one said: that there are no returns
  /// yet. Each sentence would become a mail.
  private func wasSaid(_ status: ExitStatus, _ sentence: String) -> Bool {
    guard status == .noInput, !Console.hasReader,
      let last = try? ledger.lastEnd(like: run, before: number)
    else { return false }
    return last.status == Int(status.rawValue) && last.sentence == sentence
  }

  private func end(
    _ outcome: LedgerRunEnd.Outcome, status: Int32, _ sentence: String
  ) throws {
    let milliseconds = Clock.milliseconds - begun
    try ledger.end(
      run: number,
      LedgerRunEnd(
        outcome: outcome, status: Int(status), sentence: sentence, milliseconds: milliseconds))
    try log.write(
      "end",
      [
        "outcome": .text(outcome.rawValue), "status": .number(Int(status)),
        "sentence": .text(sentence), "milliseconds": .number(milliseconds),
      ])
    try ledger.close()
    let digest = try FileSource(path: output.ledger).digest()
    try NewFile.replace(
      output.ledgerDigest, with: Array(OutputFolder.digestLine(digest).utf8),
      mode: Access.internal.file)
  }

  // MARK: - Inputs

  /// Records the files that the run reads.
  func record(_ snapshot: WorkspaceSnapshot, new: Int) throws {
    try ledger.record(
      snapshot.snapshot, sizes: snapshot.sizes, definitions: snapshot.definitions, of: number)
    try log.write(
      "inputs",
      [
        "files": .number(snapshot.snapshot.files.count), "new": .number(new),
        "bytes": .number(snapshot.sizes.values.reduce(0, +)),
        "snapshot": .text(snapshot.snapshot.digest.text),
      ])
  }

  func record(_ findings: [Finding]) throws {
    let recorded = findings.map { finding in
      let (message, _) = printer.catalogue.text(of: finding)
      return LedgerFinding(
        severity: finding.severity.rawValue, code: finding.code.rawValue,
        place: finding.location?.description ?? "", sentence: message)
    }
    try ledger.record(recorded, of: number)
    try log.write("read", ["findings": .number(findings.count)])
  }

  /// What the last run gave that asked for the same, of the same files, with the same program, where
  /// all of it is still there and newest. Recorded as what this run gave.
  func unchanged(_ snapshot: Digest) throws -> [LedgerVintage]? {
    // A run that stopped for want of the next period's returns had published this one before.
    guard let last = try ledger.lastRun(like: run, of: snapshot),
      last.end.outcome != .stopped || last.end.status == Int(ExitStatus.noInput.rawValue),
      !last.vintages.isEmpty
    else { return nil }
    let newest = Dictionary(
      try ledger.vintages().map { ("\($0.audience)/\($0.period)", $0.number) },
      uniquingKeysWith: max)
    let areAllThere = last.vintages.allSatisfy { vintage in
      newest["\(vintage.audience)/\(vintage.period)"] == vintage.number && isThere(vintage)
    }
    guard areAllThere else { return nil }
    for vintage in last.vintages { try ledger.record(run: number, gave: vintage) }
    return last.vintages
  }

  private func isThere(_ vintage: LedgerVintage) -> Bool {
    guard let place = place(of: vintage), let found = place.manifest(of: vintage.number),
      found.digest == vintage.manifest, (try? place.vintages().last) == vintage.number
    else { return false }
    return place.missing(of: found.manifest).isEmpty
  }

  func place(of vintage: LedgerVintage) -> ReleaseFolder? {
    guard let audience = Audience(rawValue: vintage.audience), let period = Period(vintage.period)
    else { return nil }
    return output.place(of: period, for: audience)
  }

  // MARK: - Releases

  /// Records a vintage that was just written or found to be what would be written.
  func record(
    _ vintage: LedgerVintage, figures: @autoclosure () -> [LedgerFigure], isNew: Bool
  )
    throws
  {
    if isNew { try ledger.record(vintage, figures: figures(), run: number) }
    try ledger.record(run: number, gave: vintage)
    try log.write(
      isNew ? "published" : "unchanged",
      [
        "audience": .text(vintage.audience), "period": .text(vintage.period),
        "vintage": .number(vintage.number),
      ])
    lock.touch()
  }

  /// Removes what a killed run left half-written, and records vintages that lie on the disk and not in
  /// the ledger: all of them where the ledger was lost.
  private func repair() throws {
    let known = Set(
      try ledger.vintages().map { "\($0.audience)/\($0.period)/\($0.number)" })
    for audience in Audience.allCases {
      for period in try output.periods(for: audience) {
        let place = output.place(of: period, for: audience)
        try place.removeLeftovers()
        for vintage in try place.vintages()
        where !known.contains("\(audience.rawValue)/\(period)/\(vintage)") {
          try adopt(vintage, at: place)
        }
      }
    }
  }

  private func adopt(_ vintage: Int, at place: ReleaseFolder) throws {
    guard let (manifest, digest) = place.manifest(of: vintage),
      let figures = place.figures(of: vintage)
    else {
      return printer.note(Message("release_unreadable", ["path": place.folder(of: vintage)]))
    }
    try ledger.record(
      LedgerVintage(manifest, digest, published: nil), figures: figures.forLedger, run: nil)
    try log.write("found", ["path": .text(place.folder(of: vintage))])
  }
}

extension LedgerVintage {
  init(_ manifest: ReleaseManifest, _ digest: Digest, published: String?) {
    self.init(
      audience: manifest.audience, period: manifest.period, number: manifest.vintage,
      manifest: digest, snapshot: manifest.snapshot.flatMap(Digest.init),
      version: manifest.version, reason: manifest.revision?.reason, published: published)
  }
}

extension Stop {
  init(_ error: LedgerError) {
    switch error.kind {
    case .cannotWrite:
      self.init(.cannotCreate, .cannotWrite(error.path, reason: error.reason))
    case .damaged:
      self.init(
        .cannotCreate, Message("ledger_damaged", ["path": error.path, "reason": error.reason]))
    case .otherVersion:
      self.init(.cannotCreate, Message("ledger_other_version", ["path": error.path]))
    }
  }
}
