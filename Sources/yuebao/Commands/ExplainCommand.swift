// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Ingest
import Provenance
import Reports
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

  @Option(
    help: ArgumentHelp(
      "As the internal release's version of the period was made: read the files that it was made from.",
      valueName: "number"))
  var vintage: Int?

  @Option(help: "How to print: text or json.")
  var format = Format.text

  func validate() throws {
    if vintage != nil, options.asOf != nil {
      throw ValidationError("Use --vintage or --as-of.")
    }
    if case .range = options.period {
      throw ValidationError(FigureArgument.oneForOnePeriod)
    }
    if let own = figure.period, let given = options.period, given != .single(own) {
      throw ValidationError("The figure is of \(own), but --period names another period.")
    }
  }

  func run() throws {
    try Command.run(options) { printer in
      var selection: FigureSelection?
      let reading = try Reading(options, from: try folder(), printer: &printer) { definitions in
        let made = try FigureSelection(figure.request, definitions)
        selection = made
        return made.dimensions
      }
      let given = figure.period.map(PeriodSelection.single) ?? options.period ?? .latest
      let periods = try reading.periods(given)
      try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
      try reading.requireReturns(for: periods)
      try selection?.requireKnownParts(in: reading.figures, over: periods)
      for name in periods.compactMap({ selection?.onlyName(in: $0) }) {
        try print(reading.explanation(of: name, limit: all ? nil : Self.listed), reading)
      }
    }
  }

  /// `nil` for the one that the options name.
  private func folder() throws -> WorkspaceFolder? {
    guard let vintage else { return nil }
    let disk = WorkspaceFolder(path: Path.trimmed(options.workspace))
    let output = OutputFolder(of: disk)
    let period =
      figure.period
      ?? { if case .single(let period)? = options.period { period } else { nil } }()
    guard let period else {
      throw Stop(.usage, Message("vintage_needs_period"))
    }
    let place = output.place(of: period, for: .internal)
    guard let manifest = place.manifest(of: vintage)?.manifest else {
      throw Stop(.noInput, Message("no_releases", ["path": place.folder(of: vintage)]))
    }
    guard let snapshot = manifest.snapshot.flatMap(Digest.init).flatMap(output.inputs.snapshot)
    else { throw Stop(.noInput, Message("not_kept", ["path": output.inputs.path])) }
    return WorkspaceFolder(path: disk.path, as: snapshot, from: output.inputs)
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

extension FigureArgument {
  /// The names, to be looked up as those of `yuebao figures` are.
  fileprivate var request: FigureSelection.Request {
    FigureSelection.Request(
      indicators: [indicator], sectors: [sector], bases: [basis], measures: [measure])
  }
}

extension FigureSelection {
  /// The figure that is asked for, where it is one.
  fileprivate func onlyName(in period: Period) -> FigureName? {
    guard let indicator = indicators.first, let sector = sectors.first, let basis = bases.first,
      let measure = measures.first
    else { return nil }
    return FigureName(
      indicator: indicator, sector: sector.description, basis: basis, measure: measure,
      period: period)
  }
}
