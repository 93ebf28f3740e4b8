// SPDX-License-Identifier: Apache-2.0
import Ledger
import Provenance
import Reports
import Statistics

/// Compares releases with what they were made from, and everything kept with its digest. Every
/// difference is a sentence; nothing is written.
final class Verification {
  let output: OutputFolder
  private let disk: WorkspaceFolder
  private let options: WorkspaceOptions
  private let printer: FindingsPrinter

  private(set) var differences: [Message] = []
  /// How many were looked at.
  private(set) var releases = 0
  private(set) var files = 0
  var inputs: Int { checked.count }

  /// Whether the bytes kept under a digest are right.
  private var checked: [Digest: Bool] = [:]

  init(
    _ output: OutputFolder, _ disk: WorkspaceFolder, _ options: WorkspaceOptions,
    _ printer: FindingsPrinter
  ) {
    self.output = output
    self.disk = disk
    self.options = options
    self.printer = printer
  }

  /// - Parameter periods: `nil` for all.
  func run(periods: Set<Period>?) throws {
    let ledger = openLedger()
    let recorded = try recorded(ledger)
    var found: [PublishedRelease] = []
    for audience in Audience.allCases {
      for period in try output.periods(for: audience) where periods?.contains(period) ?? true {
        found += try look(at: output.place(of: period, for: audience), audience, period, recorded)
      }
    }
    report(gone: recorded.values.filter { $0.isOf(periods) }, found)
    if let ledger { try compare(found, with: ledger) }
    try rebuild(found)
  }

  func differ(_ key: String, _ arguments: [String: String]) {
    differences.append(Message(key, arguments))
  }

  // MARK: - The ledger

  /// `nil` where there is none that can be read.
  private func openLedger() -> Ledger? {
    guard Folder.kind(of: output.ledger) == .file else {
      differ("verify_no_ledger", ["path": output.ledger])
      return nil
    }
    compareLedgerDigest()
    do {
      let ledger = try Ledger(readingAt: output.ledger)
      for damage in try ledger.damage() {
        differ("verify_ledger_damaged", ["path": output.ledger, "reason": damage])
      }
      return ledger
    } catch {
      differ("verify_ledger_damaged", ["path": output.ledger, "reason": error.reason])
      return nil
    }
  }

  private func compareLedgerDigest() {
    guard let words = try? FileSource.bytes(ofFile: output.ledgerDigest),
      let found = try? FileSource(path: output.ledger).digest()
    else { return differ("verify_no_digest", ["path": output.ledgerDigest]) }
    if String(decoding: words, as: UTF8.self) != OutputFolder.digestLine(found) {
      differ("verify_ledger_digest", ["path": output.ledger, "digest": output.ledgerDigest])
    }
  }

