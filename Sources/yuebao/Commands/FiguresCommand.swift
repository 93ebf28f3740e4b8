// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Statistics

/// Prints figures.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Print every figure of a period: name, exact value, unit, rounded text.")

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "Only this indicator, such as value_added.")
  var indicator: String?

  @Option(help: "Only this sector, such as electronics.")
  var sector: String?

  @Option(help: "Only this measure: \(Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var measure: Measure?

  @Option(help: "How to print: text, json or csv.")
  var format = OutputFormat.text

  func run() throws {
    try Command.run(options) { printer in
      let reading = try Reading(options, printer: &printer)
      try requireKnownNames(reading.figures)
      let periods = try reading.periods(options.period ?? .latest)
      try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
      try reading.requireReturns(for: periods)
      let figures = try periods.flatMap { try reading.figures.all(of: $0, where: isWanted) }
      try FiguresPrinter(figures: figures, catalogue: reading.catalogue).print(format)
    }
  }

  private func requireKnownNames(_ figures: Figures) throws {
    let given = [
      (indicator, figures.indicators.map(\.id)), (sector, figures.sectors.map(\.id)),
    ]
    for case (let name?, let known) in given where !known.contains(name) {
      let near = suggestion(for: name, among: known).map { " Did you mean \($0)?" } ?? ""
      throw ValidationError(
        "'\(name)' is not known.\(near) Known: \(known.joined(separator: ", ")).")
    }
  }

  private func isWanted(_ name: FigureName) -> Bool {
    (indicator ?? name.indicator) == name.indicator && (sector ?? name.sector) == name.sector
      && (measure ?? name.measure) == name.measure
  }
}

extension Measure: ExpressibleByArgument {}
