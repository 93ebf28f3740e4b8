// SPDX-License-Identifier: Apache-2.0

/// What a column of a unit must say. An empty cell fulfils no condition.
package struct EvaluationCondition: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    /// One of these texts.
    case isOneOf([String])
    case above(ExactDecimal)
    case atLeast(ExactDecimal)
    case atMost(ExactDecimal)
    case below(ExactDecimal)
  }

  /// A column's id.
  package let column: String
  package let test: Test

  package init(column: String, test: Test) {
    self.column = column
    self.test = test
  }

  package func holds(for unit: EvaluationUnit) -> Bool {
    guard let cell = unit.cells[column] else { return false }
    if case .isOneOf(let texts) = test { return texts.contains(cell.text) }
    guard let number = cell.number else { return false }
    return switch test {
    case .isOneOf: false
    case .above(let bound): number > bound
    case .atLeast(let bound): number >= bound
    case .atMost(let bound): number <= bound
    case .below(let bound): number < bound
    }
  }
}
