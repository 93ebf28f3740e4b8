// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Ingest
import Plan
import Reports
import Statistics

/// Prints how the plan's clusters stand.
struct ClustersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Print how the clusters stand: figures, concentration, units entered and left.",
    discussion: """
      Clusters are Input/plan/clusters.yml, see Documentation/Clusters.md. Against the same period \
      of the year before, and against the total. For internal use: few units may be behind a number.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp("Only this cluster.", valueName: "id"))
  var cluster: String?

  @Option(help: "How to print: text, json or csv.")
  var format = OutputFormat.text

  func run() throws {
    try Command.run(options) { printer in
      let reading = try Reading(options, printer: &printer) { definitions in
        try check(definitions)
        return []
      }
      let periods = try reading.periods(options.period ?? .latest)
      try reading.requireNoErrors(for: periods, strict: options.strict, &printer)
      try reading.requireReturns(for: periods)
      let reports = try periods.flatMap { try reading.clusterReports(of: $0) }
        .filter { cluster == nil || $0.cluster.id == cluster }
      try ClustersPrinter(reports: reports, words: ClusterWords(reading)).print(format)
    }
  }

  private func check(_ definitions: Definitions) throws {
    guard let clusters = definitions.clusters else {
      throw Stop(.noInput, Message("clusters_none", ["path": Definitions.clustersFile]))
    }
    let ids = clusters.clusters.map(\.id)
    guard let cluster, !ids.contains(cluster) else { return }
    throw Stop(
      .usage,
      Message(
        "clusters_unknown",
        ["cluster": cluster, "suggestion": suggestion(for: cluster, among: ids) ?? ""]))
  }
}

extension Reading {
  /// What each unit's accepted return says of an indicator from January to the survey period; without
  /// one, the returns themselves.
  func unitValues(in period: Period, ofIndicator indicator: String?) -> [UnitValue] {
    let position = indicator.flatMap { id in
      definitions.indicators.firstIndex { $0.id == id }
    }
    return ingest.unitValues(
      in: period,
      slot: position.map { ReturnSlot(indicator: $0, basis: .ytd, side: .current) })
  }
}
