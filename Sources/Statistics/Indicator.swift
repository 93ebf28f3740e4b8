// SPDX-License-Identifier: Apache-2.0

/// What is measured (指标): 工业增加值, 工业投资 … Defined as data, in `Input/reference/indicators.yml`.
package struct Indicator: Hashable, Sendable, Identifiable {
  /// Lower-case words joined by `_`, the first part of a figure's name: `value_added`.
  package let id: String
  package let name: LocalizedName
  /// Other words that headers and rows use for it.
  package let aliases: [String]
  /// The unit in which figures are printed, such as 亿元.
  package let unit: UnitOfMeasure
  /// Decimals of a printed level.
  package let decimals: Int
  /// Whether survey periods add up to a longer one: output does, average employment does not.
  package let isAdditive: Bool
  /// Whether January and February stand alone, as in price indices; industrial surveys take them
  /// together (methods.md §1).
  package let hasCalendarMonths: Bool

  package init(
    id: String, name: LocalizedName, aliases: [String], unit: UnitOfMeasure, decimals: Int,
    isAdditive: Bool, hasCalendarMonths: Bool = false
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.unit = unit
    self.decimals = decimals
    self.isAdditive = isAdditive
    self.hasCalendarMonths = hasCalendarMonths
  }
}
