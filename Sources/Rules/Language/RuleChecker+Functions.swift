// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The functions of the language.
extension RuleChecker {
  /// The longest way back that lags within lags may add up to.
  private static let longestLag = 60

  mutating func call(_ name: String, _ arguments: [RuleSyntax], _ syntax: RuleSyntax) -> Term {
    switch name {
    case "lag": return lag(arguments, syntax)
    case "year_earlier":
      guard takes(1...1, arguments, name, syntax) else { return .refused }
      return shifted(arguments[0], by: RuleVariable.surveyPeriodsAYear, name, syntax)
    case "industry_median", "hidiroglou_berthelot":
      return industryStatistic(name, arguments, syntax)
    case "abs":
      guard takes(1...1, arguments, name, syntax), let value = number(arguments[0]) else {
        return .refused
      }
      return .number(.absolute(value.number), value.dimension, isZero: value.isZero)
    case "min": return folded(name, arguments, syntax, RuleNumber.least)
    case "max": return folded(name, arguments, syntax, RuleNumber.greatest)
    case "sum": return folded(name, arguments, syntax, RuleNumber.sum)
    case "round": return round(arguments, syntax)
    case "is_missing": return isMissing(arguments, syntax)
    case "area": return figure(ofArea: arguments, syntax)
    default: return refuse(.unknown(name, among: RuleNames.functions, at: syntax.start))
    }
  }

  private mutating func takes(
    _ counts: ClosedRange<Int>, _ arguments: [RuleSyntax], _ name: String, _ syntax: RuleSyntax
  ) -> Bool {
    if counts.contains(arguments.count) { return true }
    let wanted =
      counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound)–\(counts.upperBound)"
    _ = refuse(
      syntax, zh: "\(name) 应有 \(wanted) 个参数，这里有 \(arguments.count) 个",
      en: "\(name) takes \(wanted) arguments, here are \(arguments.count)")
    return false
  }

  // MARK: - Time

  private mutating func lag(_ arguments: [RuleSyntax], _ syntax: RuleSyntax) -> Term {
    guard takes(1...2, arguments, "lag", syntax) else { return .refused }
    var count = 1
    if arguments.count == 2 {
      guard let written = wholeNumber(arguments[1], in: 1...24) else { return .refused }
      count = written
    }
    return shifted(arguments[0], by: count, "lag", syntax)
  }

  private mutating func wholeNumber(_ syntax: RuleSyntax, in range: ClosedRange<Int>) -> Int? {
    var (sign, literal) = (1, syntax)
    if case .negation(let operand) = syntax.kind { (sign, literal) = (-1, operand) }
    if case .number(let digits, unit: nil) = literal.kind, let value = Int(digits),
      range.contains(sign * value)
    {
      return sign * value
    }
    _ = refuse(
      syntax, zh: "这里应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
      en: "a whole number from \(range.lowerBound) to \(range.upperBound) belongs here")
    return nil
  }

  private mutating func shifted(
    _ argument: RuleSyntax, by count: Int, _ name: String, _ syntax: RuleSyntax
  ) -> Term {
    guard lag + count <= Self.longestLag else {
      return refuse(
        syntax, zh: "合计超过 \(Self.longestLag) 期", en: "more than \(Self.longestLag) periods in all")
    }
    let (outerLag, outerName) = (lag, enclosing)
    (lag, enclosing) = (lag + count, name)
    defer { (lag, enclosing) = (outerLag, outerName) }
    guard let value = number(argument) else { return .refused }
    return .number(value.number, value.dimension, isZero: value.isZero)
  }

  // MARK: - The division

  private mutating func industryStatistic(
    _ name: String, _ arguments: [RuleSyntax], _ syntax: RuleSyntax
  ) -> Term {
    let isMedian = name == "industry_median"
    guard takes(isMedian ? 1...1 : 2...2, arguments, name, syntax) else { return .refused }
    guard scope == .units, enclosing == nil else {
      return refuse(
        syntax,
        zh: scope == .figures
          ? "\(name) 只用于对单位的规则" : "\(enclosing ?? "") 里不能用 \(name)，请把它写在外面",
        en: scope == .figures
          ? "\(name) is for rules over units" : "write \(name) outside of \(enclosing ?? "")")
    }
    let values = arguments.map { number($0) }
    guard !values.contains(where: { $0 == nil }), let first = values.first.flatMap(\.self) else {
      return .refused
    }
    if isMedian {
      let median = RuleNumber.median(first.number)
      use(median, label: quote(syntax), in: RuleChecker.shownUnit(of: first.dimension))
      return .number(median, first.dimension)
    }
    guard let second = values[1], common(first, second, syntax) != nil else { return .refused }
    let distance = RuleNumber.distance(first.number, second.number)
    use(distance, label: quote(syntax), in: nil)
    return .number(distance, .plain)
  }

  // MARK: - Numbers

  private mutating func folded(
    _ name: String, _ arguments: [RuleSyntax], _ syntax: RuleSyntax,
    _ join: (RuleNumber, RuleNumber) -> RuleNumber
  ) -> Term {
    guard takes(1...100, arguments, name, syntax) else { return .refused }
    let values = arguments.map { number($0) }
    guard !values.contains(where: { $0 == nil }), var whole = values.first.flatMap(\.self) else {
      return .refused
    }
    for case let value? in values.dropFirst() {
      guard let dimension = common(whole, value, syntax) else { return .refused }
      whole = (join(whole.number, value.number), dimension, whole.isZero && value.isZero)
    }
    return .number(whole.number, whole.dimension, isZero: whole.isZero)
  }

  private mutating func round(_ arguments: [RuleSyntax], _ syntax: RuleSyntax) -> Term {
    guard takes(2...2, arguments, "round", syntax) else { return .refused }
    let (value, decimals) = (number(arguments[0]), wholeNumber(arguments[1], in: -12...12))
    guard let value, let decimals else { return .refused }
    return .number(.rounded(value.number, decimals), value.dimension, isZero: value.isZero)
  }

  private mutating func isMissing(_ arguments: [RuleSyntax], _ syntax: RuleSyntax) -> Term {
    guard takes(1...1, arguments, "is_missing", syntax) else { return .refused }
    switch term(arguments[0]) {
    case .number(let number, _, _): return .condition(.missingNumber(number))
    case .condition(let condition): return .condition(.missingCondition(condition))
    case .text(let field): return .condition(.missingText(field))
    case .refused: return .refused
    case .unit, .literal:
      return refuse(
        arguments[0], zh: "它总是有值的", en: "it always has a value")
    }
  }

  private mutating func figure(ofArea arguments: [RuleSyntax], _ syntax: RuleSyntax) -> Term {
    guard scope == .figures else {
      return refuse(
        syntax, zh: "area 只用于 over: figures 的规则", en: "area is for rules over: figures")
    }
    guard takes(2...2, arguments, "area", syntax) else { return .refused }
    guard case .text(let name) = arguments[0].kind else {
      return refuse(
        arguments[0], zh: "这里应为引号中的地区", en: "an area in quotes belongs here")
    }
    if let areas = names.areas, !areas.contains(name) {
      return refuse(.unknown(name, among: areas, at: arguments[0].start + 1))
    }
    let outer = area
    area = name
    defer { area = outer }
    guard let value = number(arguments[1]) else { return .refused }
    return .number(value.number, value.dimension, isZero: value.isZero)
  }
}
