// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Ingest
import Reports
import Statistics

/// Prints figures.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Print the figures of a period: name, exact value, unit, rounded text.",
    discussion: """
      --indicator, --sector, --measure and --basis may be given several times, or several names \
      with commas between. A sector may also be a part, total/division=39, or a category's code.

        yuebao figures --sector total --by division --sort pull --top 10
        yuebao figures --series --period 2021-01..02...2021-12 --measure yoy --basis ytd

      --series without --period is over every period. JSON and CSV have every value exactly; \
      sdmx-csv is SDMX-CSV 2.0, see Documentation/SDMX.md.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp("Only these indicators, such as value_added.", valueName: "ids"))
  var indicator: [String] = []

  @Option(help: ArgumentHelp("Only these sectors or parts, such as electronics.", valueName: "ids"))
  var sector: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only these measures.",
      discussion: """
        \(Measure.allCases.map(\.rawValue).joined(separator: ", ")); gap_AREA, since_YEAR, \
        average_since_YEAR.
        """, valueName: "measures"))
  var measure: [String] = []

  @Option(help: ArgumentHelp("Only this basis: month or ytd.", valueName: "basis"))
  var basis: [String] = []

  @Option(
    help: ArgumentHelp(
      "Break each sector down: section, division, group, class, or an attribute of the register.",
      valueName: "dimension"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Only this measure, from the highest value to the lowest, of each indicator and basis.",
      valueName: "measure"))
  var sort: String?

  @Option(help: ArgumentHelp("With --sort, only so many of each.", valueName: "count"))
  var top: Int?

  @Flag(help: "A row a series over the periods, with its course.")
  var series = false

  @Option(help: ArgumentHelp("What tables state of another area.", valueName: "id"))
  var area: String?

  @Option(help: "How to print: text, json, csv or sdmx-csv.")
  var format = FiguresFormat.text

  func validate() throws {
    if sort != nil, !measure.isEmpty {
      throw ValidationError("--sort says which measure is printed; leave --measure out.")
    }
    if let top, sort == nil || top < 1 {
      throw ValidationError("--top takes a number from 1 on, and needs --sort.")
    }
  }

  func run() throws {
    try Command.run(options) { printer in
      var selection: FigureSelection?
      let reading = try Reading(options, printer: &printer) { definitions in
        if let area { _ = try definitions.areaIDs.checked(area) }
        let made = try FigureSelection(request, definitions)
        selection = made
        return made.dimensions
      }
      guard let selection else { return }
      try print(selection, reading, &printer)
    }
  }

  private var request: FigureSelection.Request {
    func names(_ texts: [String]) -> [String] {
      texts.flatMap { $0.split(separator: ",").map(String.init) }
    }
    return FigureSelection.Request(
      indicators: names(indicator), sectors: names(sector), bases: names(basis),
      measures: names(measure) + [sort].compactMap(\.self), dimension: by)
  }

  private func print(
    _ selection: FigureSelection, _ reading: Reading, _ findings: inout FindingsPrinter
  ) throws {
    let ownID = Area.ownID(among: reading.definitions.areas)
    let figures = reading.figures(ofArea: area ?? ownID)
    let periods = try periods(reading, figures)
    try reading.requireNoErrors(for: periods, strict: options.strict, &findings)
    try selection.requireKnownParts(in: figures, over: periods)
    let isOwn = area ?? ownID == ownID
    if isOwn, !series { try reading.requireReturns(for: periods) }
    let printer = FiguresPrinter(
      area: area ?? ownID, words: FigureWords(reading, area: area), catalogue: reading.catalogue)
    let rows = try rows(selection, figures, periods)
    if rows.isEmpty, !periods.contains(where: figures.hasData) {
      throw periods.isEmpty
        ? Stop(.noInput, Message("no_periods")) : Reading.noReturns(for: periods.span, of: figures)
    }
    try printer.print(rows, format)
    if rows.isEmpty { findings.note(Message("figures_none")) }
  }

  private func periods(_ reading: Reading, _ figures: Figures) throws -> [Period] {
    switch options.period {
    case nil where series:
      guard let first = figures.periods.first, let last = figures.periods.last else { return [] }
      return first.surveyPeriods(through: last)
    case nil, .latest?:
      if area == nil { return try reading.periods(.latest) }
      return [figures.periods.last].compactMap(\.self)
    case let selection?: return try reading.periods(selection)
    }
  }

  /// Series are ranked by the last period's values.
  private func rows(
    _ selection: FigureSelection, _ figures: Figures, _ periods: [Period]
  ) throws -> FigureRows {
    let ranking = sort.map { _ in FigureRanking(top: top) }
    guard series else {
      let all = try periods.flatMap { try selection.figures(of: $0, in: figures) }
      return .figures(ranking?.ranked(all) { $0 } ?? all)
    }
    let all = try FigureSeries.all(of: selection, over: periods, in: figures)
    return .series(ranking?.ranked(all) { $0.figures.last } ?? all, over: periods)
  }
}

extension Figures {
  fileprivate func hasData(in period: Period) -> Bool { periods.contains(period.lastSurveyPeriod) }
}

extension Definitions {
  fileprivate var areaIDs: [String] {
    areas.isEmpty ? [Area.ownID(among: areas)] : areas.map(\.id)
  }
}

extension FigureSelection {
  /// Which values an attribute has, only the data say.
  func requireKnownParts(in figures: Figures, over periods: [Period]) throws {
    for name in sectors {
      guard let part = name.part, case .attribute = part.dimension else { continue }
      let sector = figures.sectors.filter { $0.id == name.sector }
      let known = sector.flatMap { sector in
        periods.flatMap { figures.parts(of: sector, by: part.dimension, in: $0) }
      }
      _ = try Set(known.compactMap(\.part?.value)).sorted().checked(part.value)
    }
  }
}

extension FigureWords {
  /// - Parameter area: `Area.id`, of figures that are not the office's own.
  init(_ reading: Reading, area: String? = nil) {
    self.init(
      reading.catalogue, indicators: reading.definitions.indicators,
      sectors: reading.definitions.sectors, classification: reading.definitions.classification,
      areas: reading.definitions.areas,
      area: reading.definitions.areas.first { $0.id == area && !$0.isOwn })
  }
}

extension [Period] {
  fileprivate var span: String {
    guard let first, let last else { return "" }
    return first == last ? first.description : "\(first)...\(last)"
  }
}
