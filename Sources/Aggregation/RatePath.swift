// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The way from one amount to another at one rate of growth: base × (goal ÷ base)^(elapsed ÷ total).
///
/// The value on the way is a root and has as a rule no end: it is cut, but comparisons with it are
/// exact.
package struct RatePath: Sendable {
  /// Longer ways are refused: no plan has them, and their powers would fill the memory.
  package static let longest = 1200

  private let base: Ratio
  private let goal: Ratio
  /// In lowest terms.
  private let elapsed: Int
  private let total: Int

  /// `nil` unless both ends are above zero, `elapsed` is not negative, and both it and `total` are at
  /// most `longest`; their unit, months or years, does not matter.
  package init?(from base: Ratio, to goal: Ratio, elapsed: Int, total: Int) {
    guard base > .zero, goal > .zero, (0...Self.longest).contains(elapsed),
      (1...Self.longest).contains(total)
    else { return nil }
    var (divisor, rest) = (total, elapsed)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    self.base = base
    self.goal = goal
    self.elapsed = elapsed / divisor
    self.total = total / divisor
  }

  /// The `total`-th power of the value.
  private var power: ExactFraction {
    let growth = ExactFraction(goal) / ExactFraction(base)
    return ExactFraction(base).power(total) * growth.power(elapsed)
  }

  /// Cut behind 15 decimals, unless it has fewer.
  package func value() throws(ArithmeticError) -> (value: Ratio, isCut: Bool) {
    try power.root(total)
  }

  /// Whether the exact value is at most `bound`.
  package func isAtMost(_ bound: Ratio) -> Bool {
    bound > .zero && power <= ExactFraction(bound).power(total)
  }

  /// Whether the exact value is at least `bound`.
  package func isAtLeast(_ bound: Ratio) -> Bool {
    bound <= .zero || power >= ExactFraction(bound).power(total)
  }
}
