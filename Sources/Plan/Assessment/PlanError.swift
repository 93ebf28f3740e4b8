// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// Why a plan cannot be assessed at all.
package enum PlanError: Error, Hashable, Sendable {
  /// A target's figure does not resolve, or overflows.
  case figure(FigureError)
  /// A target's own numbers leave 128 bits; with its `Target.id`.
  case arithmetic(ArithmeticError, target: String)
}
