// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Cuts an expression into tokens. Full-width signs and digits are read as half-width ones, and
/// `×`, `÷`, `−`, `≤`, `≥`, `≠`, `==` as what they mean.
struct RuleLexer {
  /// Longer expressions are refused, so that a hostile file costs little.
  static let longest = 4000
  static let mostTokens = 500

  private let written: [Unicode.Scalar]
  /// The same length, folded.
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ expression: String) {
    written = Array(expression.unicodeScalars)
    scalars = written.map(RuleLexer.folded)
  }

  /// - Returns: the tokens, with `end` as the last.
  mutating func tokens() throws(RuleProblem) -> [RuleToken] {
    guard scalars.count <= Self.longest else {
      throw .syntax(
        Self.longest, zh: "表达式超过 \(Self.longest) 个字符",
        en: "the expression has more than \(Self.longest) characters")
    }
    var tokens: [RuleToken] = []
    repeat {
      tokens.append(try next())
      if tokens.count > Self.mostTokens {
        throw .syntax(
          tokens[Self.mostTokens].start, zh: "表达式超过 \(Self.mostTokens) 个词",
          en: "the expression has more than \(Self.mostTokens) words")
      }
    } while tokens.last?.kind != .end
    return tokens
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "×": "*"
    case "÷": "/"
    case "\u{2212}": "-"
    case "【": "["
    case "】": "]"
    case "“", "”": "\""
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  private mutating func next() throws(RuleProblem) -> RuleToken {
    while let blank = scalar(at: position), blank.properties.isWhitespace { position += 1 }
    let start = position
    guard let first = scalar(at: position) else { return RuleToken(kind: .end, start: start) }
    let kind: RuleToken.Kind
    if ("0"..."9").contains(first) {
      kind = try number()
    } else if first == "\"" || first == "'" {
      kind = try text(closedBy: first)
    } else if RuleLexer.isLetter(first) {
      kind = name()
    } else {
      kind = .symbol(try symbol(first))
    }
    return RuleToken(kind: kind, start: start)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  private func string(_ range: Range<Int>, of source: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: source[range])
    return String(view)
  }

  private mutating func digits() {
    while let digit = scalar(at: position), ("0"..."9").contains(digit) { position += 1 }
  }

  private mutating func number() throws(RuleProblem) -> RuleToken.Kind {
    let start = position
    digits()
    if scalar(at: position) == ".", let after = scalar(at: position + 1),
      ("0"..."9").contains(after)
    {
      position += 1
      digits()
    }
    let text = string(start..<position, of: scalars)
    let wordStart = position
    while let letter = scalar(at: position), RuleLexer.isLetter(letter) || letter == "%" {
      position += 1
    }
    let word = string(wordStart..<position, of: scalars)
    if word.isEmpty { return .number(text, unit: nil) }
    guard let unit = UnitOfMeasure(word) else {
      throw .syntax(
        wordStart, zh: "“\(word)”不是计量单位", en: "“\(word)” is no unit of measure")
    }
    return .number(text, unit: unit)
  }

  private mutating func text(
    closedBy quote: Unicode.Scalar
  ) throws(RuleProblem)
    -> RuleToken.Kind
  {
    let start = position
    position += 1
    while let inner = scalar(at: position), inner != quote { position += 1 }
    guard position < scalars.count else {
      throw .syntax(start, zh: "引号没有闭合", en: "the quote is never closed")
    }
    position += 1
    return .text(string((start + 1)..<(position - 1), of: written))
  }

  private mutating func name() -> RuleToken.Kind {
    let start = position
    func continues(_ index: Int) -> Bool {
      guard let next = scalar(at: index) else { return false }
      return RuleLexer.isLetter(next) || ("0"..."9").contains(next)
    }
    while continues(position) || (scalar(at: position) == "." && continues(position + 1)) {
      position += 1
    }
    let name = string(start..<position, of: scalars)
    return RuleToken.Keyword(rawValue: name).map { .keyword($0) } ?? .name(name)
  }

  private mutating func symbol(_ first: Unicode.Scalar) throws(RuleProblem) -> RuleToken.Symbol {
    let second = scalar(at: position + 1)
    let pairs: [(Unicode.Scalar, Unicode.Scalar, RuleToken.Symbol)] = [
      ("=", "=", .equal), ("!", "=", .notEqual), ("<", ">", .notEqual), ("<", "=", .atMost),
      (">", "=", .atLeast),
    ]
    if let pair = pairs.first(where: { $0.0 == first && $0.1 == second }) {
      position += 2
      return pair.2
    }
    let signs: [Unicode.Scalar: RuleToken.Symbol] = ["≤": .atMost, "≥": .atLeast, "≠": .notEqual]
    guard let symbol = signs[first] ?? RuleToken.Symbol(rawValue: String(first)) else {
      throw .syntax(position, zh: "“\(first)”在这里没有意义", en: "“\(first)” means nothing here")
    }
    position += 1
    return symbol
  }
}
