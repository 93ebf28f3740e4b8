// SPDX-License-Identifier: Apache-2.0
import Statistics

extension EvaluationSchemeFile {
  /// - Returns: `nil` where they have an error.
  func classes(_ node: DefinitionNode) -> EvaluationClasses? {
    node.allowOnly(["by", "list", "not-assessed"])
    let basis = node.choice("by", as: EvaluationClasses.Basis.self)
    let notAssessed = node.child("not-assessed").flatMap { child in
      child.allowOnly(["id", "name", "support"])
      return entry(child, bound: nil)
    }
    guard let basis, let list = node.requiredChild("list") else { return nil }
    let all = basis == .rank ? byRank(list) : byScore(list)
    let ids = all.map(\.id) + [notAssessed?.id].compactMap(\.self)
    if let repeated = Set(ids).first(where: { id in ids.count { $0 == id } > 1 }) {
      list.report(.repeatedName, raw: repeated, ["name": repeated])
    }
    if all.isEmpty { list.report(.badDefinition, expected: "at least one class") }
    return EvaluationClasses(basis: basis, all: all, notAssessed: notAssessed)
  }

  private func entry(
    _ node: DefinitionNode, bound: ExactDecimal?
  ) -> EvaluationClasses.Class? {
    let (id, name) = (node.text("id"), node.name("name"))
    guard let id, let name else { return nil }
    return EvaluationClasses.Class(
      id: id, name: name, bound: bound, support: node.optionalName("support"))
  }

  /// `from: 20, to: 60`: above 20 % up to 60 % of the places. They must follow each other to 100.
  private func byRank(_ list: DefinitionNode) -> [EvaluationClasses.Class] {
    var classes: [EvaluationClasses.Class] = []
    var reached = ExactDecimal.zero
    for node in list.elements {
      node.allowOnly(["id", "name", "from", "to", "support"])
      let from = node.number("from", expected: "percent") { $0 >= .zero }
      let to = node.number("to", expected: "percent above from, at most 100") {
        $0 <= ExactDecimal(100) && $0 > (from ?? .zero)
      }
      guard let from, let to, let entry = entry(node, bound: to) else { continue }
      if from < reached {
        node.report(
          .overlap,
          ["first": classes.last?.id ?? "", "second": entry.id, "shared": "\(from)–\(reached) %"])
      } else if from > reached {
        node.child("from")?.report(.badDefinition, expected: "\(reached)")
      }
      reached = to
      classes.append(entry)
    }
    if let last = list.elements.last, classes.count == list.elements.count,
      reached != ExactDecimal(100)
    {
      last.child("to")?.report(.badDefinition, expected: "100 for the last class")
    }
    return classes
  }

  /// `at-least: 85`, falling; the last class has none and takes the rest.
  private func byScore(_ list: DefinitionNode) -> [EvaluationClasses.Class] {
    let nodes = list.elements
    var classes: [EvaluationClasses.Class] = []
    for (index, node) in nodes.enumerated() {
      node.allowOnly(["id", "name", "at-least", "support"])
      let isLast = index + 1 == nodes.count
      let before = classes.last?.bound
      let bound = isLast ? nil : node.number("at-least")
      if let bound, let before, bound >= before {
        node.report(
          .overlap,
          [
            "first": classes.last?.id ?? "", "second": node.optionalText("id") ?? "",
            "shared": "≥ \(bound)",
          ])
      }
      if isLast, let child = node.child("at-least") {
        child.report(.badDefinition, expected: "nothing: the last class takes the rest")
      }
      if let entry = entry(node, bound: bound) { classes.append(entry) }
    }
    return classes
  }
}
