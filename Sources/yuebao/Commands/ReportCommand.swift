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
      Output/<audience>/<period>/v<N>. With the same input nothing new is written; with another the \
      next version, which says what changed and why. Errors in the input block the release; all of \
      them are printed.

      A public release has nothing of single units, and no value that fewer than three units stand \
      behind.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(
    help: ArgumentHelp(
      "Whom the release is for: internal, public, or both.", valueName: "internal,public"))
  var audience = AudienceList(audiences: [.internal])

  @Option(help: "Where releases are written; default: Output in the workspace.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Why the release is corrected; printed in it. Required where a public one is.",
      valueName: "text"))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      "The day that the schedule goes by; default: the machine's.",
      discussion: """
        2021-07-20. Where yuebao.yml has a schedule, a run without --period ends with status 66 once \
        a later period's returns are due and there are none.
        """, valueName: "date"),
    transform: Clock.day)
  var today: String?

  func run() throws {
    try Command.run(options) { printer in
      let disk = WorkspaceFolder(path: Path.trimmed(options.workspace))
      // What is no workspace gets no ledger either: reading it says what is wrong.
      guard disk.isWorkspace else { return _ = try Reading(options, printer: &printer) }
      if options.lang == nil, let language = Configuration.language(in: disk) {
        printer.catalogue = MessageCatalogue(language, from: Templates())
      }
      try PublishingRun.perform(request, in: outputFolder, printer) { run in
        try report(disk, run, &printer)
      }
    }
  }

  /// What is asked for, in one canonical line.
  private var request: String {
    [
      "period=" + (options.period ?? .latest).text,
      "audience=" + audience.defaultValueDescription,
      "lang=" + (options.lang?.languages.map(\.rawValue).joined(separator: ",") ?? ""),
      "strict=\(options.strict)",
    ].joined(separator: " ")
  }
  /// An as-of run has a place of its own: it must not correct today's releases by older data.
  private var outputFolder: OutputFolder {
    let own = OutputFolder(of: WorkspaceFolder(path: Path.trimmed(options.workspace)))
    let path = output.map(Path.trimmed)
    guard let asOf = options.asOf else { return path.map { OutputFolder(path: $0) } ?? own }
    return OutputFolder(path: path ?? "\(own.path)/as-of/\(asOf.text)", inputs: own.inputs)
  }
}

/// `internal,public` on the command line.
struct AudienceList: ExpressibleByArgument {
  let audiences: [Audience]

  init(audiences: [Audience]) { self.audiences = audiences }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let audiences = parts.compactMap { Audience(rawValue: String($0)) }
    guard !audiences.isEmpty, audiences.count == parts.count,
      Set(audiences).count == audiences.count
    else { return nil }
    self.audiences = audiences
  }

  var defaultValueDescription: String { audiences.map(\.rawValue).joined(separator: ",") }
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
}
