// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The names that stand for a value.
extension RuleChecker {
  mutating func name(_ name: String, _ syntax: RuleSyntax) -> Term {
    if name == "period.month" || name == "period.year" {
      return outsideOfLag(
        syntax, .number(name == "period.month" ? .month : .year, .plain))
    }
    switch scope {
    case .units: return unitName(name, syntax)
    case .figures: return figureName(name, syntax)
    }
  }

  private mutating func unitName(_ name: String, _ syntax: RuleSyntax) -> Term {
    if let term = returnValue(name, syntax) { return term }
    if name == "unit" { return outsideOfLag(syntax, .unit) }
    if let field = RuleTextField(rawValue: name) { return outsideOfLag(syntax, .text(field)) }
    let prefix = "register."
    if name.hasPrefix(prefix), names.flags.contains(String(name.dropFirst(prefix.count))) {
      return outsideOfLag(syntax, .condition(.flag(String(name.dropFirst(prefix.count)))))
    }
    if RuleNames.functions.contains(name) {
      return refuse(
        syntax, zh: "\(name) 是函数，后面应有括号", en: "\(name) is a function: brackets must follow")
    }
    if names.indicators.contains(where: { $0.id == name }) {
      let parts = RuleNames.parts.map { "\(name).\($0.name)" }.joined(separator: "、")
      return refuse(
        syntax, zh: "请写明是指标的哪个值：\(parts)",
        en: "say which value of the indicator: \(parts.replacing("、", with: ", "))")
    }
    return refuse(.unknown(name, among: names.unitNames, at: syntax.start))
  }

  private mutating func returnValue(_ name: String, _ syntax: RuleSyntax) -> Term? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2,
      let position = names.indicators.firstIndex(where: { $0.id == parts[0] })
    else { return nil }
    guard let part = RuleNames.parts.first(where: { $0.name == parts[1] }) else { return nil }
    let slot = ReturnSlot(indicator: position, basis: part.basis, side: part.side)
    let dimension = RuleDimension(names.indicators[position].unit)
    let number = RuleNumber.value(RuleVariable(slot: slot, lag: lag))
    use(number, label: label(name), in: RuleChecker.shownUnit(of: dimension))
    return .number(number, dimension)
  }

  /// `name` with its lag, as a rule writes it.
  private func label(_ name: String) -> String {
    let whole = area.map { "area(\"\($0)\", \(name))" } ?? name
    switch lag {
    case 0: return whole
    case 1: return "lag(\(whole))"
    case RuleVariable.surveyPeriodsAYear: return "year_earlier(\(whole))"
    default: return "lag(\(whole), \(lag))"
    }
  }

  /// Money is shown as returns have it, in 千元.
  static func shownUnit(of dimension: RuleDimension) -> UnitOfMeasure? {
    guard let unit = dimension.baseUnit else { return nil }
    return unit == .yuan ? .thousandYuan : unit
  }

  /// What is of the rule's own period, or of no period, has no value before it.
  private mutating func outsideOfLag(_ syntax: RuleSyntax, _ term: Term) -> Term {
    guard let enclosing else { return term }
    return refuse(
      syntax, zh: "\(enclosing) 里只能用指标的值", en: "only values of indicators stand within \(enclosing)"
    )
  }

  // MARK: - Figures

  private mutating func figureName(_ name: String, _ syntax: RuleSyntax) -> Term {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else {
      return refuse(
        syntax, zh: "这里应为指标值的名称，如 value_added.total.ytd.yoy",
        en: "a figure's name belongs here, such as value_added.total.ytd.yoy")
    }
    let known = [
      names.indicators.map(\.id), names.sectors, Basis.allCases.map(\.rawValue),
      Measure.allCases.map(\.rawValue),
    ]
    var offset = syntax.start
    for (part, names) in zip(parts, known) {
      guard names.contains(part) else { return refuse(.unknown(part, among: names, at: offset)) }
      offset += part.unicodeScalars.count + 1
    }
    guard let indicator = names.indicators.first(where: { $0.id == parts[0] }),
      let basis = Basis(rawValue: parts[2]), let measure = Measure(rawValue: parts[3])
    else { return .refused }
    let figure = FigureVariable(
      indicator: parts[0], sector: parts[1], basis: basis, measure: measure, area: area, lag: lag)
    return term(of: figure, name, measure.unit(of: indicator))
  }

  /// The figure, which is in its own unit, in base units.
  private mutating func term(
    of figure: FigureVariable, _ name: String, _ unit: UnitOfMeasure
  ) -> Term {
    use(.figure(figure), label: label(name), in: unit)
    let factor = RuleChecker.factor(of: unit) ?? Ratio(1)
    let scaled: RuleNumber =
      factor == Ratio(1) ? .figure(figure) : .product(.figure(figure), .constant(factor))
    return .number(scaled, RuleDimension(unit))
  }
}
