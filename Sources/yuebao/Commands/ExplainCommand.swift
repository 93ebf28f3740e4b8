// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Ingest
import Statistics

/// Prints what a figure was computed from, down to the cells.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print how a figure comes about: formula, values, parts, file!sheet!cell.",
    discussion: """
      A sum over returns is shown by division, with its ten largest units and the rest counted; \
      --all lists every unit. What is shown adds up to the figure, or nothing is printed.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  /// Units of each sum that are listed without `--all`.
  private static let listed = 10

  @Argument(
    help: ArgumentHelp(
      "The figure, such as value_added.electronics.ytd.yoy, with or without @2021-05.",
      valueName: "figure"),
    transform: FigureArgument.parse)
  var figure: FigureArgument

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Every unit, and the figures behind counts and rankings.")
  var all = false

  @Option(help: "How to print: text or json.")
  var format = Format.text

  func validate() throws {
    if case .range = options.period {
      throw ValidationError(FigureArgument.oneForOnePeriod)
    }
    if let own = figure.period, let given = options.period, given != .single(own) {
      throw ValidationError("The figure is of \(own), but --period names another period.")
    }
  }

  func run() throws {
    try Command.run(options) { printer in
      let reading = try Reading(options, printer: &printer)
      try reading.requireKnownNames(of: figure)
      let selection = figure.period.map(PeriodSelection.single) ?? options.period ?? .latest
      let periods = try reading.periods(selection)
      try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
      try reading.requireReturns(for: periods)
      for period in periods {
        let explanation = try reading.explanation(
          of: figure.name(in: period), limit: all ? nil : Self.listed)
        try print(explanation, reading)
      }
    }
  }

  private func print(_ explanation: Explanation, _ reading: Reading) throws {
    switch format {
    case .text:
      try Console.print(ExplanationText(explanation, reading).text)
    case .json:
      try Console.print(
        JSONText.of(ExplanationDocument(explanation, reading.figures.definitions)))
    }
  }
}
