// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Ledger
import Plan
import Provenance
import Reports
import Statistics

extension ReportCommand {
  /// Reads what a snapshot holds, and publishes what is new.
  ///
  /// - Returns: how the run ended and what it says of that.
  func report(
    _ disk: WorkspaceFolder, _ run: PublishingRun, _ printer: inout FindingsPrinter
  ) throws -> (LedgerRunEnd.Outcome, String) {
    let taken = try options.asOf.map { try $0.snapshot(of: disk) } ?? WorkspaceSnapshot(of: disk)
    let new = options.asOf == nil ? try taken.keep(from: disk, in: run.output.inputs) : 0
    try run.record(taken, new: new)
    let folder = WorkspaceFolder(path: disk.path, as: taken.snapshot, from: run.output.inputs)
    if let vintages = try run.unchanged(taken.snapshot.digest) {
      let sentence = try say(unchanged: vintages, run, printer.catalogue)
      let newest = vintages.compactMap { Period($0.period) }.max()
      try requireDueReturns(after: newest, in: folder, &printer)
      return (.unchanged, sentence)
    }
    if (try? folder.returnFiles())?.isEmpty == true {
      try requireDueReturns(after: nil, in: folder, &printer)
    }
    return try publish(folder, taken.snapshot, run, disk, &printer)
  }

  private func publish(
    _ folder: WorkspaceFolder, _ snapshot: Snapshot, _ run: PublishingRun, _ disk: WorkspaceFolder,
    _ printer: inout FindingsPrinter
  ) throws -> (LedgerRunEnd.Outcome, String) {
    let reading = try Reading(options, from: folder, printer: &printer) { $0.communities }
    let periods = try reading.periods(options.period ?? .latest)
    try run.record(try reading.relevantFindings(for: periods))
    try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
    try reading.requireReturns(for: periods, namingUnits: true)
    let releases = try ReleaseContents(
      reading, from: folder, for: audience.audiences,
      languages: options.lang?.languages ?? reading.definitions.configuration.languages,
      origin: ReleaseOrigin(version: Yuebao.version, snapshot: snapshot.digest),
      strict: options.strict, printer)
    let contents = try audience.audiences.flatMap { audience in
      try periods.map { try releases.content(of: $0, for: audience, printer) }
    }
    let outcomes = try publisher(reading, snapshot, run, disk).publish(contents)
    let said = try say(outcomes, printer.catalogue)
    try requireDueReturns(after: periods.max(), in: folder, &printer)
    return said
  }

  private func publisher(
    _ reading: Reading, _ snapshot: Snapshot, _ run: PublishingRun, _ disk: WorkspaceFolder
  ) throws -> ReleasePublisher {
    ReleasePublisher(
      run: run, templates: reading.templates,
      revisions: RevisionNotes(
        store: run.output.inputs, snapshot: snapshot,
        grounds: { name in
          (try? reading.explanation(of: name, limit: 0)).map(FigureGrounds.init)
        }),
      reason: reason, notes: try options.asOf?.notes(in: OutputFolder(of: disk)) ?? [:],
      isQuiet: options.quiet)
  }

  // MARK: - What is said

  private func say(
    unchanged vintages: [LedgerVintage], _ run: PublishingRun, _ catalogue: MessageCatalogue
  ) throws -> String {
    let folders = vintages.compactMap { run.place(of: $0)?.folder(of: $0.number) }
    return try say(nothingNew: folders, catalogue)
  }

  /// In one line; to a job that nobody looks at, nothing.
  private func say(nothingNew folders: [String], _ catalogue: MessageCatalogue) throws -> String {
    let sentence = catalogue.text(
      of: Message(
        folders.count == 1 ? "nothing_new" : "nothing_new_many",
        ["path": folders.last ?? "", "count": String(folders.count)]))
    if !options.quiet, Console.hasReader { try Console.print(sentence) }
    return sentence
  }

  private func say(
    _ outcomes: [ReleasePublisher.Outcome], _ catalogue: MessageCatalogue
  ) throws -> (LedgerRunEnd.Outcome, String) {
    let new = outcomes.filter(\.isNew)
    guard !new.isEmpty else {
      let folders = outcomes.map { $0.place.folder(of: $0.vintage) }
      return (.unchanged, try say(nothingNew: folders, catalogue))
    }
    var paragraph: [String] = []
    for outcome in new {
      for language in outcome.content.languages {
        for format in ["html", "md"] {
          let folder = outcome.place.folder(of: outcome.vintage)
          try Console.print("\(folder)/report\(language.fileSuffix).\(format)")
        }
      }
      paragraph.append(PublishedWords(outcome, catalogue).text)
    }
    if !options.quiet { Console.note(paragraph.joined(separator: "\n")) }
    return (.published, paragraph.joined(separator: " "))
  }
}
