// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Finds rules that can never both hold, or that hold or fail whatever the values are.
///
/// Only what is plain: comparisons of sums of multiples that rules demand without condition. Two of
/// them with the same form, up to a factor, bound one number; if the bounds leave nothing, they
/// contradict each other.
package enum Contradictions {
  package enum Remark: Hashable, Sendable {
    /// The positions of two rules that can never both hold, the first first.
    case contradiction(Int, Int)
    case neverHolds(Int)
    case alwaysHolds(Int)
  }

  /// - Returns: remarks in the order of the rules. Of rules that contradict each other, each pair
  ///   is named once.
  package static func remarks(on rules: [Rule]) -> [Remark] {
    var remarks: [Remark] = []
    var earlier: [[RuleNumber: Ratio]: [(rule: Int, bound: Bound)]] = [:]
    var named: Set<Remark> = []
    for (position, rule) in rules.enumerated() {
      let condition = rule.expression.condition
      if isNeverTrue(condition) {
        remarks.append(.neverHolds(position))
        continue
      }
      if isNeverTrue(.not(condition)) {
        remarks.append(.alwaysHolds(position))
        continue
      }
      for demand in demands(of: condition) {
        guard case .bound(let form, let bound) = demand else { continue }
        for other in earlier[form, default: []] where rules[other.rule].scope == rule.scope {
          let remark = Remark.contradiction(other.rule, position)
          if !other.bound.meets(bound), named.insert(remark).inserted { remarks.append(remark) }
        }
        earlier[form, default: []].append((position, bound))
      }
    }
    return remarks
  }

  /// What a condition demands in every case; what is not plain is left out.
  private enum Demand {
    case bound([RuleNumber: Ratio], Bound)
    /// No value can change it.
    case fixed(Bool)
    /// One of two conditions.
    case either(RuleCondition, RuleCondition)
  }

  private static func isNeverTrue(_ condition: RuleCondition) -> Bool {
    var bounds: [[RuleNumber: Ratio]: [Bound]] = [:]
    for demand in demands(of: condition) {
      switch demand {
      case .fixed(false): return true
      case .fixed(true): continue
      case .either(let first, let second):
        if isNeverTrue(first), isNeverTrue(second) { return true }
      case .bound(let form, let bound):
        if bounds[form, default: []].contains(where: { !$0.meets(bound) }) { return true }
        bounds[form, default: []].append(bound)
      }
    }
    return false
  }

  private static func demands(of condition: RuleCondition, negated: Bool = false) -> [Demand] {
    switch condition {
    case .not(let inner): return demands(of: inner, negated: !negated)
    case .and(let left, let right) where !negated, .or(let left, let right) where negated:
      return demands(of: left, negated: negated) + demands(of: right, negated: negated)
    case .or(let left, let right): return [.either(left, right)]
    case .and(let left, let right): return [.either(.not(left), .not(right))]
    case .compared(let comparison, let left, let right):
      // What outgrows 128 bits is not plain.
      return
        (try? demands(of: negated ? comparison.opposite : comparison, left, right)) ?? []
    default: return []
    }
  }

  private static func demands(
    of comparison: RuleComparison, _ left: RuleNumber, _ right: RuleNumber
  ) throws(ArithmeticError) -> [Demand] {
    let form = try LinearForm(left, minus: right)
    guard let (terms, divisor) = try form.normalised() else {
      return [.fixed(comparison.holds(form.constant, .zero))]
    }
    let limit = try Ratio.zero.subtracting(form.constant).divided(by: divisor)
    let sense = divisor < .zero ? comparison.mirrored : comparison
    if terms.count == 1, let term = terms.first?.key, case .absolute(let inner) = term {
      return try demands(ofMagnitude: inner, term: terms, sense, limit)
    }
    return [.bound(terms, Bound(sense, limit))]
  }

  /// |x| ≤ c says of x itself that it lies from −c to c; and a magnitude is never negative.
  private static func demands(
    ofMagnitude inner: RuleNumber, term: [RuleNumber: Ratio], _ sense: RuleComparison,
    _ limit: Ratio
  ) throws(ArithmeticError) -> [Demand] {
    var found: [Demand] = [.bound(term, Bound(sense, limit)), .bound(term, Bound(.atLeast, .zero))]
    if sense == .less || sense == .atMost {
      found += try demands(of: sense, inner, .constant(limit))
      found += try demands(of: sense.mirrored, inner, .constant(limit.negated))
    }
    return found
  }
}

/// What a comparison leaves of the number line: from one limit to another, or all but one point.
private struct Bound {
  private var lower: (limit: Ratio, isIncluded: Bool)?
  private var upper: (limit: Ratio, isIncluded: Bool)?
  private var excluded: Ratio?

  init(_ comparison: RuleComparison, _ limit: Ratio) {
    switch comparison {
    case .equal: (lower, upper) = ((limit, true), (limit, true))
    case .notEqual: excluded = limit
    case .less, .atMost: upper = (limit, comparison == .atMost)
    case .greater, .atLeast: lower = (limit, comparison == .atLeast)
    }
  }

  /// Whether both leave a number in common.
  func meets(_ other: Bound) -> Bool {
    if let point, point == other.excluded { return false }
    if let point = other.point, point == excluded { return false }
    return Bound.leaveRoom(lower, other.upper) && Bound.leaveRoom(other.lower, upper)
  }

  /// The only number that it leaves.
  private var point: Ratio? {
    guard let lower, let upper, lower.limit == upper.limit else { return nil }
    return lower.limit
  }

  private static func leaveRoom(
    _ lower: (limit: Ratio, isIncluded: Bool)?, _ upper: (limit: Ratio, isIncluded: Bool)?
  ) -> Bool {
    guard let lower, let upper else { return true }
    return lower.limit < upper.limit
      || (lower.limit == upper.limit && lower.isIncluded && upper.isIncluded)
  }
}
