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
  init(_ ingest: ReturnsIngest) { self.init(ingest.definitions.indicators, ingest.sums()) }

  /// The same, also by an attribute of the register.
  ///
  /// - Returns: `nil` where the register has no such attribute.
  init?(_ ingest: ReturnsIngest, by attribute: String) {
    guard let sums = ingest.sums(by: attribute) else { return nil }
    self.init(ingest.definitions.indicators, sums)
  }

  /// Broken down by the attribute among these dimensions, where there is one; levels need no more.
  init(_ ingest: ReturnsIngest, for dimensions: [SectorName.Dimension]) {
    let attributes = dimensions.compactMap { dimension in
      if case .attribute(let id) = dimension { id } else { String?.none }
    }
    self = attributes.first.flatMap { Cube(ingest, by: $0) } ?? Cube(ingest)
  }

  private init(_ indicators: [Indicator], _ sums: [StratumSums]) {
    self.init(indicators: indicators)
    for sums in sums {
      let strata = sums.strata.map { stratum in
        Stratum(
          period: sums.period, industry: stratum.industry, flags: stratum.flags,
          attribute: stratum.attributeValue ?? "")
      }
      let columns = sums.columns.mapValues { column in
        CellColumn(
          power: column.exponent, counts: column.counts, known: column.known,
          missing: column.missing, others: column.others)
      }
      add(PeriodCells(period: sums.period, strata: strata, columns: columns))
    }
  }
}

extension Reading {
  /// What tables state of one area; the office's own area has the figures of its returns, too.
  ///
  /// - Parameter area: `Area.id`.
  func figures(ofArea area: String) -> Figures {
    guard area != Area.ownID(among: definitions.areas) else { return figures }
    var stated: [FigureName: BureauObservation] = [:]
    for (key, statement) in ingest.otherAreas where key.area == area {
      stated[key.name] = statement
    }
    return Figures(
      FigureDefinitions(definitions), cube: Cube(indicators: definitions.indicators),
      bureau: stated)
  }
}
