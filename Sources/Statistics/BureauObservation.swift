// SPDX-License-Identifier: Apache-2.0

/// One value of a bureau's table: a level or a rate that was computed one level above (下算一级).
package struct BureauObservation: Hashable, Sendable {
  /// `period` is a survey period; the measure is any that a layout names.
  package let name: FigureName
  package let value: ExactDecimal
  /// As the table states it: 亿元, %, 百分点.
  package let unit: UnitOfMeasure
  package let location: Location

  package init(
    name: FigureName, value: ExactDecimal, unit: UnitOfMeasure, location: Location
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.location = location
  }
}
