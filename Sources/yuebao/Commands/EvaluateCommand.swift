// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Plan
import Reports
import Statistics

/// Scores units by a scheme, from declared and administrative data.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score units by a scheme: score sheets, classes, changes, support.",
    discussion: """
      Schemes are Input/evaluation/<scheme>.yml, data Input/evaluation/<year>/*.csv: declared or \
      administrative, never survey returns. The result identifies units: it is for internal use \
      only. See Documentation/Evaluation.md.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp("The scheme, where there are several.", valueName: "id"))
  var scheme: String?

  @Option(help: ArgumentHelp("The year; without it the newest with data.", valueName: "year"))
  var year: Int?

  @Option(help: ArgumentHelp("Only this unit, with every factor.", valueName: "code"))
  var unit: String?

  @Option(help: "How to print: text, json or csv.")
  var format = OutputFormat.text

  func validate() throws {
    if options.period != nil {
      throw ValidationError("An evaluation is of a year: say --year 2022.")
    }
  }

  func run() throws {
    try Command.run(options) { findings in
      let folder = WorkspaceFolder(path: Path.trimmed(options.workspace))
      guard Folder.kind(of: folder.path) == .folder else {
        throw Stop(.noInput, Message("no_workspace", ["path": folder.path]))
      }
      let (definitions, _, catalogue, _) = try Reading.define(folder, options.lang, &findings)
      let input = EvaluationInput(from: folder, definitions: definitions)
      try findings.require(input.findings, .badConfiguration, strict: options.strict)
      let scheme = try scheme(input)
      let result = try EvaluationResult(
        scheme, year: try year(input, of: scheme), input: input, unit: unit
      ) { found in
        try findings.require(found, .badData, strict: options.strict)
      }
      try EvaluationPrinter(
        result: result, catalogue: catalogue, isSynthetic: definitions.configuration.isSynthetic
      ).print(format)
    }
  }

  private func scheme(_ input: EvaluationInput) throws -> EvaluationScheme {
    let ids = input.schemes.map(\.id)
    guard let wanted = scheme ?? (ids.count == 1 ? ids[0] : nil) else {
      if ids.isEmpty {
        throw Stop(.noInput, Message("evaluate_no_scheme", ["path": EvaluationInput.folder]))
      }
      throw Stop(
        .usage, Message("evaluate_several", ["schemes": ids.joined(separator: ", ")]))
    }
    if let found = input.schemes.first(where: { $0.id == wanted }) { return found }
    throw Stop(
      .usage,
      Message(
        "evaluate_unknown_scheme",
        ["scheme": wanted, "suggestion": suggestion(for: wanted, among: ids) ?? ""]))
  }

  private func year(_ input: EvaluationInput, of scheme: EvaluationScheme) throws -> Int {
    let available = input.years.map(String.init).joined(separator: ", ")
    if let year, !input.years.contains(year) {
      throw Stop(
        .noInput, Message("evaluate_no_year", ["year": String(year), "available": available]))
    }
    let newest =
      input.years.last { input.data(for: scheme, year: $0)?.units != nil } ?? input.years.last
    guard let chosen = year ?? newest else {
      throw Stop(.noInput, Message("evaluate_no_data", ["path": EvaluationInput.folder]))
    }
    return chosen
  }
}
