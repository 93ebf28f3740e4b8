// SPDX-License-Identifier: Apache-2.0
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

  package func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.sentence("clusters_" + key, arguments)
  }

  package func state(_ state: ProgressReport.State?) -> String {
    sentence("state_" + (state?.rawValue.replacing(" ", with: "_") ?? "unknown"))
  }
}
