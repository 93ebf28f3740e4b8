// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The sum of one slot over some units of a survey period.
package struct ColumnSum: Sendable {
  /// Of the values that are whole numbers of `10^exponent` base units.
  var counts: Int128 = 0
  private let exponent: Int
  /// The other values.
  private var others: [ExactDecimal] = []
  /// Units with a value.
  package internal(set) var known = 0
  /// Units whose form has the value and that gave none.
  package internal(set) var missing = 0

  init(exponent: Int) { self.exponent = exponent }

  mutating func add(_ value: ExactDecimal) {
    others.append(value)
    known += 1
  }

  /// Each `coefficient × 10^power` base units; together they are the sum.
  package var parts: [(coefficient: Int128, power: Int)] {
    let parts = others.map { (coefficient: $0.coefficient, power: -$0.scale) }
    return counts == 0 ? parts : parts + [(counts, exponent)]
  }
}
