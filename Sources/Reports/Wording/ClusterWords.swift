// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

/// What the parts of a cluster's report are called in a catalogue's language.
package struct ClusterWords: Sendable {
  package let catalogue: MessageCatalogue
  package let figures: FigureWords
  private let indicators: [Indicator]

  package init(_ figures: FigureWords, _ indicators: [Indicator], _ catalogue: MessageCatalogue) {
    self.figures = figures
    self.indicators = indicators
    self.catalogue = catalogue
  }

  package func name(_ name: LocalizedName) -> String { name[catalogue.language] }

  package func indicator(_ id: String) -> String {
    indicators.first { $0.id == id }.map { name($0.name) } ?? id
  }

  /// A cluster has units; how many are above designated size is said of all of industry only.
  package func name(of line: ClusterReport.Line, in cluster: Cluster) -> String {
    let indicator = indicators.first { $0.id == line.now.name.indicator }
    guard indicator?.source == .units(.all), line.now.name.measure == .level else {
      return figures.name(of: line.now.name)
    }
    return sentence("units", ["cluster": name(cluster.name)])
  }

  /// Why the value is missing, or what a reader must know of it.
  package func note(on line: ClusterReport.Line) -> String {
    line.isOfTotalOnly ? sentence("of_total_only") : figures.note(on: line.now)
  }

  package func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.sentence("clusters_" + key, arguments)
  }

  package func state(_ state: ProgressReport.State?) -> String {
    sentence("state_" + (state?.rawValue.replacing(" ", with: "_") ?? "unknown"))
  }
}
