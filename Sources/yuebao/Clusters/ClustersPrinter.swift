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

extension ClusterWords {
  init(_ reading: Reading) {
    self.init(
      FigureWords(
        reading.catalogue, indicators: reading.definitions.indicators,
        sectors: reading.definitions.sectors, classification: reading.definitions.classification,
        areas: reading.definitions.areas),
      reading.definitions.indicators, reading.catalogue)
  }
}
