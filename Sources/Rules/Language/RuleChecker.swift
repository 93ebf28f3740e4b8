// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Looks up an expression's names and checks that its parts fit together: numbers of one dimension
/// are added and compared, conditions stand where conditions belong. Finds all slips in one pass.
struct RuleChecker {
  /// What a part of an expression is.
  enum Term {
    /// `isZero`: the number 0, which is of every dimension.
    case number(RuleNumber, RuleDimension, isZero: Bool = false)
    case condition(RuleCondition)
    case text(RuleTextField)
    case unit
    /// A text in quotes.
    case literal(String)
    /// Refused, and reported.
    case refused
  }

  let names: RuleNames
  let scope: RuleScope
  /// The expression's characters, to quote from.
  private let scalars: [Unicode.Scalar]
  private(set) var problems: [RuleProblem] = []
  private(set) var operands: [RuleOperand] = []
  /// How many survey periods back the values at hand are, and whether inside of `lag`.
  var lag = 0
  var enclosing: String?
  var area: String?

  init(_ expression: String, names: RuleNames, scope: RuleScope) {
    self.names = names
    self.scope = scope
    scalars = Array(expression.unicodeScalars)
  }

  /// - Returns: the condition, or `nil` where `problems` say why not.
  static func check(
    _ expression: String, names: RuleNames, scope: RuleScope
  ) -> (RuleExpression?, problems: [RuleProblem]) {
    do {
      var parser = try RuleParser(expression)
      let syntax = try parser.parse()
      var checker = RuleChecker(expression, names: names, scope: scope)
      let condition = checker.condition(syntax)
      guard checker.problems.isEmpty, let condition else { return (nil, checker.problems) }
      return (RuleExpression(condition: condition, operands: checker.operands), [])
    } catch {
      return (nil, [error])
    }
  }

  // MARK: - What the parts report

  mutating func refuse(_ problem: RuleProblem) -> Term {
    problems.append(problem)
    return .refused
  }

  mutating func refuse(_ syntax: RuleSyntax, zh: String, en: String) -> Term {
    refuse(.type(syntax.start, zh: zh, en: en))
  }

  mutating func use(
    _ number: RuleNumber, label: String, in unit: UnitOfMeasure?
  ) {
    let operand = RuleOperand(label: label, number: number, unit: unit)
    if !operands.contains(where: { $0.number == number }) { operands.append(operand) }
  }

