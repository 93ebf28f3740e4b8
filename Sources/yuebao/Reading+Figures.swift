// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Statistics

extension FigureDefinitions {
  init(_ definitions: Definitions) {
    self.init(
      indicators: definitions.indicators, sectors: definitions.sectors,
      classification: definitions.classification, flagNames: definitions.flagNames,
      comparators: definitions.areas.filter(\.isComparator),
      valueAdded: definitions.valueAdded,
      leastTotalChange: definitions.configuration.leastTotalChange)
  }
}

extension Cube {
  /// Adds up the accepted returns by survey period, class and register flags.
  init(_ ingest: ReturnsIngest) {
    self.init(indicators: ingest.definitions.indicators)
    for sums in ingest.sums() {
      add(
        sums.slots.map { Cell(parts: $0.parts, known: $0.known, missing: $0.missing) },
        units: sums.units, reaching: sums.reaching,
        to: Stratum(period: sums.period, industry: sums.industry, flags: sums.flags))
    }
  }
}
