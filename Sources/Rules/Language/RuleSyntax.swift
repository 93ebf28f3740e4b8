// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A part of an expression as it is written, before its names are looked up.
struct RuleSyntax {
  indirect enum Kind {
    case number(String, unit: UnitOfMeasure?)
    case text(String)
    case name(String)
    case call(String, [RuleSyntax])
    case negation(RuleSyntax)
    case arithmetic(Arithmetic, RuleSyntax, RuleSyntax)
    case comparison(RuleComparison, RuleSyntax, RuleSyntax)
    case membership(RuleSyntax, [RuleSyntax])
    case not(RuleSyntax)
    case and(RuleSyntax, RuleSyntax)
    case or(RuleSyntax, RuleSyntax)
    case choice(RuleSyntax, then: RuleSyntax, otherwise: RuleSyntax?)
  }

  enum Arithmetic { case add, subtract, multiply, divide }

  let kind: Kind
  /// Where it begins; of an operator, where the operator stands.
  let start: Int
  /// Where the whole part begins and ends, to quote it.
  let range: Range<Int>
}

/// How two numbers are compared.
package enum RuleComparison: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="

  /// What holds exactly where this one does not.
  var opposite: RuleComparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .atLeast
    case .atMost: .greater
    case .greater: .atMost
    case .atLeast: .less
    }
  }

  /// The same with its sides exchanged.
  var mirrored: RuleComparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }

  var acceptsLess: Bool { self == .less || self == .atMost || self == .notEqual }
  var acceptsEqual: Bool { self == .equal || self == .atMost || self == .atLeast }
  var acceptsGreater: Bool { self == .greater || self == .atLeast || self == .notEqual }

  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    left < right ? acceptsLess : (left == right ? acceptsEqual : acceptsGreater)
  }
}
