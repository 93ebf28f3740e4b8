// SPDX-License-Identifier: Apache-2.0
import Statistics

extension EvaluationSchemeFile {
  func groups(_ root: DefinitionNode, _ columns: [EvaluationColumn]) -> [EvaluationGroup] {
    var groups: [EvaluationGroup] = []
    for node in root.requiredChild("groups")?.elements ?? [] {
      guard let group = group(node, columns) else { continue }
      if groups.contains(where: { $0.id == group.id }) {
        node.report(.repeatedName, raw: group.id, ["name": group.id])
      } else {
        groups.append(group)
      }
    }
    if root.child("groups") != nil, groups.isEmpty {
      root.child("groups")?.report(.badDefinition, expected: "at least one group")
    }
    return groups
  }

  private func group(_ node: DefinitionNode, _ columns: [EvaluationColumn]) -> EvaluationGroup? {
    node.allowOnly(["id", "name", "where", "items"])
    let (id, name) = (node.identifier("id"), node.name("name"))
    var conditions: [EvaluationCondition?] = []
    if let child = node.child("where") {
      let all = child.isList ? child.elements : [child]
      for element in all { element.allowOnly(Self.conditionKeys) }
      conditions = all.map { condition($0, columns) }
    }
    let items = items(node, columns)
    guard let id, let name, conditions.allSatisfy({ $0 != nil }) else { return nil }
    return EvaluationGroup(
      id: id, name: name, conditions: conditions.compactMap(\.self), items: items)
  }

  /// Their weights must be 100 together.
  private func items(_ node: DefinitionNode, _ columns: [EvaluationColumn]) -> [EvaluationItem] {
    guard let list = node.requiredChild("items") else { return [] }
    var items: [EvaluationItem] = []
    let elements = list.elements
    for element in elements {
      guard let item = item(element, columns) else { continue }
      if items.contains(where: { $0.id == item.id }) {
        element.report(.repeatedName, raw: item.id, ["name": item.id])
      } else {
        items.append(item)
      }
    }
    // While an item is wrong, the sum says nothing.
    guard items.count == elements.count else { return items }
    let sum = try? items.reduce(Ratio.zero) { try $0.adding(Ratio($1.weight)) }
    if sum != Ratio(100) {
      list.report(
        .badDefinition, raw: sum?.exactText ?? "",
        ["expected": "weights that make 100 together"])
    }
    return items
  }

  private func item(_ node: DefinitionNode, _ columns: [EvaluationColumn]) -> EvaluationItem? {
    node.allowOnly([
      "id", "name", "numerator", "denominator", "weight", "baseline", "direction", "cap", "floor",
      "missing",
    ])
    let (id, name) = (node.identifier("id"), node.name("name"))
    let numerator = columnID(node, "numerator", columns, .number)
    let denominator =
      node.child("denominator") == nil ? nil : columnID(node, "denominator", columns, .number)
    let weight = node.number("weight", expected: "a number above 0") { $0 > .zero }
    let baseline = node.requiredChild("baseline").flatMap { self.baseline($0) }
    let direction =
      node.child("direction") == nil
      ? .higher : node.choice("direction", as: EvaluationItem.Direction.self)
    let (cap, floor) = limits(node)
    let missing = node.choice("missing", as: EvaluationItem.MissingRule.self)
    if direction == .lower, node.child("cap") == nil {
      node.report(.missingKey, ["key": "cap"])
    }
    guard let id, let name, let numerator, let weight, let baseline, let direction, let missing
    else { return nil }
    return EvaluationItem(
      id: id, name: name, numerator: numerator, denominator: denominator, weight: weight,
      baseline: baseline, direction: direction, cap: cap, floor: floor, missing: missing)
  }

  private func limits(_ node: DefinitionNode) -> (cap: ExactDecimal?, floor: ExactDecimal?) {
    let cap =
      node.child("cap") == nil
      ? nil : node.number("cap", expected: "a number above 0, in weights") { $0 > .zero }
    let floor = node.child("floor") == nil ? nil : node.number("floor")
    if let cap, let floor, floor > cap {
      node.child("floor")?.report(.badDefinition, expected: "at most the cap, \(cap)")
    }
    return (cap, floor)
  }

  // MARK: - Baselines

  /// `24.097`; `{2021: 26.01, 2022: 24.097}`; `{mean: 2, of: year-before}`; `{percentile: 80}`.
  private func baseline(_ node: DefinitionNode) -> EvaluationItem.Baseline? {
    func positive(_ node: DefinitionNode) -> ExactDecimal? {
      node.number(expected: "a number above 0") { $0 > .zero }
    }
    guard node.isMapping else { return positive(node).map { .fixed($0) } }
    if let mean = node.child("mean") {
      node.allowOnly(["mean", "of"])
      let (times, year) = (positive(mean), baselineYear(node))
      guard let times, let year else { return nil }
      return .mean(times: times, of: year)
    }
    if let percentile = node.child("percentile") {
      node.allowOnly(["percentile", "of"])
      let percent = percentile.number(expected: "a number above 0, at most 100") {
        $0 > .zero && $0 <= ExactDecimal(100)
      }
      guard let percent, let year = baselineYear(node) else { return nil }
      return .percentile(percent, of: year)
    }
    return baselineByYear(node, positive)
  }

  private func baselineYear(_ node: DefinitionNode) -> EvaluationItem.Year? {
    node.child("of") == nil ? .same : node.choice("of", as: EvaluationItem.Year.self)
  }

  private func baselineByYear(
    _ node: DefinitionNode, _ positive: (DefinitionNode) -> ExactDecimal?
  ) -> EvaluationItem.Baseline? {
    var values: [Int: ExactDecimal] = [:]
    for (key, value) in node.pairs {
      guard key.utf8.count == 4, let year = Int(key) else {
        value.report(
          .badDefinition, raw: key,
          ["expected": "a number, years with numbers, mean or percentile"])
        return nil
      }
      guard let number = positive(value) else { return nil }
      values[year] = number
    }
    return .fixedByYear(values)
  }
}
