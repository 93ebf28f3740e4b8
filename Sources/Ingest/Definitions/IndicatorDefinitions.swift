// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/reference/indicators.yml`.
struct IndicatorDefinitions {
  static let file = "Input/reference/indicators.yml"
  private static let sources = ["quotient", "units", "from-output"]

  private(set) var indicators: [Indicator] = []
  private(set) var findings: [Finding] = []
  /// The flags that units are counted by, each with its place: the register must have them.
  private(set) var flags: [(name: String, node: DefinitionNode)] = []
  /// Those of `indicators`, to point at what does not resolve.
  private var nodes: [DefinitionNode] = []

  init(_ bytes: [UInt8]) {
    let document = DefinitionDocument(file: Self.file)
    if let root = document.root(bytes) {
      root.allowOnly(["indicators"])
      for node in root.requiredChild("indicators")?.elements ?? [] { add(node) }
      for (indicator, node) in zip(indicators, nodes) { check(indicator, node) }
    }
    findings = document.findings
  }

  private mutating func add(_ node: DefinitionNode) {
    guard let indicator = indicator(node) else { return }
    if indicators.contains(where: { $0.id == indicator.id }) {
      node.report(.repeatedName, raw: indicator.id, ["name": indicator.id])
    } else {
      indicators.append(indicator)
      nodes.append(node)
    }
  }

  private mutating func indicator(_ node: DefinitionNode) -> Indicator? {
    node.allowOnly(
      ["id", "name", "aliases", "unit", "decimals", "additive", "calendar-months", "breaks"]
        + Self.sources)
    let (id, name) = (node.identifier("id"), node.name("name"))
    let (unit, decimals) = (node.unitOfMeasure("unit"), node.integer("decimals", in: 0...9))
    let source = source(node)
    let isAdditive = node.boolean("additive", default: source == .reported)
    let hasCalendarMonths = node.boolean("calendar-months", default: false)
    let breaks = node.surveyPeriods("breaks")
    guard let id, let name, let unit, let decimals, let source else { return nil }
    return Indicator(
      id: id, name: name, aliases: node.texts("aliases"), unit: unit, decimals: decimals,
      isAdditive: isAdditive, hasCalendarMonths: hasCalendarMonths, source: source,
      breaks: breaks)
  }

  // MARK: - Where values come from

  private mutating func source(_ node: DefinitionNode) -> Indicator.Source? {
    let given = Self.sources.filter { node.child($0) != nil }
    guard given.count < 2 else {
      node.report(
        .badDefinition, expected: "one of \(Self.sources.joined(separator: ", ")), or none")
      return nil
    }
    guard let key = given.first, let child = node.child(key) else { return .reported }
    switch key {
    case "quotient": return quotient(child)
    case "units": return units(child)
    default: return fromOutput(child)
    }
  }

  private func quotient(_ node: DefinitionNode) -> Indicator.Source? {
    node.allowOnly(["numerator", "denominator"])
    let operands = ["numerator", "denominator"].map { key in
      node.requiredChild(key).flatMap(operand)
    }
    guard let numerator = operands[0], let denominator = operands[1] else { return nil }
    return .quotient(numerator, denominator)
  }

  /// `sales`, or `{indicator: employment, basis: month}`.
  private func operand(_ node: DefinitionNode) -> Indicator.Operand? {
    guard node.isMapping else { return node.text.map { Indicator.Operand(indicator: $0) } }
    node.allowOnly(["indicator", "basis"])
    let id = node.text("indicator")
    let basis = node.child("basis") == nil ? nil : node.choice("basis", as: Basis.self)
    return id.map { Indicator.Operand(indicator: $0, basis: basis) }
  }

  /// `all`, or `{flag: 研发机构}`, or `{at-least: 10, unit: 亿元, indicator: revenue}`.
  private mutating func units(_ node: DefinitionNode) -> Indicator.Source? {
    guard node.isMapping else {
      if node.text == "all" { return .units(.all) }
      node.report(.badDefinition, expected: "all, a flag, or a least value of an indicator")
      return nil
    }
    node.allowOnly(["flag", "at-least", "unit", "indicator"])
    if let flag = node.child("flag") {
      if node.child("at-least") != nil {
        node.report(.badDefinition, expected: "a flag or a least value, not both")
      }
      guard let name = flag.text else { return nil }
      flags.append((name, flag))
      return .units(.flag(name))
    }
    return minimum(node).map { .units(.atLeast($0)) }
  }

  private func minimum(_ node: DefinitionNode) -> Indicator.Minimum? {
    let (id, unit) = (node.text("indicator"), node.unitOfMeasure("unit"))
    guard let child = node.requiredChild("at-least"), let text = child.text else { return nil }
    guard let number = ExactDecimal(text), let unit, let factor = unit.factorToBase,
      let value = try? Ratio(number).multiplied(by: factor).exactDecimal
    else {
      child.report(.badDefinition, expected: "a number")
      return nil
    }
    return id.map { Indicator.Minimum(indicator: $0, value: value) }
  }

