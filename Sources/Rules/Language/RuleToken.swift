// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A word of the rule language and where it begins.
struct RuleToken: Hashable {
  enum Kind: Hashable {
    /// Its digits as written, since `06` may be a category; and the unit directly behind it.
    case number(String, unit: UnitOfMeasure?)
    case text(String)
    /// Words joined by points: `sales.ytd`, `register.智能装备`.
    case name(String)
    case keyword(Keyword)
    case symbol(Symbol)
    case end
  }

  enum Keyword: String, CaseIterable {
    case and, or, not, `if`, then, `else`, `in`
  }

  enum Symbol: String, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case open = "("
    case close = ")"
    case openList = "["
    case closeList = "]"
    case comma = ","
  }

  let kind: Kind
  /// In Unicode scalars from 0.
  let start: Int
}
