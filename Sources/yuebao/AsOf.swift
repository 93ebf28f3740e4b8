// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ledger
import Provenance
import Reports
import Statistics

/// A moment of the past, `--as-of`: what was known then is read.
struct AsOf: Hashable {
  /// As typed.
  let text: String
  /// The last second that counts, in UTC: `2021-06-20T23:59:59Z`.
  let time: String

  static func parse(_ argument: String) throws -> AsOf {
    let shape = argument.map { $0.isASCII && $0.isNumber ? "0" : $0 }
    switch String(shape) {
    case "0000-00-00": return AsOf(text: argument, time: argument + "T23:59:59Z")
    case "0000-00-00T00:00:00Z": return AsOf(text: argument, time: argument)
    default:
      throw ValidationError(
        "'\(argument)' is no date. Use 2021-06-20 (the whole day, UTC) or 2021-06-20T08:00:00Z.")
    }
  }

  /// What the last run up to the moment read.
  ///
  /// - Throws: `Stop` with status 66 where no run was before it, or its files are not kept any more.
  func snapshot(of disk: WorkspaceFolder) throws -> WorkspaceSnapshot {
    let output = OutputFolder(of: disk)
    do {
      guard Folder.kind(of: output.ledger) == .file,
        let digest = try Ledger(readingAt: output.ledger).snapshot(asOf: time)
      else { throw Stop(.noInput, Message("as_of_nothing", ["date": text])) }
      guard let snapshot = output.inputs.snapshot(digest) else {
        throw Stop(
          .noInput, Message("not_kept", ["path": output.inputs.file(of: digest)]))
      }
      return WorkspaceSnapshot(snapshot)
    } catch let error as LedgerError {
      throw Stop(error)
    }
  }

  /// What the newest vintages up to the moment said of their corrections, by release: so that an as-of
  /// run gives the bytes that were published.
  func notes(in output: OutputFolder) throws -> [String: RevisionNote] {
    var notes: [String: RevisionNote] = [:]
    for vintage in try Ledger(readingAt: output.ledger).vintages() {
      guard let published = vintage.published, published <= time,
        let audience = Audience(rawValue: vintage.audience), let period = Period(vintage.period)
      else { continue }
      let place = output.place(of: period, for: audience)
      notes["\(vintage.audience)/\(vintage.period)"] =
        place.manifest(of: vintage.number)?.manifest.revision
    }
    return notes
  }
}

extension WorkspaceOptions {
  /// The workspace as `--as-of` says, else as it lies on the disk.
  func folder() throws -> WorkspaceFolder {
    let disk = WorkspaceFolder(path: Path.trimmed(workspace))
    guard let asOf else { return disk }
    return WorkspaceFolder(
      path: disk.path, as: try asOf.snapshot(of: disk).snapshot,
      from: OutputFolder(of: disk).inputs)
  }
}

extension OutputFolder {
  /// A workspace's own.
  init(of workspace: WorkspaceFolder) { self.init(path: workspace.absolute("Output")) }
}
