// SPDX-License-Identifier: Apache-2.0

/// What is measured (指标): 工业增加值, 工业投资 … Defined as data, in `Input/reference/indicators.yml`.
package struct Indicator: Hashable, Sendable, Identifiable {
  /// Where its values come from.
  package enum Source: Hashable, Sendable {
    /// Returns and tables state it.
    case reported
    /// One indicator over another: 产销率 is sales over output, 全员劳动生产率 value added over persons.
    case quotient(Operand, Operand)
    /// How many units of the population have reported.
    case units(UnitCondition)
    /// Value added from gross output by industry (methods.md §2), over `Indicator.id` of the output.
    case output(String, prints: Growth)
  }

  /// An indicator in a quotient.
  package struct Operand: Hashable, Sendable {
    package let indicator: String
    /// The basis that it is taken in; `nil` for the figure's own.
    package let basis: Basis?

    package init(indicator: String, basis: Basis? = nil) {
      self.indicator = indicator
      self.basis = basis
    }
  }

  /// Which units count.
  package enum UnitCondition: Hashable, Sendable {
    /// Every unit with a return.
    case all
    /// Those with a flag of the register.
    case flag(String)
    /// Those that report at least so much.
    case atLeast(Minimum)
  }

  /// A least value from January to the period, such as a revenue of 10 亿元.
  package struct Minimum: Hashable, Sendable {
    package let indicator: String
    /// In the base unit: 元.
    package let value: ExactDecimal

    package init(indicator: String, value: ExactDecimal) {
      self.indicator = indicator
      self.value = value
    }
  }

  /// Which growth of value added is printed as its yoy.
  package enum Growth: String, Hashable, Sendable, CaseIterable {
    /// At comparable prices (single deflation).
    case comparable
    /// At current prices: the plain ratio over the same units.
    case nominal
  }

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
  package let source: Source
  /// The survey periods from which on it was defined in another way, oldest first: figures across
  /// one of them carry a mark.
  package let breaks: [Period]

  package init(
    id: String, name: LocalizedName, aliases: [String], unit: UnitOfMeasure, decimals: Int,
    isAdditive: Bool, hasCalendarMonths: Bool = false, source: Source = .reported,
    breaks: [Period] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.unit = unit
    self.decimals = decimals
    self.isAdditive = isAdditive
    self.hasCalendarMonths = hasCalendarMonths
    self.source = source
    self.breaks = breaks
  }
}
