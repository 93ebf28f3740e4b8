// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What a release's data file says of all its figures.
package struct FiguresHeader: Sendable {
  /// `Area.id`.
  package let area: String
  package let areaName: LocalizedName
  package let period: Period
  /// `internal` or `public`.
  package let audience: String
  /// Those that the release is in.
  package let languages: [Language]
  /// The returns are invented.
  package let isSynthetic: Bool
  /// The classification's edition: `GB/T 4754-2017`.
  package let classification: String
  /// May hold more than the figures are of; only those that they name are written.
  package let indicators: [Indicator]
  package let sectors: [Sector]

  package init(
    area: String, areaName: LocalizedName, period: Period, audience: String,
    languages: [Language], isSynthetic: Bool, classification: String, indicators: [Indicator],
    sectors: [Sector]
  ) {
    self.area = area
    self.areaName = areaName
    self.period = period
    self.audience = audience
    self.languages = languages
    self.isSynthetic = isSynthetic
    self.classification = classification
    self.indicators = indicators
    self.sectors = sectors
  }
}
