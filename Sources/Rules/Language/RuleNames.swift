// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The names that rules can use, as the workspace defines them.
package struct RuleNames: Sendable {
  package let indicators: [Indicator]
  /// The register's flags.
  package let flags: [String]
  /// The ids of sectors, for figures.
  package let sectors: [String]
  /// The wider areas that `area(…)` can name; `nil`: any.
  package let areas: [String]?

  package init(
    indicators: [Indicator], flags: [String], sectors: [String] = [], areas: [String]? = nil
  ) {
    self.indicators = indicators
    self.flags = flags
    self.sectors = sectors
    self.areas = areas
  }

  static let parts: [(name: String, basis: Basis, side: Side)] = [
    ("month", .month, .current), ("ytd", .ytd, .current),
    ("reference_month", .month, .reference), ("reference_ytd", .ytd, .reference),
  ]

  static let functions = [
    "lag", "year_earlier", "industry_median", "hidiroglou_berthelot", "abs", "min", "max", "sum",
    "round", "is_missing", "area",
  ]

  /// The names that a rule over units can use, to propose one for a slip.
  var unitNames: [String] {
    indicators.flatMap { indicator in RuleNames.parts.map { indicator.id + "." + $0.name } }
      + RuleTextField.allCases.map(\.rawValue) + flags.map { "register." + $0 }
      + ["unit", "period.month", "period.year"]
  }
}

/// What a rule is about.
package enum RuleScope: String, Hashable, Sendable, CaseIterable {
  /// Each unit's return.
  case units
  /// The figures of a period.
  case figures
}
