// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What a target's value can be at all, promised or reported.
struct PossibleValue {
  let kind: Target.Kind
  let unit: UnitOfMeasure

  /// What is expected instead, in signs that need no translation; `nil` for a possible value.
  func expected(insteadOf value: ExactDecimal) -> String? {
    switch kind {
    case .share:
      return (ExactDecimal.zero...ExactDecimal(100)).contains(value) ? nil : "0 … 100 %"
    case .cumulativeGrowth, .compoundedRate:
      return value >= ExactDecimal(-100) ? nil : "≥ -100 %"
    case .count, .deliverable, .milestone, .mechanism:
      return value >= .zero && isWhole(value) ? nil : "0, 1, 2 … \(unit)"
    case .level, .cumulativeQuantity:
      return value >= .zero || canBeNegative ? nil : "≥ 0 \(unit)"
    }
  }

  /// Of 万家, four decimals are whole units.
  private func isWhole(_ value: ExactDecimal) -> Bool { value.scale <= unit.exponent }

  /// Profits, growth and temperatures of the economy; not what is counted or weighed.
  private var canBeNegative: Bool {
    switch unit.dimension {
    case .money, .usDollar, .euro, .percent, .percentagePoint, .index: true
    default: unit.divisor != nil
    }
  }
}
