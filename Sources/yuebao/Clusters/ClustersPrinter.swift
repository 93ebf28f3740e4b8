// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Plan
import Reports
import Statistics

/// Prints the reports of clusters.
struct ClustersPrinter {
  let reports: [ClusterReport]
  let words: ClusterWords

  func print(_ format: OutputFormat) throws {
    switch format {
    case .text: try Console.print(ClustersText(reports: reports, words: words).text)
    case .json: try Console.print(JSONText.of(ClustersDocument(reports, words)))
    case .csv: try Console.print(ClustersCSV(reports: reports, words: words).text)
    }
  }
}

/// The words that text, JSON and CSV share.
struct ClusterWords {
  let catalogue: MessageCatalogue
  let figures: FigureWords
  private let indicators: [Indicator]

  init(_ reading: Reading) {
    catalogue = reading.catalogue
    indicators = reading.definitions.indicators
    figures = FigureWords(
      reading.catalogue, indicators: reading.definitions.indicators,
      sectors: reading.definitions.sectors, classification: reading.definitions.classification,
      areas: reading.definitions.areas)
  }

  func name(_ name: LocalizedName) -> String { name[catalogue.language] }

  func indicator(_ id: String) -> String {
    indicators.first { $0.id == id }.map { name($0.name) } ?? id
  }

  func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.text(of: Message("clusters_" + key, arguments))
  }

  func state(_ state: ProgressReport.State?) -> String {
    sentence("state_" + (state?.rawValue.replacing(" ", with: "_") ?? "unknown"))
  }
}
