// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Why there is no explanation.
package enum ExplanationError: Error, Hashable, Sendable {
  /// The figure cannot be computed.
  case figure(FigureError)
  /// Units' values do not come to a sum that the figure was computed from.
  case doesNotAddUp(FigureName, ReturnsSum)
}
