// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Ingest
import Statistics

/// Reads and validates everything, publishes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read and validate everything; publish nothing.",
    discussion: """
      Prints every finding and the coverage. Exit status 65 where there are errors. With --unit \
      only what concerns that unit, to be sent back to it.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "How to print: text, json or csv.")
  var format = OutputFormat.text

  @Option(help: ArgumentHelp("Only the findings about this unit.", valueName: "code"))
  var unit: String?

  func run() throws {
    try Command.run(options) { printer in
      printer.isDeferred = true
      let reading = try Reading(options, printer: &printer)
      let periods = try options.period.map(reading.periods)
      let folder = try options.folder()
      let evaluation = EvaluationInput(from: folder, definitions: reading.definitions)
      let result = try CheckResult(
        reading, evaluation: evaluation.allFindings, periods: periods,
        unit: unit.map(reading.unit))
      try CheckPrinter(result: result).print(format)
      let blocking = result.count(.error) + (options.strict ? result.count(.warning) : 0)
      if blocking > 0 { throw Stop(.badData, Message("bad_data", ["count": String(blocking)])) }
      try reading.requireReturns(for: periods ?? reading.figures.periods)
    }
  }
}
