// SPDX-License-Identifier: Apache-2.0

/// One thing that a scheme scores, such as 亩均税收: value ÷ baseline × weight.
package struct EvaluationItem: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable, CaseIterable {
    /// value ÷ baseline × weight.
    case higher
    /// baseline ÷ value × weight; a value of zero earns the cap.
    case lower
  }

  /// What a unit without a value gets. A value is missing where a cell is empty or the denominator is
  /// not above zero.
  package enum MissingRule: String, Hashable, Sendable, CaseIterable {
    case zero
    /// The mean of the points of the group's units that have a value.
    case groupAverage = "group-average"
    /// The item is left out and the other weights are raised to the whole.
    case reweight
    /// The unit is not assessed.
    case notAssessed = "not-assessed"
  }

  package enum Baseline: Hashable, Sendable {
    /// The same in every year.
    case fixed(ExactDecimal)
    /// As published for each year.
    case fixedByYear([Int: ExactDecimal])
    /// So many times the mean of a group: Σ numerators ÷ Σ denominators, without a denominator
    /// the arithmetic mean.
    case mean(times: ExactDecimal, of: Year)
    /// The smallest value that at least so many percent (above 0, at most 100) of the values do not
    /// exceed.
    case percentile(ExactDecimal, of: Year)
  }

  /// Whose values a mean or percentile is of: the group's assessed units of one of these years.
  package enum Year: String, Hashable, Sendable, CaseIterable {
    case same = "same-year"
    case before = "year-before"
  }

  package let id: String
  package let name: LocalizedName
  /// A column's id.
  package let numerator: String
  /// A column's id; `nil` where the numerator is the value.
  package let denominator: String?
  package let weight: ExactDecimal
  package let baseline: Baseline
  package let direction: Direction
  /// The most and the least that the item may earn, in weights: 1.5 is one and a half times the weight.
  package let cap: ExactDecimal?
  package let floor: ExactDecimal?
  package let missing: MissingRule

  package init(
    id: String, name: LocalizedName, numerator: String, denominator: String? = nil,
    weight: ExactDecimal, baseline: Baseline, direction: Direction = .higher,
    cap: ExactDecimal? = nil, floor: ExactDecimal? = nil, missing: MissingRule
  ) {
    self.id = id
    self.name = name
    self.numerator = numerator
    self.denominator = denominator
    self.weight = weight
    self.baseline = baseline
    self.direction = direction
    self.cap = cap
    self.floor = floor
    self.missing = missing
  }
}
