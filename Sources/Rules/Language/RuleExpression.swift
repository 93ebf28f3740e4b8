// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A number of a rule, its names looked up and its dimensions checked. Money is in 元, percentages
/// are plain: 0.2 for 20%.
indirect enum RuleNumber: Hashable, Sendable {
  case constant(Ratio)
  case value(RuleVariable)
  /// In the figure's own unit.
  case figure(FigureVariable)
  /// The last month of the period, 2…12; its year.
  case month, year
  /// The median of it over the units of the unit's division.
  case median(RuleNumber)
  /// Hidiroglou and Berthelot's distance of the change from the second to the first.
  case distance(RuleNumber, RuleNumber)
  case negated(RuleNumber)
  case absolute(RuleNumber)
  case sum(RuleNumber, RuleNumber)
  case difference(RuleNumber, RuleNumber)
  case product(RuleNumber, RuleNumber)
  case quotient(RuleNumber, RuleNumber)
  case least(RuleNumber, RuleNumber)
  case greatest(RuleNumber, RuleNumber)
  /// Half up on the magnitude, to so many decimals, −12…12.
  case rounded(RuleNumber, Int)
  case choice(RuleCondition, RuleNumber, RuleNumber)
}

/// A condition of a rule: true, false or, where a value is missing, neither (Kleene).
indirect enum RuleCondition: Hashable, Sendable {
  case compared(RuleComparison, RuleNumber, RuleNumber)
  case flag(String)
  case text(RuleTextField, RuleTextTest)
  case sameText(RuleTextField, RuleTextField)
  case unit(Set<UnitCode>)
  case missingNumber(RuleNumber)
  case missingText(RuleTextField)
  case missingCondition(RuleCondition)
  case not(RuleCondition)
  case and(RuleCondition, RuleCondition)
  case or(RuleCondition, RuleCondition)
  case choice(RuleCondition, RuleCondition, RuleCondition)
}

/// Whether a text is one of some, or lies within one of some categories.
struct RuleTextTest: Hashable, Sendable {
  let texts: [String]
  /// Whether `39` also accepts `3912`.
  let acceptsWithin: Bool

  func accepts(_ text: String) -> Bool {
    texts.contains { acceptsWithin ? text.utf8.starts(with: $0.utf8) : text == $0 }
  }
}

/// A value that a rule uses, to be shown when it fails.
struct RuleOperand: Hashable, Sendable {
  /// As the rule writes it: `lag(sales.ytd)`.
  let label: String
  let number: RuleNumber
  /// The unit that it is shown in; `nil` for plain numbers.
  let unit: UnitOfMeasure?
}

/// An expression that was checked.
struct RuleExpression: Hashable, Sendable {
  let condition: RuleCondition
  /// In the order of their first use, each once.
  let operands: [RuleOperand]
}