  /// By `audience/period/number`.
  private func recorded(_ ledger: Ledger?) throws -> [String: LedgerVintage] {
    do {
      let vintages = try ledger?.vintages() ?? []
      return Dictionary(vintages.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    } catch {
      differ("verify_ledger_damaged", ["path": output.ledger, "reason": error.reason])
      return [:]
    }
  }

  private func report(gone recorded: [LedgerVintage], _ found: [PublishedRelease]) {
    let there = Set(found.map(\.key))
    for vintage in recorded.sorted(by: { $0.key < $1.key }) where !there.contains(vintage.key) {
      guard Folder.kind(of: "\(output.path)/\(vintage.folder)") != .folder else { continue }
      differ("verify_release_gone", ["path": "\(output.path)/\(vintage.folder)"])
    }
  }

  private func compare(_ found: [PublishedRelease], with ledger: Ledger) throws {
    for release in found {
      guard let vintage = release.recorded else {
        differ("verify_not_recorded", ["path": release.folder])
        continue
      }
      guard let published = release.place.figures(of: release.number) else { continue }
      let ledgers = try ledger.figures(of: vintage)
      let sorted = published.forLedger.sorted { $0.name < $1.name }
      if let first = zip(ledgers, sorted).first(where: { $0 != $1 }) {
        differ(
          "verify_ledger_figure",
          [
            "path": release.folder, "figure": first.1.name,
            "published": first.1.words, "recorded": first.0.words,
          ])
      } else if ledgers.count != sorted.count {
        differ("verify_ledger_figures", ["path": release.folder])
      }
    }
  }

  // MARK: - What lies on the disk

  private func look(
    at place: ReleaseFolder, _ audience: Audience, _ period: Period,
    _ recorded: [String: LedgerVintage]
  ) throws -> [PublishedRelease] {
    try place.vintages().compactMap { number in
      releases += 1
      let folder = place.folder(of: number)
      let vintage = recorded["\(audience.rawValue)/\(period)/\(number)"]
      guard let (manifest, digest) = place.manifest(of: number) else {
        differ("verify_no_manifest", ["path": folder])
        return nil
      }
      if let vintage, vintage.manifest != digest {
        differ("verify_manifest", ["path": folder + "/" + ReleaseManifest.path])
      }
      try compareFiles(of: manifest, in: folder)
      compareInputs(of: manifest, folder)
      return PublishedRelease(
        place: place, audience: audience, period: period, manifest: manifest, recorded: vintage)
    }
  }

  private func compareFiles(of manifest: ReleaseManifest, in folder: String) throws {
    for file in manifest.files {
      files += 1
      let path = folder + "/" + file.path
      guard let digest = try? FileSource(path: path).digest() else {
        differ("verify_file_gone", ["path": path])
        continue
      }
      if digest.text != file.sha256 { differ("verify_file", ["path": path]) }
    }
    let known = Set(manifest.files.map(\.path) + [ReleaseManifest.path])
    for file in try Folder.filesBelow(folder) where !known.contains(file) {
      differ("verify_extra", ["path": folder + "/" + file])
    }
  }

  private func compareInputs(of manifest: ReleaseManifest, _ folder: String) {
    guard let digest = manifest.snapshot.flatMap(Digest.init) else {
      return differ("verify_no_snapshot", ["path": folder])
    }
    check(digest, "", folder)
    guard let snapshot = output.inputs.snapshot(digest) else { return }
    for path in snapshot.paths {
      if case .content(let content) = snapshot.files[path] { check(content, path, folder) }
    }
  }

  /// Each digest once.
  private func check(_ digest: Digest, _ path: String, _ folder: String) {
    guard checked[digest] == nil else { return }
    let damage = output.inputs.damage(of: digest)
    checked[digest] = damage == nil
    if let damage {
      differ(
        "verify_input",
        [
          "path": output.inputs.file(of: digest), "file": path, "release": folder,
          "reason": damage,
        ])
    }
  }

  // MARK: - Rebuilding

  /// One reading serves all releases of the same files.
  private func rebuild(_ found: [PublishedRelease]) throws {
    let bySnapshot = Dictionary(grouping: found) { $0.manifest.snapshot ?? "" }
    for (text, releases) in bySnapshot.sorted(by: { $0.key < $1.key }) {
      guard let digest = Digest(text), let snapshot = output.inputs.snapshot(digest),
        isWhole(snapshot)
      else { continue }
      do {
        let rebuilding = try Rebuilding(
          of: snapshot, digest, for: releases, output, disk, options, printer)
        for release in releases { differences += try rebuilding.differences(of: release) }
      } catch let stop as Stop {
        differ(
          "verify_cannot_rebuild",
          [
            "path": releases.map(\.folder).joined(separator: ", "),
            "reason": printer.catalogue.text(of: stop.sentence),
          ])
      }
    }
  }

  private func isWhole(_ snapshot: Snapshot) -> Bool {
    snapshot.files.values.allSatisfy { entry in
      guard case .content(let digest) = entry else { return true }
      return checked[digest] ?? false
    }
  }
}

/// A vintage on the disk.
struct PublishedRelease {
  let place: ReleaseFolder
  let audience: Audience
  let period: Period
  let manifest: ReleaseManifest
  /// What the ledger has of it.
  let recorded: LedgerVintage?

  var number: Int { manifest.vintage }
  var folder: String { place.folder(of: number) }
  var key: String { "\(audience.rawValue)/\(period)/\(number)" }
}

extension LedgerVintage {
  fileprivate var key: String { "\(audience)/\(period)/\(number)" }
  fileprivate var folder: String { "\(audience)/\(period)/v\(number)" }

  fileprivate func isOf(_ periods: Set<Period>?) -> Bool {
    periods.map { periods in Period(period).map(periods.contains) ?? false } ?? true
  }
}

extension LedgerFigure {
  fileprivate var words: String { value ?? missing ?? "" }
}
