// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A sum over returns, by division and by unit.
package struct ReturnsBreakdown: Sendable {
  /// What was added up of each unit.
  package enum Addition: String, Hashable, Sendable {
    /// Its value.
    case values
    /// One for its return.
    case returns
    /// One where it gave the value.
    case valuesGiven = "values_given"
    /// One where its value is large enough.
    case valuesReaching = "values_reaching"
  }

  /// A division (大类) of the classification.
  package struct Division: Hashable, Sendable {
    /// Empty for classes outside of the classification.
    package let code: String
    /// `nil` likewise.
    package let name: LocalizedName?
    /// What its units come to.
    package let amount: Ratio
    /// How many units are in the amount.
    package let units: Int
    /// Units that gave no value.
    package let missing: Int
  }

  package struct Unit: Hashable, Sendable {
    package let value: UnitValue
    /// What it adds to the sum.
    package let amount: Ratio
  }

  package let sum: ReturnsSum
  package let addition: Addition
  /// The unit of measure of all amounts.
  package let unit: UnitOfMeasure
  /// By code. Their amounts add up to the sum.
  package let divisions: [Division]
  /// The largest first, by magnitude; those alike by code. With the rest they add up to the sum.
  package let units: [Unit]
  /// The units that are not listed, and what they come to.
  package let rest: (units: Int, amount: Ratio)
  /// Units that gave no value, by code, as many as are listed.
  package let missing: [UnitValue]
  /// How many units gave no value: then there is no sum.
  package let missingCount: Int
}
