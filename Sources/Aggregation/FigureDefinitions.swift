// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What a workspace defines figures by.
package struct FigureDefinitions: Sendable {
  package let indicators: [Indicator]
  /// In the order of printing.
  package let sectors: [Sector]
  package let classification: Classification
  /// The register's flags by their position in `RegisterFlags`.
  package let flagNames: [String]
  /// The areas that growth is held against, in the order of printing.
  package let comparators: [Area]
  package let valueAdded: ValueAddedTables
  /// The least change of a total, in percent either way, that contributions to it are printed for.
  package let leastTotalChange: Ratio

  package init(
    indicators: [Indicator], sectors: [Sector], classification: Classification,
    flagNames: [String], comparators: [Area] = [], valueAdded: ValueAddedTables = .init(),
    leastTotalChange: Ratio = .zero
  ) {
    self.indicators = indicators
    self.sectors = sectors
    self.classification = classification
    self.flagNames = flagNames
    self.comparators = comparators
    self.valueAdded = valueAdded
    self.leastTotalChange = leastTotalChange
  }

  func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
}

extension Sector {
  /// Whether units of the stratum belong to the sector in the stratum's period.
  func contains(_ stratum: Cube.Stratum, flagNames: [String]) -> Bool {
    switch definition(in: stratum.period) {
    case .classes(let classes): return classes.contains(stratum.industry)
    case .flag(let name):
      guard let position = flagNames.firstIndex(of: name) else { return false }
      return stratum.flags.contains(RegisterFlags(position: position))
    case .published: return false
    }
  }
}

extension Sector {
  /// Whether a unit belongs to the sector by its return for a survey period.
  package func contains(
    _ value: UnitValue, in period: Period, _ definitions: FigureDefinitions
  ) -> Bool {
    contains(
      Cube.Stratum(period: period, industry: value.industry, flags: value.flags),
      flagNames: definitions.flagNames)
  }
}
