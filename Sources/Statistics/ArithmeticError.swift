// SPDX-License-Identifier: Apache-2.0

/// Why an exact calculation has no result. It is reported, never wrapped or rounded away.
package enum ArithmeticError: Error, Hashable, Sendable {
  /// The result does not fit into 128 bits.
  case overflow
  /// A division by zero.
  case divisionByZero
  /// Units of measure that do not go together: 亿元 plus 人, the growth of a percentage.
  case incompatibleUnits
}
