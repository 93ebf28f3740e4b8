// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What a number in a rule counts: powers of money, persons and so on. Percentages are plain
/// numbers, so 20% is 0.2.
package struct RuleDimension: Hashable, Sendable {
  /// Only those that are not zero.
  private let exponents: [UnitOfMeasure.Dimension: Int]

  package static let plain = RuleDimension(exponents: [:])

  package init(_ unit: UnitOfMeasure) {
    switch unit.dimension {
    case .percent, .percentagePoint: exponents = [:]
    default: exponents = [unit.dimension: 1]
    }
  }

  private init(exponents: [UnitOfMeasure.Dimension: Int]) {
    self.exponents = exponents.filter { $0.value != 0 }
  }

  /// - Returns: `nil` beyond the eighth power, which no rule means.
  func multiplied(by other: RuleDimension) -> RuleDimension? { combined(other, sign: 1) }
  func divided(by other: RuleDimension) -> RuleDimension? { combined(other, sign: -1) }

  private func combined(_ other: RuleDimension, sign: Int) -> RuleDimension? {
    let sum = exponents.merging(other.exponents.mapValues { sign * $0 }) { $0 + $1 }
    return sum.values.allSatisfy { (-8...8).contains($0) } ? RuleDimension(exponents: sum) : nil
  }

  /// The base unit where it counts one thing, such as 元; `nil` for plain and compound numbers.
  package var baseUnit: UnitOfMeasure? {
    guard exponents.count == 1, let only = exponents.first, only.value == 1 else { return nil }
    return UnitOfMeasure(only.key)
  }

  /// In words for messages: `元`, `元/人`, or that it is a plain number.
  package var name: LocalizedName {
    if exponents.isEmpty { return LocalizedName(zh: "无单位的数", en: "a plain number") }
    func words(_ sign: Int) -> String {
      let parts = UnitOfMeasure.Dimension.allCases.compactMap { dimension -> String? in
        let power = sign * exponents[dimension, default: 0]
        return power <= 0 ? nil : dimension.rawValue + (power == 1 ? "" : "^\(power)")
      }
      return parts.joined(separator: "·")
    }
    let (above, below) = (words(1), words(-1))
    return LocalizedName(
      zh: (above.isEmpty ? "1" : above) + (below.isEmpty ? "" : "/" + below))
  }
}
