// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ingest
import Reports
import Statistics

/// Renders releases and writes what is new; then the archive over all of them.
struct ReleasePublisher {
  /// The output's folder.
  let folder: String
  let templates: Templates
  let catalogue: MessageCatalogue
  let isQuiet: Bool

  private enum Outcome {
    /// The newest vintage has these very bytes; nothing was written.
    case unchanged(vintage: Int)
    case published(vintage: Int)
  }

  /// - Throws: `Stop` where the output cannot be written or is locked.
  func publish(_ contents: [ReleaseContent]) throws {
    do {
      try Folder.make(folder)
      let lock = try RunLock(in: folder)
      let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
      var progress = ProgressLine(total: contents.count, isShown: !isQuiet)
      for start in stride(from: 0, to: contents.count, by: cores) {
        let batch = Array(contents[start..<min(start + cores, contents.count)])
        try publish(batch: batch, &progress)
      }
      progress.clear()
      for audience in Audience.allCases {
        guard let content = contents.last(where: { $0.audience == audience }) else { continue }
        try writeArchive(of: content)
      }
      _ = consume lock
    } catch let error as SystemError {
      throw Stop(.cannotCreate, .cannotWrite(error.path, reason: error.reason))
    }
  }

  /// Renders side by side, then writes one after the other.
  private func publish(batch: [ReleaseContent], _ progress: inout ProgressLine) throws {
    let places = batch.map(place)
    var newest: [Int] = []
    for place in places { newest.append(try place.newest()) }
    let contents = zip(batch, newest).map { $0.with(vintage: max(1, $1)) }
    let rendered = inParallel(contents.count) { index in
      Result { () throws(ReportError) in try render(contents[index], with: templates) }
    }
    for (index, result) in rendered.enumerated() {
      let outcome = try publish(
        batch[index], try result.get(), newest: newest[index], at: places[index])
      progress.step(batch[index].period.description)
      progress.clear()
      try announce(outcome, batch[index], at: places[index])
    }
  }

  private func place(of content: ReleaseContent) -> ReleaseFolder {
    ReleaseFolder(path: "\(folder)/\(content.audience.rawValue)/\(content.period)")
  }

  private func publish(
    _ content: ReleaseContent, _ files: [ReleaseFile], newest: Int, at place: ReleaseFolder
  ) throws -> Outcome {
    if newest > 0, place.holds(files, vintage: newest) {
      try place.link(latest: newest)
      return .unchanged(vintage: newest)
    }
    // A correction says so on every page, and so has other bytes than a first release.
    let vintage = newest + 1
    let own = newest == 0 ? files : try render(content.with(vintage: vintage), with: templates)
    try place.publish(own, vintage: vintage)
    return .published(vintage: vintage)
  }

  private func announce(
    _ outcome: Outcome, _ content: ReleaseContent, at place: ReleaseFolder
  ) throws {
    let vintage: Int
    switch outcome {
    case .unchanged(let number):
      vintage = number
      if !isQuiet {
        Console.note(
          catalogue.text(
            of: Message("unchanged", ["path": place.path, "vintage": "v\(number)"])))
      }
    case .published(let number): vintage = number
    }
    for language in content.languages {
      for format in ["html", "md"] {
        try Console.print(
          "\(place.path)/v\(vintage)/report\(language.fileSuffix).\(format)")
      }
    }
  }

  // MARK: - Archive

  private func writeArchive(of content: ReleaseContent) throws {
    let root = "\(folder)/\(content.audience.rawValue)"
    let entries = try Folder.names(in: root).compactMap { name in
      try Period(name).flatMap { try entry(of: $0, in: root + "/" + name) }
    }
    let files = try renderArchive(
      entries, of: content.publisher, for: content.audience, in: content.languages,
      with: templates)
    for file in files { try replace(root + "/" + file.path, with: file.bytes) }
  }

  /// `nil` where nothing was published.
  private func entry(of period: Period, in folder: String) throws -> ArchiveEntry? {
    guard Folder.kind(of: folder) == .folder else { return nil }
    let vintages = try ReleaseFolder(path: folder).vintages()
    guard let newest = vintages.last else { return nil }
    let manifest = try? FileSource.bytes(ofFile: "\(folder)/v\(newest)/manifest.json")
    return ArchiveEntry(
      period: period, vintages: vintages,
      manifest: manifest.flatMap(ReleaseManifest.init(json:)))
  }

  /// A reader sees the old file or the new; one that is the same already is left alone.
  private func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    if (try? FileSource.bytes(ofFile: path)) == bytes { return }
    let temporary = path + ".writing"
    Folder.remove(temporary)
    do throws(SystemError) {
      try NewFile.write(bytes, to: temporary)
      guard rename(temporary, path) == 0 else { throw SystemError(path: path) }
    } catch {
      Folder.remove(temporary)
      throw error
    }
  }
}
