// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ingest
import Ledger
import Provenance
import Reports
import Statistics

/// Renders releases and writes what is new; then the archive over all of them.
struct ReleasePublisher {
  let run: PublishingRun
  let templates: Templates
  let revisions: RevisionNotes
  /// What the analyst gave for a correction.
  let reason: String?
  /// The notes with which an as-of run begins, by `Output`'s folder of the release; empty in others.
  let notes: [String: RevisionNote]
  let isQuiet: Bool

  /// What became of one release.
  struct Outcome {
    let content: ReleaseContent
    let vintage: Int
    let isNew: Bool
    let place: ReleaseFolder
  }

  /// - Returns: in the order of the contents.
  /// - Throws: `Stop`, `SystemError` or `Interrupted`; releases before that one are published.
  func publish(_ contents: [ReleaseContent]) throws -> [Outcome] {
    Interruption.watch()
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var progress = ProgressLine(total: contents.count, isShown: !isQuiet)
    var outcomes: [Outcome] = []
    for start in stride(from: 0, to: contents.count, by: cores) {
      let batch = Array(contents[start..<min(start + cores, contents.count)])
      outcomes += try publish(batch: batch, &progress)
    }
    progress.clear()
    for audience in Audience.allCases {
      guard let content = contents.last(where: { $0.audience == audience }) else { continue }
      try writeArchive(of: content)
    }
    return outcomes
  }

  /// Renders side by side, then writes one after the other.
  private func publish(
    batch: [ReleaseContent], _ progress: inout ProgressLine
  ) throws -> [Outcome] {
    try Interruption.check()
    let known = try batch.map { try newest(of: $0) }
    let contents = zip(batch, known).map {
      $0.with(revision: $1?.manifest.revision ?? note(for: $0))
    }
    let templates = templates
    let rendered = inParallel(contents.count) { index in
      Result { () throws(ReportError) in try render(contents[index], with: templates) }
    }
    var outcomes: [Outcome] = []
    for (index, result) in rendered.enumerated() {
      outcomes.append(try publish(contents[index], try result.get(), known[index]))
      progress.step(batch[index].period.description)
    }
    return outcomes
  }

  private func note(for content: ReleaseContent) -> RevisionNote? {
    notes["\(content.audience.rawValue)/\(content.period)"]
  }

  private func place(of content: ReleaseContent) -> ReleaseFolder {
    run.output.place(of: content.period, for: content.audience)
  }

  /// - Throws: `Stop` with status 73 where there is a vintage whose manifest cannot be read: nothing
  ///   may be published over it.
  private func newest(
    of content: ReleaseContent
  ) throws -> (manifest: ReleaseManifest, digest: Digest)? {
    let place = place(of: content)
    let recorded = try run.ledger.vintages().last {
      $0.audience == content.audience.rawValue && $0.period == content.period.description
    }
    guard let newest = [try place.vintages().last, recorded?.number].compactMap(\.self).max() else {
      return nil
    }
    guard let found = place.manifest(of: newest),
      recorded.map({ $0.number != newest || $0.manifest == found.digest }) ?? true
    else {
      throw Stop(.cannotCreate, Message("release_damaged", ["path": place.folder(of: newest)]))
    }
    return found
  }

  // MARK: - One release

  private func publish(
    _ content: ReleaseContent, _ files: [ReleaseFile],
    _ newest: (manifest: ReleaseManifest, digest: Digest)?
  ) throws -> Outcome {
    guard let newest else { return try write(files, of: content) }
    guard newest.manifest.holds(files) else {
      let note = try revisions.note(
        for: content, files, against: newest.manifest, at: place(of: content), reason: reason)
      let correction = content.with(revision: note)
      return try write(try render(correction, with: templates), of: correction)
    }
    let place = place(of: content)
    let lost = Set(place.missing(of: newest.manifest))
    try place.restore(files.filter { lost.contains($0.path) }, vintage: content.vintage)
    try place.link(latest: content.vintage)
    try run.record(
      LedgerVintage(newest.manifest, newest.digest, published: nil), figures: [], isNew: false)
    return Outcome(content: content, vintage: content.vintage, isNew: false, place: place)
  }

  private func write(_ files: [ReleaseFile], of content: ReleaseContent) throws -> Outcome {
    let place = place(of: content)
    try place.publish(files, vintage: content.vintage)
    guard let (manifest, digest) = place.manifest(of: content.vintage) else {
      throw Stop(
        .cannotCreate, Message("release_damaged", ["path": place.folder(of: content.vintage)]))
    }
    try run.record(
      LedgerVintage(manifest, digest, published: Clock.now),
      figures: ReleasedFigures(of: files)?.forLedger ?? [], isNew: true)
    return Outcome(content: content, vintage: content.vintage, isNew: true, place: place)
  }

  // MARK: - Archive

  private func writeArchive(of content: ReleaseContent) throws {
    let root = run.output.root(of: content.audience)
    let entries = try run.output.periods(for: content.audience).compactMap { period in
      try entry(of: run.output.place(of: period, for: content.audience), period)
    }
    let files = try renderArchive(
      entries, of: content.publisher, for: content.audience, in: content.languages,
      with: templates)
    for file in files {
      try NewFile.replace(
        root + "/" + file.path, with: file.bytes, mode: Access(content.audience).file)
    }
  }

  /// `nil` where nothing was published.
  private func entry(of place: ReleaseFolder, _ period: Period) throws -> ArchiveEntry? {
    let vintages = try place.vintages()
    guard let newest = vintages.last else { return nil }
    let manifests = vintages.compactMap { place.manifest(of: $0)?.manifest }
    return ArchiveEntry(
      period: period, vintages: vintages, manifest: manifests.last { $0.vintage == newest },
      languages: Dictionary(
        manifests.map { ($0.vintage, $0.languages.compactMap(Language.init)) },
        uniquingKeysWith: { $1 }))
  }
}
