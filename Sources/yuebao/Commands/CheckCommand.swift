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
    discussion: "Prints every finding and the coverage. Exit status 65 where there are errors.")

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "How to print: text, json or csv.")
  var format = OutputFormat.text

  func run() throws {
    try Command.run(options) { printer in
      printer.isDeferred = true
      let reading = try Reading(options, printer: &printer)
      let periods = try options.period.map(reading.periods)
      let findings = try periods.map(reading.relevantFindings) ?? allFindings(reading)
      try CheckPrinter(reading: reading, findings: findings).print(format)
      let blocking = findings.count {
        $0.severity == .error || (options.strict && $0.severity == .warning)
      }
      if blocking > 0 { throw Stop(.badData, Message("bad_data", ["count": String(blocking)])) }
      try reading.requireReturns(for: periods ?? reading.figures.periods)
    }
  }

  private func allFindings(_ reading: Reading) throws -> [Finding] {
    let derived = try reading.figures.periods.flatMap(reading.derivedFindings)
    return (reading.findings + derived).sorted()
  }
}
