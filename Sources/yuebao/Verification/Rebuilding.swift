// SPDX-License-Identifier: Apache-2.0
import Provenance
import Reports
import Statistics

/// Makes releases again of the files that they were made from, and compares.
struct Rebuilding {
  private let reading: Reading
  private let folder: WorkspaceFolder
  private let snapshot: Snapshot
  private let digest: Digest
  private let output: OutputFolder
  private let printer: FindingsPrinter

  /// Reads the files of a snapshot.
  ///
  /// - Throws: `Stop` where they cannot be read as they were.
  init(
    of snapshot: Snapshot, _ digest: Digest, for releases: [PublishedRelease],
    _ output: OutputFolder, _ disk: WorkspaceFolder, _ options: WorkspaceOptions,
    _ printer: FindingsPrinter
  ) throws {
    self.snapshot = snapshot
    self.digest = digest
    self.output = output
    // What was found then was printed then.
    var silent = printer
    silent.isDeferred = true
    folder = WorkspaceFolder(path: disk.path, as: snapshot, from: output.inputs)
    reading = try Reading(options, from: folder, printer: &silent) { $0.communities }
    self.printer = silent
  }

  /// What differs between a release and its rebuilt one: the first figure, else the first file.
  func differences(of release: PublishedRelease) throws -> [Message] {
    let rebuilt = try render(try content(of: release), with: reading.templates)
    let published = Dictionary(
      release.manifest.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { $1 })
    let different = rebuilt.filter { file in
      file.path != ReleaseManifest.path && published[file.path] != Digest(of: file.bytes).text
    }
    let paths = Set(rebuilt.map(\.path))
    let more = release.manifest.files.map(\.path).filter { !paths.contains($0) }
    guard !different.isEmpty || !more.isEmpty else { return [] }
    return [difference(release, rebuilt, different.map(\.path) + more)]
  }

  private func content(of release: PublishedRelease) throws -> ReleaseContent {
    let manifest = release.manifest
    let releases = try ReleaseContents(
      reading, from: folder, for: [release.audience],
      languages: manifest.languages.compactMap(Language.init),
      origin: ReleaseOrigin(version: manifest.version, snapshot: digest), strict: false, printer)
    let content = try releases.content(of: release.period, for: release.audience, printer)
    guard let note = manifest.revision else { return content }
    return content.with(revision: try revision(content, note, release))
  }

  /// The note is made anew of the vintage before; where that is gone, as it was written.
  private func revision(
    _ content: ReleaseContent, _ note: RevisionNote, _ release: PublishedRelease
  ) throws -> RevisionNote {
    guard let earlier = release.place.manifest(of: note.vintage - 1)?.manifest,
      let before = release.place.figures(of: earlier.vintage)
    else { return note }
    let first = try render(content.with(revision: earlier.revision), with: reading.templates)
    guard let after = ReleasedFigures(of: first) else { return note }
    let notes = RevisionNotes(store: output.inputs, snapshot: snapshot) { name in
      (try? reading.explanation(of: name, limit: 0)).map(FigureGrounds.init)
    }
    return notes.note(content, before, after, earlier, note.reason)
  }

  // MARK: - In words

  private func difference(
    _ release: PublishedRelease, _ rebuilt: [ReleaseFile], _ paths: [String]
  ) -> Message {
    var arguments = [
      "path": release.folder, "count": String(paths.count), "file": paths.sorted()[0],
      "version": release.manifest.version == Yuebao.version ? "" : release.manifest.version,
      "own": Yuebao.version,
    ]
    if let before = release.place.figures(of: release.number),
      let after = ReleasedFigures(of: rebuilt),
      let first = after.revisions(since: before, causes: { _ in [] }).first
    {
      arguments["figure"] = first.name
      arguments["published"] = first.before.map(\.words) ?? "–"
      arguments["rebuilt"] = first.after.map(\.words) ?? "–"
    }
    return Message("verify_rebuilt", arguments)
  }
}
