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
      Output/<audience>/<period>/v<N>. With the same input nothing new is written. Errors in the \
      input block the release; all of them are printed.

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

  func run() throws {
    try Command.run(options) { printer in
      let reading = try Reading(options, printer: &printer) { $0.communities }
      let periods = try reading.periods(options.period ?? .latest)
      try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
      try reading.requireReturns(for: periods)
      let evaluation = try evaluationInput(reading, printer)
      let contents = try audience.audiences.flatMap { audience in
        try periods.map { period in
          try reading.content(
            of: period, for: audience, options,
            evaluations: audience == .internal
              ? try evaluations(evaluation, at: period, printer) : [])
        }
      }
      try ReleasePublisher(
        folder: output.map(Path.trimmed) ?? Path.trimmed(options.workspace) + "/Output",
        templates: reading.templates, catalogue: reading.catalogue, isQuiet: options.quiet
      ).publish(contents)
    }
  }

  /// What is below `Input/evaluation`; `nil` where no release needs it.
  private func evaluationInput(
    _ reading: Reading, _ printer: FindingsPrinter
  ) throws -> EvaluationInput? {
    guard audience.audiences.contains(.internal) else { return nil }
    let input = EvaluationInput(
      from: WorkspaceFolder(path: Path.trimmed(options.workspace)),
      definitions: reading.definitions)
    try printer.require(input.findings, .badConfiguration, strict: options.strict)
    return input
  }

  /// Of each scheme, the newest year up to the period's that has data.
  private func evaluations(
    _ input: EvaluationInput?, at period: Period, _ printer: FindingsPrinter
  ) throws -> [EvaluationOutcome] {
    guard let input else { return [] }
    return try input.schemes.compactMap { scheme in
      let year = input.years.last {
        $0 <= period.year && input.data(for: scheme, year: $0)?.units != nil
      }
      guard let year else { return nil }
      return try EvaluationResult(scheme, year: year, input: input, unit: nil) { found in
        try printer.require(found, .badData, strict: options.strict)
      }.outcome
    }
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
