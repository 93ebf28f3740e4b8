// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ExplanationNode.Role {
  /// The roles of a formula's parts, in their order.
  static func roles(of formula: Formula, _ parts: [Derivation]) -> [Self?] {
    switch formula {
    case .difference: comparison(parts) ?? [.first, .second]
    case .growth, .monthOfCumulative: comparison(parts) ?? [.current, .reference]
    case .percent: [.part, .whole]
    case .quotient: [.numerator, .denominator]
    case .backCast: [.level, .growth]
    case .partOfGrowth: [.contribution, .growth]
    case .valueAdded: parts.indices.map { $0 % 2 == 0 ? .output : .rate }
    case .comparable: parts.indices.map { [.output, .rate, .price][$0 % 3] }
    case .rank: parts.indices.map { $0 == 0 ? .ranked : .other }
    case .sum, .compounded, .yearly, .mean, .count, .countGrowing: parts.map { _ in nil }
    }
  }

  /// Of a value and what it is held against, as far as they are one thing at two times.
  private static func comparison(_ parts: [Derivation]) -> [Self?]? {
    guard parts.count == 2 else { return nil }
    if parts[0].isOf(.current), parts[1].isOf(.reference) { return [.current, .reference] }
    if let now = parts[0].name, let then = parts[1].name, now.series == then.series,
      then.period < now.period
    {
      return [.current, .before]
    }
    return nil
  }
}

extension Derivation {
  /// Whether it is of one side alone: itself, or all that it is computed from.
  fileprivate func isOf(_ wanted: Side) -> Bool {
    if name != nil { return side == wanted }
    return !parts.isEmpty && parts.allSatisfy { $0.isOf(wanted) }
  }
}
