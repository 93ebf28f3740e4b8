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
  private let sectors: [Sector]

  init(_ reading: Reading) {
    catalogue = reading.catalogue
    indicators = reading.definitions.indicators
    sectors = reading.definitions.sectors
    figures = FigureWords(
      reading.catalogue, indicators: reading.definitions.indicators,
      sectors: reading.definitions.sectors, classification: reading.definitions.classification,
      areas: reading.definitions.areas)
  }

  func name(_ name: LocalizedName) -> String { name[catalogue.language] }

  func indicator(_ id: String) -> String {
    indicators.first { $0.id == id }.map { name($0.name) } ?? id
  }

  /// A cluster has units; how many are above designated size is said of all of industry only.
  func name(of line: ClusterReport.Line) -> String {
    let name = line.now.name
    let indicator = indicators.first { $0.id == name.indicator }
    guard indicator?.source == .units(.all), name.measure == .level,
      let sector = sectors.first(where: { $0.id == name.sector })
    else { return figures.name(of: name) }
    return sentence("units", ["sector": self.name(sector.name)])
  }

  /// Why the value is missing, or what a reader must know of it.
  func note(on line: ClusterReport.Line) -> String {
    line.isOfTotalOnly ? sentence("of_total_only") : figures.note(on: line.now)
  }

  func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.text(of: Message("clusters_" + key, arguments))
  }

  func state(_ state: ProgressReport.State?) -> String {
    sentence("state_" + (state?.rawValue.replacing(" ", with: "_") ?? "unknown"))
  }
}
