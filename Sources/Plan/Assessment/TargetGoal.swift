// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What a value has to come to: one number, or for a range the end that is nearer.
struct TargetGoal: Hashable, Sendable {
  /// In the target's unit.
  let number: Ratio
  /// Whether a value below it has to rise to it; else one above it has to fall.
  let isUpwards: Bool
  /// Whether the number itself is enough.
  let isInclusive: Bool

  /// - Parameter value: of a range, it decides which end counts: above the range, and inside it, the
  ///   upper one. At the year's pace, for what adds up from January on.
  init(_ target: Target, for value: Ratio?) {
    guard let upper = target.upper else {
      number = Ratio(target.value)
      isUpwards = target.comparator.isUpwards
      isInclusive = target.comparator == .atLeast || target.comparator == .atMost
      return
    }
    let lower = TargetGoal(
      number: Ratio(target.value), isUpwards: true, isInclusive: target.comparator != .above)
    let isEnough = value.map(lower.isReached) ?? false
    self = isEnough ? TargetGoal(number: Ratio(upper), isUpwards: false, isInclusive: true) : lower
  }

  init(number: Ratio, isUpwards: Bool, isInclusive: Bool) {
    self.number = number
    self.isUpwards = isUpwards
    self.isInclusive = isInclusive
  }

  func isReached(by value: Ratio) -> Bool {
    if value == number { return isInclusive }
    return isUpwards ? value > number : value < number
  }
}

extension Target {
  /// Whether a value keeps the promise: the comparator, and of a range both ends.
  func isKept(by value: Ratio) -> Bool {
    guard let upper else { return comparator.holds(value, against: Ratio(self.value)) }
    let isAbove = comparator == .above ? value > Ratio(self.value) : value >= Ratio(self.value)
    return isAbove && value <= Ratio(upper)
  }

  /// Whether a value can be too high.
  var hasLimit: Bool { upper != nil || !comparator.isUpwards }
}
