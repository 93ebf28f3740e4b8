// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What is 0 % and what is 100 % of a target.
struct CompletionScale: Hashable, Sendable {
  /// The value at 0 %.
  let zero: Ratio
  /// From there to the value at 100 %; negative where values have to fall. Never zero.
  let length: Ratio

  /// From a start short of the goal to the goal; else value ÷ goal, and where less is better
  /// 2 − value ÷ goal.
  ///
  /// - Returns: `nil` for a goal of zero or below without a start short of it: a part of nothing, or
  ///   of a negative number, means nothing.
  init?(to goal: TargetGoal, from start: Ratio?) throws(ArithmeticError) {
    if let start, start != goal.number, goal.isUpwards == (start < goal.number) {
      zero = start
      length = try goal.number.subtracting(start)
      return
    }
    guard goal.number > .zero else { return nil }
    zero = goal.isUpwards ? .zero : try goal.number.multiplied(by: Ratio(2))
    length = goal.isUpwards ? goal.number : try Ratio.zero.subtracting(goal.number)
  }

  /// In %.
  func completion(of value: Ratio) throws(ArithmeticError) -> Ratio {
    try value.subtracting(zero).divided(by: length).multiplied(by: Ratio(100))
  }

  /// A value's place so many points further.
  func moved(_ value: Ratio, by points: Ratio) throws(ArithmeticError) -> Ratio {
    try value.adding(length.multiplied(by: points).divided(by: Ratio(100)))
  }
}
