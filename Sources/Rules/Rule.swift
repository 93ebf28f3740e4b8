// SPDX-License-Identifier: Apache-2.0
import Statistics

/// An edit rule (审核公式): a condition that good data fulfil.
package struct Rule: Hashable, Sendable {
  /// Lower-case words joined by `-`: `month-within-cumulative`.
  package let id: String
  package let name: LocalizedName
  package let description: LocalizedName
  /// How bad it is when it fails.
  package let severity: Finding.Severity
  package let scope: RuleScope
  /// As the office wrote it.
  package let text: String
  /// Where it is defined.
  package let location: Location?
  let expression: RuleExpression

  /// The first value of the period itself that the rule uses: where its failure is to be shown.
  package var firstSlot: ReturnSlot? {
    for case .value(let variable) in expression.operands.map(\.number) where variable.lag == 0 {
      return variable.slot
    }
    return nil
  }

  /// Reads and checks the expression.
  ///
  /// - Returns: the rule, or `nil` with every problem that its expression has.
  package static func read(
    id: String, name: LocalizedName, description: LocalizedName, severity: Finding.Severity,
    scope: RuleScope, expression: String, at location: Location? = nil, names: RuleNames
  ) -> (Rule?, problems: [RuleProblem]) {
    let (checked, problems) = RuleChecker.check(expression, names: names, scope: scope)
    let rule = checked.map {
      Rule(
        id: id, name: name, description: description, severity: severity, scope: scope,
        text: expression, location: location, expression: $0)
    }
    return (rule, problems)
  }
}

/// What a rule says of one unit or one period's figures.
package enum RuleResult: Hashable, Sendable {
  case passed, failed
  /// A value was missing, or a number divided by zero. Never counted as passed.
  case notEvaluable

  init(_ truth: Bool?) {
    switch truth {
    case true?: self = .passed
    case false?: self = .failed
    case nil: self = .notEvaluable
    }
  }
}

/// A value that a rule used, to be shown with its failure.
package struct RuleValue: Hashable, Sendable, CustomStringConvertible {
  /// As the rule writes it: `lag(sales.ytd)`.
  package let label: String
  /// In `unit`; `nil` where it is missing.
  package let value: Ratio?
  package let unit: UnitOfMeasure?

  /// `sales.ytd = 49020 千元`; a missing value is `—`. Endless decimals are cut at six.
  package var description: String {
    guard let value else { return "\(label) = —" }
    let digits = value.exactDecimal?.description ?? value.rounded(decimals: 6)
    return "\(label) = \(digits)" + (unit.map { $0 == .percent ? "%" : " \($0.symbol)" } ?? "")
  }
}

extension RuleValue {
  /// - Parameter value: in base units, of a figure in its own.
  init(_ operand: RuleOperand, value: Ratio?) {
    var shown = value
    if case .figure = operand.number {
    } else if let unit = operand.unit {
      let base = UnitOfMeasure(unit.dimension)
      shown = value.flatMap { value in
        base.factor(to: unit).flatMap { try? value.multiplied(by: $0) }
      }
    }
    self.init(label: operand.label, value: shown, unit: operand.unit)
  }
}
