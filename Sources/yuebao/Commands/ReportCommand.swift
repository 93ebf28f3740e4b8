// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Ingest
import Plan
import Reports
import Statistics

/// The main job: read, compute, render, publish.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make the release of a period: HTML, Markdown and charts.",
    discussion: """
      Reads every file below Input/returns, computes the figures and writes \
      Output/internal/<period>/v<N>. With the same input nothing new is written. Errors in the \
      input block the release; all of them are printed.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "Where releases are written; default: Output in the workspace.")
  var output: String?

  func run() throws {
    try Command.run(options) { printer in
      let reading = try Reading(options, printer: &printer)
      let periods = try reading.periods(options.period ?? .latest)
      try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
      try reading.requireReturns(for: periods)
      let releases = try periods.map { (period: $0, files: try reading.render($0, options)) }
      let folder = output.map(Path.trimmed) ?? Path.trimmed(options.workspace) + "/Output"
      try publish(releases, in: folder, reading.catalogue)
    }
  }

  private func publish(
    _ releases: [(period: Period, files: [ReleaseFile])], in folder: String,
    _ catalogue: MessageCatalogue
  ) throws {
    do {
      try Folder.make(folder)
      let lock = try RunLock(in: folder)
      for release in releases {
        let place = ReleaseFolder(path: "\(folder)/internal/\(release.period)")
        let outcome = try place.publish(release.files)
        try announce(outcome, at: place, release.files, catalogue)
      }
      _ = consume lock
    } catch let error as SystemError {
      throw Stop(.cannotCreate, .cannotWrite(error.path, reason: error.reason))
    }
  }

  private func announce(
    _ outcome: ReleaseFolder.Outcome, at place: ReleaseFolder, _ files: [ReleaseFile],
    _ catalogue: MessageCatalogue
  ) throws {
    if case .unchanged(let vintage) = outcome, !options.quiet {
      Console.note(
        catalogue.text(
          of: Message("unchanged", ["path": place.path, "vintage": vintage])))
    }
    for file in files where file.path.hasSuffix(".html") || file.path.hasSuffix(".md") {
      try Console.print("\(place.path)/\(outcome.vintage)/\(file.path)")
    }
  }
}

extension Reading {
  /// Stops with status 65 where a period's scope has errors; prints every finding either way.
  func requireNoErrors(
    for periods: [Period], strict: Bool, _ printer: inout FindingsPrinter
  ) throws {
    let relevant = try relevantFindings(for: periods)
    printer.print(relevant)
    let blocking = relevant.count { $0.severity == .error || (strict && $0.severity == .warning) }
    guard blocking == 0 else {
      throw Stop(.badData, Message("bad_data", ["count": String(blocking)]))
    }
    let elsewhere = findings.filter { $0.severity == .error && !relevant.contains($0) }
    if !elsewhere.isEmpty {
      printer.note(Message("errors_elsewhere", ["count": String(elsewhere.count)]))
    }
  }

  /// Renders one period's release.
  func render(_ period: Period, _ options: WorkspaceOptions) throws -> [ReleaseFile] {
    let scope = scope(of: period)
    let own = Set(period.surveyPeriods)
    let content = ReleaseContent(
      publisher: Publisher(definitions.configuration), period: period,
      figures: figures, classification: definitions.classification.edition,
      targets: try targets(at: period),
      coverage: Coverage(
        files: ingest.files.filter { file in file.periods.contains { scope.contains($0) } },
        unitsReported: ingest.unitsReported(in: period.lastSurveyPeriod),
        unitsRegistered: definitions.register?.expectedCount(in: period.lastSurveyPeriod),
        units: unitCoverage(of: [period]), rules: try ruleCoverage(of: [period])),
      findings: try findings(for: period).filter { finding in
        finding.period.map(own.contains) ?? true
      })
    let languages = options.lang?.languages ?? definitions.configuration.languages
    return try Reports.render(content, in: languages, with: templates)
  }

  private func targets(at period: Period) throws -> [TargetProgress] {
    try definitions.targets.compactMap { target in
      try TargetProgress(target, figures: figures, at: period)
    }
  }
}