  /// The part as it is written.
  func quote(_ syntax: RuleSyntax) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[syntax.range])
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: - Kinds

  mutating func condition(_ syntax: RuleSyntax) -> RuleCondition? {
    switch term(syntax) {
    case .condition(let condition): return condition
    case .refused: return nil
    case .number, .text, .unit, .literal:
      _ = refuse(
        RuleProblem.type(
          syntax.range.lowerBound, zh: "这里应为条件（比较、and、or、not），而不是数或文字",
          en: "a condition belongs here (a comparison, and, or, not), no number or text"))
      return nil
    }
  }

  mutating func number(
    _ syntax: RuleSyntax
  ) -> (number: RuleNumber, dimension: RuleDimension, isZero: Bool)? {
    switch term(syntax) {
    case .number(let number, let dimension, let isZero): return (number, dimension, isZero)
    case .refused: return nil
    case .condition:
      _ = refuse(
        RuleProblem.type(
          syntax.range.lowerBound, zh: "这里应为数，而不是条件", en: "a number belongs here, no condition"))
    case .text, .unit, .literal:
      _ = refuse(
        RuleProblem.type(
          syntax.range.lowerBound, zh: "这里应为数，而不是文字", en: "a number belongs here, no text"))
    }
    return nil
  }

  mutating func term(_ syntax: RuleSyntax) -> Term {
    switch syntax.kind {
    case .number(let digits, let unit): return literal(digits, unit, syntax)
    case .text(let text): return .literal(text)
    case .name(let name): return self.name(name, syntax)
    case .call(let name, let arguments): return call(name, arguments, syntax)
    case .negation(let operand):
      guard let (number, dimension, isZero) = number(operand) else { return .refused }
      return .number(.negated(number), dimension, isZero: isZero)
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, left, right, syntax)
    case .comparison(let comparison, let left, let right):
      return self.comparison(comparison, left, right, syntax)
    case .membership(let element, let list): return membership(element, list, syntax)
    case .not(let operand):
      return condition(operand).map { .condition(.not($0)) } ?? .refused
    case .and(let left, let right): return joined(left, right, RuleCondition.and)
    case .or(let left, let right): return joined(left, right, RuleCondition.or)
    case .choice(let condition, let then, let otherwise):
      return choice(condition, then, otherwise, syntax)
    }
  }

  private mutating func joined(
    _ left: RuleSyntax, _ right: RuleSyntax,
    _ join: (RuleCondition, RuleCondition) -> RuleCondition
  ) -> Term {
    // Both sides are looked at before any is required, so that every slip is found.
    let (first, second) = (condition(left), condition(right))
    guard let first, let second else { return .refused }
    return .condition(join(first, second))
  }

  private mutating func literal(
    _ digits: String, _ unit: UnitOfMeasure?, _ syntax: RuleSyntax
  ) -> Term {
    guard let decimal = ExactDecimal(digits), let value = scaled(Ratio(decimal), from: unit) else {
      return refuse(syntax, zh: "这个数的位数过多", en: "the number has too many digits")
    }
    return .number(.constant(value), unit.map(RuleDimension.init) ?? .plain, isZero: value.isZero)
  }

  /// A value of the unit in base units; percentages as plain numbers.
  private func scaled(_ value: Ratio, from unit: UnitOfMeasure?) -> Ratio? {
    guard let unit, let factor = RuleChecker.factor(of: unit) else { return value }
    return try? value.multiplied(by: factor)
  }

  /// What turns a value in `unit` into base units or, of a percentage, into a plain number.
  static func factor(of unit: UnitOfMeasure) -> Ratio? {
    switch unit.dimension {
    case .percent, .percentagePoint: try? Ratio(1, over: 100)
    default: Ratio(Int128.powerOfTen(unit.exponent))
    }
  }

  // MARK: - Operators

  private mutating func arithmetic(
    _ operation: RuleSyntax.Arithmetic, _ left: RuleSyntax, _ right: RuleSyntax,
    _ syntax: RuleSyntax
  ) -> Term {
    let (first, second) = (number(left), number(right))
    guard let first, let second else { return .refused }
    switch operation {
    case .add, .subtract:
      guard let dimension = common(first, second, syntax) else { return .refused }
      let sum: RuleNumber =
        operation == .add
        ? .sum(first.number, second.number) : .difference(first.number, second.number)
      return .number(sum, dimension)
    case .multiply, .divide:
      let isProduct = operation == .multiply
      let dimension =
        isProduct
        ? first.dimension.multiplied(by: second.dimension)
        : first.dimension.divided(by: second.dimension)
      guard let dimension else {
        return refuse(syntax, zh: "计量单位的幂次过高", en: "the power of the unit is too high")
      }
      let number: RuleNumber =
        isProduct ? .product(first.number, second.number) : .quotient(first.number, second.number)
      return .number(number, dimension)
    }
  }

  /// The dimension of two numbers that are added or compared; a problem where they differ.
  mutating func common(
    _ left: (number: RuleNumber, dimension: RuleDimension, isZero: Bool),
    _ right: (number: RuleNumber, dimension: RuleDimension, isZero: Bool), _ syntax: RuleSyntax
  ) -> RuleDimension? {
    if left.dimension == right.dimension || right.isZero { return left.dimension }
    if left.isZero { return right.dimension }
    let (first, second) = (left.dimension.name, right.dimension.name)
    _ = refuse(
      syntax, zh: "计量单位不一致：左边是\(first.zh)，右边是\(second.zh)",
      en: "the units differ: \(first.en) on the left, \(second.en) on the right")
    return nil
  }

  private mutating func choice(
    _ condition: RuleSyntax, _ then: RuleSyntax, _ otherwise: RuleSyntax?, _ syntax: RuleSyntax
  ) -> Term {
    guard let otherwise else {
      return joined(condition, then) { .or(.not($0), $1) }
    }
    let test = self.condition(condition)
    let (first, second) = (term(then), term(otherwise))
    switch (first, second) {
    case (.refused, _), (_, .refused): return .refused
    case (.condition(let first), .condition(let second)):
      return test.map { .condition(.choice($0, first, second)) } ?? .refused
    case (.number(let a, let aDimension, let aZero), .number(let b, let bDimension, let bZero)):
      guard let dimension = common((a, aDimension, aZero), (b, bDimension, bZero), syntax), let test
      else { return .refused }
      return .number(.choice(test, a, b), dimension)
    default:
      return refuse(
        syntax, zh: "then 和 else 后面应同为条件，或同为数",
        en: "then and else must both be conditions, or both numbers")
    }
  }
}
