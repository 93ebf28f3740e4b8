// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Reports
import Statistics

/// The words of an explanation: what a value is, how much, and where from.
struct ExplanationWords {
  let catalogue: MessageCatalogue
  let definitions: FigureDefinitions
  let areas: [Area]
  let names: FigureWords

  init(_ reading: Reading) {
    catalogue = reading.catalogue
    definitions = reading.figures.definitions
    areas = reading.definitions.areas
    names = FigureWords(reading)
  }

  /// An entry of `commands.<lang>.yml` that begins with `explain_`.
  func say(_ key: String, _ values: [String: String] = [:]) -> String {
    catalogue.sentence("explain_" + key, values)
  }

  /// What a part is: its place in the formula and its name.
  func label(of node: ExplanationNode) -> String {
    let role = node.role.map { say("role_" + $0.rawValue) }
    var name = node.name?.description
    if let text = name, node.side == .reference, node.role != .reference {
      name = say("same_period", ["name": text])
    }
    return [role, name].compactMap(\.self).joined(separator: " ")
  }

  // MARK: - Values

  /// As printed, with the exact value where it differs; else why there is none.
  func value(of node: ExplanationNode) -> String {
    guard let ratio = node.ratio else {
      return say("missing", ["reason": node.missingReason.map(catalogue.words) ?? ""])
    }
    let printed = rounded(ratio, node.decimals, node.unit)
    guard ratio.exactText != ratio.rounded(decimals: node.decimals).withoutZeros else {
      return printed
    }
    return say("exact", ["value": printed, "exact": ratio.exactText])
  }

  func rounded(_ ratio: Ratio, _ decimals: Int, _ unit: UnitOfMeasure) -> String {
    amount(ratio.rounded(decimals: decimals), unit)
  }

  func exact(_ ratio: Ratio, _ unit: UnitOfMeasure) -> String { amount(ratio.exactText, unit) }

  private func amount(_ digits: String, _ unit: UnitOfMeasure) -> String {
    digits + " " + catalogue.words(for: unit)
  }

  // MARK: - Where from

  /// `= (本期 − 同期) ÷ 同期 × 100`, `= 35 个单位合计`, a table's cell; empty where the value says all.
  func origin(of node: ExplanationNode) -> String {
    switch node.source {
    case .formula(let formula, let parts): return "= " + self.formula(formula, parts)
    case .returns(let breakdown): return "= " + sum(breakdown)
    case .stated(let statement):
      let area = areas.first { $0.id == statement.area }
      return say(
        "stated",
        [
          "area": area.map { $0.isOwn ? "" : $0.name[catalogue.language] } ?? "",
          "place": statement.location.trace,
          "value": exact(Ratio(statement.value), statement.unit),
        ])
    case .defined(let location): return location?.trace ?? ""
    case .folded, .nowhere: return ""
    }
  }

  private func formula(_ formula: Formula, _ parts: [ExplanationNode]) -> String {
    // A formula without parts: some class has no rate or no price.
    if parts.isEmpty { return say("no_parts") }
    var names = parts.prefix(2).map { $0.role.map { say("role_" + $0.rawValue) } ?? "" }
    while names.count < 2 { names.append("") }
    return say(
      "formula_" + formula.rawValue,
      ["a": names[0], "b": names[1], "count": String(parts.count)])
  }

  private func sum(_ breakdown: ReturnsBreakdown) -> String {
    let sum = breakdown.sum
    var values = [
      "count": String(sum.units), "missing": String(breakdown.missingCount), "flag": sum.flag ?? "",
      "classes": sum.classes.map(list) ?? "",
    ]
    if case .atLeast(let slot, let minimum) = sum.addend {
      values["least"] = stated(minimum, of: slot)
      values["indicator"] = definitions.indicators[slot.indicator].name[catalogue.language]
    }
    let isNone = sum.units == 0 && breakdown.addition == .values
    let key =
      breakdown.isIncomplete ? "incomplete" : isNone ? "none" : breakdown.addition.rawValue
    return say("sum_" + key, values) + say("sum_of", values)
  }

  /// Classes that a sum is over, the first of many.
  private func list(_ classes: Set<String>) -> String {
    let shown = 5
    let text = classes.sorted().prefix(shown).joined(separator: say("comma"))
    guard classes.count > shown else { return text }
    return say("more_classes", ["classes": text, "count": String(classes.count)])
  }

  /// A unit's value in its indicator's own unit of measure.
  func stated(_ value: ExactDecimal, of slot: ReturnSlot) -> String {
    inUnit(value, definitions.indicators[slot.indicator].unit)
  }

  /// A value in the base unit of a dimension, in another unit of it.
  func inUnit(_ value: ExactDecimal, _ unit: UnitOfMeasure) -> String {
    let base = UnitOfMeasure(unit.dimension)
    guard let factor = base.factor(to: unit), let ratio = try? Ratio(value).multiplied(by: factor)
    else { return exact(Ratio(value), base) }
    return exact(ratio, unit)
  }
}

extension Location {
  /// `file!sheet!cell`, without what there is not.
  var trace: String {
    [file, sheet, cell ?? row.map(String.init)].compactMap(\.self).joined(separator: "!")
  }
}

extension String {
  /// `12.50` is `12.5`, `12.0` is `12`.
  fileprivate var withoutZeros: String {
    guard contains(".") else { return self }
    var text = Substring(self)
    while text.hasSuffix("0") { text = text.dropLast() }
    return String(text.hasSuffix(".") ? text.dropLast() : text)
  }
}
