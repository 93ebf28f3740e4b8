// SPDX-License-Identifier: Apache-2.0

/// What the plan promises (目标): one row of `Input/plan/targets.csv`.
package struct Target: Hashable, Sendable, Identifiable {
  /// How a value must stand to the promised one. 以上 and 达 include it, 突破 and 超 do not
  /// (methods.md §4).
  package enum Comparator: String, Hashable, Sendable, CaseIterable {
    case above = ">"
    case atLeast = ">="
    case below = "<"
    case atMost = "<="

    package func holds(_ value: Ratio, against target: Ratio) -> Bool {
      switch self {
      case .above: value > target
      case .atLeast: value >= target
      case .below: value < target
      case .atMost: value <= target
      }
    }
  }

  package let id: String
  package let name: String
  package let comparator: Comparator
  /// The promised value, in `unit`.
  package let value: ExactDecimal
  package let unit: UnitOfMeasure
  /// The last year in which it is to be reached; `nil` when the plan does not date it.
  package let deadline: Int?
  /// The figure that measures it, without period: `value_added.advanced.ytd.share`; `nil` where
  /// no figure does.
  package let series: String?
  /// The plan's own words.
  package let sourcePhrase: String

  package init(
    id: String, name: String, comparator: Comparator, value: ExactDecimal, unit: UnitOfMeasure,
    deadline: Int?, series: String?, sourcePhrase: String
  ) {
    self.id = id
    self.name = name
    self.comparator = comparator
    self.value = value
    self.unit = unit
    self.deadline = deadline
    self.series = series
    self.sourcePhrase = sourcePhrase
  }
}
