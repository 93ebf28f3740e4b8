// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Reads an expression, by recursive descent. From the loosest to the tightest:
/// `if`, `or`, `and`, `not`, comparisons and `in`, `+ -`, `* /`, the sign.
struct RuleParser {
  /// Deeper nesting is refused, so that no input can exhaust the stack.
  static let deepest = 32

  private let tokens: [RuleToken]
  private var position = 0
  private var depth = 0

  init(_ expression: String) throws(RuleProblem) {
    var lexer = RuleLexer(expression)
    tokens = try lexer.tokens()
  }

  mutating func parse() throws(RuleProblem) -> RuleSyntax {
    let syntax = try expression()
    guard current.kind == .end else {
      if case .symbol(let symbol) = current.kind, RuleComparison(rawValue: symbol.rawValue) != nil {
        throw .syntax(
          current.start, zh: "比较不能连写，请用 and 连接两个比较",
          en: "comparisons do not chain: join two of them by and")
      }
      throw unexpected(zh: "运算符或表达式的结尾", en: "an operator or the end")
    }
    return syntax
  }

  // MARK: - Tokens

  private var current: RuleToken { tokens[min(position, tokens.count - 1)] }

  private mutating func advance() { position += 1 }

  private mutating func take(_ symbol: RuleToken.Symbol) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  private mutating func take(_ keyword: RuleToken.Keyword) -> Bool {
    guard current.kind == .keyword(keyword) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ symbol: RuleToken.Symbol) throws(RuleProblem) {
    if !take(symbol) { throw unexpected(zh: "“\(symbol.rawValue)”", en: "“\(symbol.rawValue)”") }
  }

  private func unexpected(zh: String, en: String) -> RuleProblem {
    current.kind == .end
      ? .syntax(current.start, zh: "表达式不完整，这里应为\(zh)", en: "it ends too early; expected \(en)")
      : .syntax(current.start, zh: "这里应为\(zh)", en: "expected \(en)")
  }

  private mutating func deeper<Result>(
    _ body: (inout RuleParser) throws(RuleProblem) -> Result
  ) throws(RuleProblem) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw .syntax(
        current.start, zh: "嵌套超过 \(Self.deepest) 层", en: "nested deeper than \(Self.deepest)")
    }
    return try body(&self)
  }

  /// - Parameter start: where the whole part begins; `mark`, where a message points.
  private func node(_ kind: RuleSyntax.Kind, from start: Int, mark: Int? = nil) -> RuleSyntax {
    RuleSyntax(kind: kind, start: mark ?? start, range: start..<max(start, current.start))
  }

  // MARK: - Conditions

  private mutating func expression() throws(RuleProblem) -> RuleSyntax {
    try deeper { parser throws(RuleProblem) in
      let start = parser.current.start
      if parser.take(.if) { return try parser.choice(from: start) }
      return try parser.disjunction()
    }
  }

  private mutating func choice(from start: Int) throws(RuleProblem) -> RuleSyntax {
    let condition = try expression()
    guard take(.then) else { throw unexpected(zh: "“then”", en: "“then”") }
    let then = try expression()
    let otherwise = take(.else) ? try expression() : nil
    return node(.choice(condition, then: then, otherwise: otherwise), from: start)
  }

  private mutating func disjunction() throws(RuleProblem) -> RuleSyntax {
    let start = current.start
    var left = try conjunction()
    while case let mark = current.start, take(.or) {
      left = node(.or(left, try conjunction()), from: start, mark: mark)
    }
    return left
  }

  private mutating func conjunction() throws(RuleProblem) -> RuleSyntax {
    let start = current.start
    var left = try inversion()
    while case let mark = current.start, take(.and) {
      left = node(.and(left, try inversion()), from: start, mark: mark)
    }
    return left
  }

  private mutating func inversion() throws(RuleProblem) -> RuleSyntax {
    let start = current.start
    if current.kind == .keyword(.if) { return try expression() }
    guard take(.not) else { return try comparison() }
    let operand = try deeper { parser throws(RuleProblem) in try parser.inversion() }
    return node(.not(operand), from: start)
  }

  private mutating func comparison() throws(RuleProblem) -> RuleSyntax {
    let start = current.start
    let left = try sum()
    let mark = current.start
    if case .symbol(let symbol) = current.kind,
      let comparison = RuleComparison(rawValue: symbol.rawValue)
    {
      advance()
      return node(.comparison(comparison, left, try sum()), from: start, mark: mark)
    }
    if take(.in) { return node(.membership(left, try list()), from: start, mark: mark) }
    if take(.not) {
      guard take(.in) else { throw unexpected(zh: "“in”", en: "“in”") }
      let membership = node(.membership(left, try list()), from: start, mark: mark)
      return node(.not(membership), from: start, mark: mark)
    }
    return left
  }

  private mutating func list() throws(RuleProblem) -> [RuleSyntax] {
    guard take(.openList) else { throw unexpected(zh: "方括号中的列表", en: "a list in [ ]") }
    var elements: [RuleSyntax] = []
    repeat { elements.append(try sum()) } while take(.comma)
    try expect(.closeList)
    return elements
  }

  // MARK: - Numbers

  private mutating func sum() throws(RuleProblem) -> RuleSyntax {
    let start = current.start
    var left = try product()
    while true {
      let mark = current.start
      let operation: RuleSyntax.Arithmetic
      if take(.plus) {
        operation = .add
      } else if take(.minus) {
        operation = .subtract
      } else {
        return left
      }
      left = node(.arithmetic(operation, left, try product()), from: start, mark: mark)
    }
  }

  private mutating func product() throws(RuleProblem) -> RuleSyntax {
    let start = current.start
    var left = try signed()
    while true {
      let mark = current.start
      let operation: RuleSyntax.Arithmetic
      if take(.times) {
        operation = .multiply
      } else if take(.over) {
        operation = .divide
      } else {
        return left
      }
      left = node(.arithmetic(operation, left, try signed()), from: start, mark: mark)
    }
  }

  private mutating func signed() throws(RuleProblem) -> RuleSyntax {
    let start = current.start
    guard take(.minus) else { return try primary() }
    let operand = try deeper { parser throws(RuleProblem) in try parser.signed() }
    return node(.negation(operand), from: start)
  }

  private mutating func primary() throws(RuleProblem) -> RuleSyntax {
    let token = current
    switch token.kind {
    case .number(let text, let unit):
      advance()
      return node(.number(text, unit: unit), from: token.start)
    case .text(let text):
      advance()
      return node(.text(text), from: token.start)
    case .name(let name):
      advance()
      guard take(.open) else { return node(.name(name), from: token.start) }
      return try call(name, from: token.start)
    case .symbol(.open):
      advance()
      let inner = try expression()
      try expect(.close)
      return inner
    default:
      throw unexpected(zh: "名称、数或“(”", en: "a name, a number or “(”")
    }
  }

  private mutating func call(_ name: String, from start: Int) throws(RuleProblem) -> RuleSyntax {
    var arguments: [RuleSyntax] = []
    if !take(.close) {
      repeat { arguments.append(try expression()) } while take(.comma)
      try expect(.close)
    }
    return node(.call(name, arguments), from: start)
  }
}
