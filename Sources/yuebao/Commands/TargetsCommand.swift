// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Ingest
import Plan
import Reports
import Statistics

/// Prints how the plan's targets, tasks and departments stand.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "Print the plan's progress: value, gap, expected value, what is needed, light.",
    discussion: """
      Every target of Input/plan/ with where its value comes from, and who owes it where it is \
      missing. Documentation/Assessment.md has the formulas. Filters may be given several times.

        yuebao targets --period 2021-05 --light red --light yellow
        yuebao targets --show departments
        yuebao targets --department 工业信息科技局 --format csv
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp("Only targets that this department is named for.", valueName: "name"))
  var department: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only targets with this light: \(Light.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "light"))
  var light: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only targets of this kind: \(TargetSelection.kinds.joined(separator: ", ")).",
      valueName: "kind"))
  var kind: [String] = []

  @Option(help: ArgumentHelp("Only targets of this task of the plan.", valueName: "number"))
  var task: [Int] = []

  @Option(
    help: ArgumentHelp(
      "What text and CSV have a row for: targets, tasks, departments or communities.",
      valueName: "rows"))
  var show = TargetRows.targets

  @Option(help: "How to print: text, json or csv. JSON has everything.")
  var format = OutputFormat.text

  func validate() throws {
    if case .range? = options.period {
      throw ValidationError("One period at a time: a plan stands somewhere at each.")
    }
  }

  func run() throws {
    try Command.run(options) { printer in
      var selection: TargetSelection?
      let reading = try Reading(options, printer: &printer) { definitions in
        guard let plan = definitions.plan else { throw Stop(.noInput, Message("no_plan")) }
        selection = try TargetSelection(request, plan)
        return isByCommunity ? definitions.communities : []
      }
      guard let selection else { return }
      let periods = try reading.periods(options.period ?? .latest)
      try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
      try reading.requireReturns(for: periods)
      guard let period = periods.first else { return }
      try print(selection, reading, period)
    }
  }

  private var request: TargetSelection.Request {
    TargetSelection.Request(departments: department, lights: light, kinds: kind, tasks: task)
  }

  private var isByCommunity: Bool { format == .json || show == .communities }

  private func print(
    _ selection: TargetSelection, _ reading: Reading, _ period: Period
  ) throws {
    guard let progress = try reading.planProgress(at: period) else { return }
    let selected = SelectedProgress(progress, selection)
    let communities =
      isByCommunity && !reading.definitions.communities.isEmpty
      ? try CommunityFigures(
        of: selected.targets.map(\.target), by: Definitions.community, figures: reading.figures,
        at: period) : nil
    let printer = TargetsPrinter(
      progress: selected, communities: communities, words: TargetWords(reading.catalogue),
      figureWords: FigureWords(reading))
    try printer.print(show, format)
  }
}

/// What a row is of.
enum TargetRows: String, ExpressibleByArgument, CaseIterable {
  case targets, tasks, departments, communities
}

extension Definitions {
  /// The attribute of the register that the plan's breakdown by community (各社区) goes by.
  static let community = "community"

  /// It, where the register has it.
  var communities: [SectorName.Dimension] {
    register?.attributeNames.contains(Self.community) == true ? [.attribute(Self.community)] : []
  }
}
