// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Plan
import Reports
import Statistics

/// Prints the growth ladder of enterprises.
struct LadderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladder",
    abstract: "Print the growth ladder: units on each step, near it, and who has moved.",
    discussion: """
      Steps are Input/plan/ladder.yml, see Documentation/Ladder.md. Against the same period of the \
      year before. The result identifies units: it is for internal use only.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp("Only this step, with every unit on it.", valueName: "id"))
  var step: String?

  @Option(help: "How to print: text, json or csv.")
  var format = OutputFormat.text

  func run() throws {
    try Command.run(options) { printer in
      let reading = try Reading(options, printer: &printer) { definitions in
        try check(definitions)
        return []
      }
      guard let definition = reading.definitions.ladder else { return }
      let periods = try reading.periods(options.period ?? .latest)
      try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
      try reading.requireReturns(for: periods)
      let words = LadderWords(
        catalogue: reading.catalogue, definition: definition,
        isSynthetic: reading.definitions.configuration.isSynthetic)
      try LadderPrinter(
        reports: periods.compactMap { reading.ladder(of: $0)?.report }, step: step, words: words
      )
      .print(format)
    }
  }

  private func check(_ definitions: Definitions) throws {
    guard let ladder = definitions.ladder else {
      throw Stop(.noInput, Message("ladder_none", ["path": Definitions.ladderFile]))
    }
    let ids = ladder.steps.map(\.id)
    guard let step, !ids.contains(step) else { return }
    throw Stop(
      .usage,
      Message(
        "ladder_unknown_step",
        ["step": step, "suggestion": suggestion(for: step, among: ids) ?? ""]))
  }
}
