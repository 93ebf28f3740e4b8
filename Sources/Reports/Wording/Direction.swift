// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Which way a figure went, read off its printed digits, so that a word and its number cannot
/// disagree: what rounds to 0.0 is flat (methods.md §4).
enum Direction: Hashable, Sendable {
  case rising, falling, flat

  init(rounded digits: String) {
    if digits.hasPrefix("-") {
      self = .falling
    } else {
      self = digits.contains { ("1"..."9").contains($0) } ? .rising : .flat
    }
  }

  /// `nil` where the figure is missing.
  init?(_ figure: Figure) {
    guard let digits = figure.rounded else { return nil }
    self.init(rounded: digits)
  }
}
