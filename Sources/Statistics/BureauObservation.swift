// SPDX-License-Identifier: Apache-2.0

/// One value of a bureau's table: a level or a rate that was computed one level above (下算一级), of
/// the office's own area or of another.
package struct BureauObservation: Hashable, Sendable {
  /// `Area.id`.
  package let area: String
  /// `period` is a survey period, or what a series over time speaks of: a year, a calendar month.
  /// The sector is a sector's id or a category's code. The measure is any that a layout names.
  package let name: FigureName
  package let value: ExactDecimal
  /// As the table states it: 亿元, %, 百分点.
  package let unit: UnitOfMeasure
  package let location: Location

  package init(
    area: String, name: FigureName, value: ExactDecimal, unit: UnitOfMeasure, location: Location
  ) {
    self.area = area
    self.name = name
    self.value = value
    self.unit = unit
    self.location = location
  }
}

/// A figure's name and the area that it is of.
package struct AreaFigure: Hashable, Sendable {
  package let area: String
  package let name: FigureName

  package init(area: String, name: FigureName) {
    self.area = area
    self.name = name
  }
}