  private func fromOutput(_ node: DefinitionNode) -> Indicator.Source? {
    node.allowOnly(["output", "growth"])
    guard let output = node.text("output"),
      let growth = node.choice("growth", as: Indicator.Growth.self)
    else { return nil }
    return .output(output, prints: growth)
  }

  // MARK: - What indicators say of each other

  private func check(_ indicator: Indicator, _ node: DefinitionNode) {
    switch indicator.source {
    case .reported: break
    case .quotient(let top, let bottom): checkQuotient(indicator, top, bottom, node)
    case .units(let condition):
      if indicator.unit.dimension != .unit {
        node.child("unit")?.report(.badDefinition, expected: "家, since units are counted")
      }
      if case .atLeast(let minimum) = condition { checkMinimum(minimum, node) }
    case .output(let id, _):
      guard let output = reported(id, node) else { return }
      if output.unit.dimension != indicator.unit.dimension {
        node.child("unit")?.report(
          .badDefinition, expected: "a unit of \(output.unit.dimension.rawValue)")
      }
    }
  }

  private func checkQuotient(
    _ indicator: Indicator, _ top: Indicator.Operand, _ bottom: Indicator.Operand,
    _ node: DefinitionNode
  ) {
    guard let numerator = operand(top, node), let denominator = operand(bottom, node) else {
      return
    }
    let isShare = numerator.unit.dimension == denominator.unit.dimension
    let expected: UnitOfMeasure? =
      isShare ? .percent : numerator.unit.per(denominator.unit.dimension)
    if expected == nil || indicator.unit.factor(to: expected ?? .percent) == nil {
      node.child("unit")?.report(
        .badDefinition, expected: "a unit like \(expected?.symbol ?? "万元/人")")
    }
    if indicator.isAdditive {
      node.child("additive")?.report(.badDefinition, expected: "false, for a quotient")
    }
  }

  private func operand(_ operand: Indicator.Operand, _ node: DefinitionNode) -> Indicator? {
    guard let found = resolve(operand.indicator, node) else { return nil }
    if case .quotient = found.source {
      node.report(
        .badDefinition, raw: operand.indicator, ["expected": "an indicator that is no quotient"])
      return nil
    }
    return found
  }

  private func checkMinimum(_ minimum: Indicator.Minimum, _ node: DefinitionNode) {
    guard let counted = reported(minimum.indicator, node) else { return }
    let unit = node.child("units")?.optionalText("unit").flatMap { UnitOfMeasure($0) }
    if let unit, unit.dimension != counted.unit.dimension {
      node.child("units")?.child("unit")?.report(
        .badDefinition, expected: "a unit of \(counted.unit.dimension.rawValue)")
    }
  }

  /// An indicator that returns state.
  private func reported(_ id: String, _ node: DefinitionNode) -> Indicator? {
    guard let found = resolve(id, node) else { return nil }
    if case .reported = found.source { return found }
    node.report(.badDefinition, raw: id, ["expected": "an indicator that returns state"])
    return nil
  }

  private func resolve(_ id: String, _ node: DefinitionNode) -> Indicator? {
    if let found = indicators.first(where: { $0.id == id }) { return found }
    node.report(
      .unknownName, raw: id,
      ["name": id, "suggestion": suggestion(for: id, among: indicators.map(\.id)) ?? ""])
    return nil
  }
}

extension UnitOfMeasure {
  /// What a value in this unit is multiplied by to stand in the base unit.
  fileprivate var factorToBase: Ratio? {
    divisor == nil ? factor(to: UnitOfMeasure(dimension)) : nil
  }
}

extension DefinitionNode {
  /// A list of survey periods, oldest first, or one alone; a finding for each that is none, and for one
  /// that is out of order.
  func surveyPeriods(_ key: String) -> [Period] {
    guard let child = child(key) else { return [] }
    var periods: [Period] = []
    for node in child.isList ? child.elements : [child] {
      guard let period = node.surveyPeriod else { continue }
      if let last = periods.last, last >= period {
        node.report(.badDefinition, expected: "a period after \(last)")
      } else {
        periods.append(period)
      }
    }
    return periods
  }

  /// The survey period that the text says; a finding where it says none.
  var surveyPeriod: Period? {
    guard let text else { return nil }
    if let period = Period(text), period.isSurveyPeriod { return period }
    report(.badPeriod, raw: text, [:])
    return nil
  }

  /// A name that can be part of a figure's name: small letters, digits and `_`.
  func identifier(_ key: String) -> String? {
    guard let child = requiredChild(key), let text = child.text else { return nil }
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    if allowed { return text }
    child.report(.badDefinition, expected: "small letters, digits and _")
    return nil
  }
}
