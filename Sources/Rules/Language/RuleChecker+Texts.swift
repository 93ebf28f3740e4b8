// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Comparisons and `in`, which texts have as well as numbers.
extension RuleChecker {
  mutating func comparison(
    _ comparison: RuleComparison, _ left: RuleSyntax, _ right: RuleSyntax, _ syntax: RuleSyntax
  ) -> Term {
    let (first, second) = (term(left), term(right))
    switch (first, second) {
    case (.refused, _), (_, .refused): return .refused
    case (.number(let a, let aDimension, let aZero), .number(let b, let bDimension, let bZero)):
      guard common((a, aDimension, aZero), (b, bDimension, bZero), syntax) != nil else {
        return .refused
      }
      return .condition(.compared(comparison, a, b))
    case (.text, _), (.unit, _), (_, .text), (_, .unit):
      guard comparison == .equal || comparison == .notEqual else {
        return refuse(syntax, zh: "文字只能用 =、!=、in 比较", en: "texts compare only by =, != and in")
      }
      guard let same = sameText(first, left, second, right, syntax) else { return .refused }
      return .condition(comparison == .equal ? same : .not(same))
    default:
      return refuse(
        syntax, zh: "比较的两边应同为数，或同为文字", en: "both sides must be numbers, or both texts")
    }
  }

  private mutating func sameText(
    _ first: Term, _ left: RuleSyntax, _ second: Term, _ right: RuleSyntax, _ syntax: RuleSyntax
  ) -> RuleCondition? {
    switch (first, second) {
    case (.text(let field), .text(let other)): return .sameText(field, other)
    case (.text(let field), _):
      return text(right, of: field).map {
        .text(field, RuleTextTest(texts: [$0], acceptsWithin: false))
      }
    case (_, .text(let field)):
      return text(left, of: field).map {
        .text(field, RuleTextTest(texts: [$0], acceptsWithin: false))
      }
    case (.unit, _): return unitCode(right).map { .unit([$0]) }
    default: return unitCode(left).map { .unit([$0]) }
    }
  }

  mutating func membership(
    _ element: RuleSyntax, _ list: [RuleSyntax], _ syntax: RuleSyntax
  ) -> Term {
    let searched = term(element)
    switch searched {
    case .refused: return .refused
    case .text(let field):
      let texts = list.map { text($0, of: field) }
      guard !texts.contains(nil) else { return .refused }
      let test = RuleTextTest(texts: texts.compactMap(\.self), acceptsWithin: field.isCategory)
      return .condition(.text(field, test))
    case .unit:
      let codes = list.map { unitCode($0) }
      return codes.contains(nil) ? .refused : .condition(.unit(Set(codes.compactMap(\.self))))
    case .number(let number, let dimension, let isZero):
      return membership(of: (number, dimension, isZero), list, syntax)
    case .condition, .literal:
      return refuse(
        syntax, zh: "in 的左边应为数、行业、单位或名录库中的文字",
        en: "left of in stands a number, industry, unit or a text of the register")
    }
  }

  /// `x in [1, 2]` is `x = 1 or x = 2`.
  private mutating func membership(
    of searched: (number: RuleNumber, dimension: RuleDimension, isZero: Bool), _ list: [RuleSyntax],
    _ syntax: RuleSyntax
  ) -> Term {
    var any: RuleCondition?
    var isWhole = true
    for element in list {
      guard let member = number(element), common(searched, member, element) != nil else {
        isWhole = false
        continue
      }
      let equal = RuleCondition.compared(.equal, searched.number, member.number)
      any = any.map { .or($0, equal) } ?? equal
    }
    guard isWhole, let any else { return .refused }
    return .condition(any)
  }

  /// A text in quotes or, for an industry, a category's digits.
  private mutating func text(_ syntax: RuleSyntax, of field: RuleTextField) -> String? {
    switch syntax.kind {
    case .text(let text) where !field.isCategory || RuleChecker.isCategory(text): return text
    case .number(let digits, unit: nil) where field.isCategory && RuleChecker.isCategory(digits):
      return digits
    default:
      _ =
        field.isCategory
        ? refuse(
          syntax, zh: "这里应为 2 至 4 位的行业代码", en: "an industry code of 2 to 4 digits belongs here")
        : refuse(syntax, zh: "这里应为引号中的文字", en: "a text in quotes belongs here")
      return nil
    }
  }

  private static func isCategory(_ text: String) -> Bool {
    (2...4).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private mutating func unitCode(_ syntax: RuleSyntax) -> UnitCode? {
    switch syntax.kind {
    case .text(let text):
      if let code = UnitCode(text) { return code }
    case .number(let digits, unit: nil):
      if let code = UnitCode(digits) { return code }
    default: break
    }
    _ = refuse(
      syntax, zh: "这里应为引号中的统一社会信用代码", en: "a unit code in quotes belongs here")
    return nil
  }
}
