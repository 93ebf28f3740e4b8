// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A sum of multiples of terms, and a constant: how rules are compared with one another. A term is
/// any number that is not itself such a sum, such as a variable or a quotient.
struct LinearForm: Hashable {
  private(set) var factors: [RuleNumber: Ratio]
  private(set) var constant: Ratio

  /// - Throws: where a factor outgrows 128 bits.
  init(_ number: RuleNumber) throws(ArithmeticError) {
    (factors, constant) = ([:], .zero)
    try add(number, times: Ratio(1))
  }

  /// The difference of two numbers.
  init(_ left: RuleNumber, minus right: RuleNumber) throws(ArithmeticError) {
    try self.init(.difference(left, right))
  }

  private mutating func add(_ number: RuleNumber, times factor: Ratio) throws(ArithmeticError) {
    switch number {
    case .constant(let value): constant = try constant.adding(value.multiplied(by: factor))
    case .negated(let inner): try add(inner, times: factor.negated)
    case .sum(let left, let right):
      try add(left, times: factor)
      try add(right, times: factor)
    case .difference(let left, let right):
      try add(left, times: factor)
      try add(right, times: factor.negated)
    case .product(let left, let right):
      if let value = try LinearForm.value(left) {
        try add(right, times: factor.multiplied(by: value))
      } else if let value = try LinearForm.value(right) {
        try add(left, times: factor.multiplied(by: value))
      } else {
        try addTerm(number, times: factor)
      }
    case .quotient(let left, let right):
      if let value = try LinearForm.value(right), !value.isZero {
        try add(left, times: factor.divided(by: value))
      } else {
        try addTerm(number, times: factor)
      }
    default: try addTerm(number, times: factor)
    }
  }

  private mutating func addTerm(_ term: RuleNumber, times factor: Ratio) throws(ArithmeticError) {
    let sum = try (factors[term] ?? .zero).adding(factor)
    factors[term] = sum.isZero ? nil : sum
  }

  /// The number where it is made of constants alone.
  private static func value(_ number: RuleNumber) throws(ArithmeticError) -> Ratio? {
    switch number {
    case .constant(let value): return value
    case .negated(let inner):
      guard let value = try value(inner) else { return nil }
      return try value.negated
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right):
      guard let second = try value(right), let first = try value(left) else { return nil }
      return try combined(number, first, second)
    default: return nil
    }
  }

  private static func combined(
    _ number: RuleNumber, _ first: Ratio, _ second: Ratio
  ) throws(ArithmeticError) -> Ratio? {
    switch number {
    case .sum: try first.adding(second)
    case .difference: try first.subtracting(second)
    case .product: try first.multiplied(by: second)
    default: second.isZero ? nil : try first.divided(by: second)
    }
  }

  /// The same form without its constant, divided so that the factor of its first term is 1; and
  /// what it was divided by. `nil` for a form without terms.
  func normalised() throws(ArithmeticError) -> (form: [RuleNumber: Ratio], divisor: Ratio)? {
    // Any order serves that is the same in every run.
    let first = factors.min { "\($0.key)" < "\($1.key)" }
    guard let divisor = first?.value else { return nil }
    var form: [RuleNumber: Ratio] = [:]
    for (term, factor) in factors { form[term] = try factor.divided(by: divisor) }
    return (form, divisor)
  }
}
