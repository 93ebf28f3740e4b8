// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/ladder.yml`: the steps of the growth ladder. A workspace without a ladder has no such file.
struct LadderFile {
  static let file = PlanFrame.folder + "/ladder.yml"
  static let folder = PlanFrame.folder + "/ladder"

  let document = DefinitionDocument(file: LadderFile.file)
  let indicators: [Indicator]
  /// The register's; `nil` where the register itself has errors.
  let flags: [String]?

  /// - Parameter list: the list of candidates; `nil` where there is none.
  /// - Returns: `nil` where the file has an error.
  func load(_ bytes: [UInt8], list: LadderCandidatesFile?) -> LadderDefinition? {
    guard let root = document.root(bytes) else { return nil }
    root.allowOnly(["steps", "candidates"])
    let steps = steps(root)
    let candidates = candidates(root, steps, list)
    guard !document.findings.contains(where: { $0.severity == .error }), !steps.isEmpty else {
      return nil
    }
    return LadderDefinition(steps: steps, candidates: candidates)
  }

  // MARK: - Steps

  private func steps(_ root: DefinitionNode) -> [LadderStep] {
    guard let node = root.requiredChild("steps") else { return [] }
    var steps: [LadderStep] = []
    for child in node.elements {
      guard let step = step(child) else { continue }
      if steps.contains(where: { $0.id == step.id }) {
        child.report(.repeatedName, raw: step.id, ["name": step.id])
      } else {
        steps.append(step)
      }
    }
    if node.isList, node.elements.isEmpty { node.report(.badDefinition, expected: "steps") }
    return steps
  }

  private func step(_ node: DefinitionNode) -> LadderStep? {
    node.allowOnly(["id", "name", "flag", "indicator", "at-least", "unit", "near"])
    let (id, name, flag) = (node.identifier("id"), node.name("name"), flag(node))
    // One of them asks for the others.
    let isOfAmount = ["indicator", "at-least", "unit", "near"].contains { node.child($0) != nil }
    let amount = isOfAmount ? amount(node) : nil
    guard let id, let name else { return nil }
    return LadderStep(id: id, name: name, flag: flag, amount: amount)
  }

  private func flag(_ node: DefinitionNode) -> String? {
    guard let child = node.child("flag"), let name = child.text else { return nil }
    if let flags, !flags.contains(name) {
      child.report(
        .unknownName, raw: name,
        ["name": name, "suggestion": suggestion(for: name, among: flags) ?? ""])
    }
    return name
  }

  private func amount(_ node: DefinitionNode) -> LadderStep.Amount? {
    let (id, threshold) = (node.text("indicator"), threshold(node))
    guard let id else { return nil }
    let reported = indicators.filter { $0.source == .reported }
    guard let indicator = reported.first(where: { $0.id == id }) else {
      node.child("indicator")?.report(
        .unknownName, raw: id,
        ["name": id, "suggestion": suggestion(for: id, among: reported.map(\.id)) ?? ""])
      return nil
    }
    guard let threshold else { return nil }
    if threshold.unit.factor(to: indicator.unit) == nil {
      node.child("unit")?.report(
        .badDefinition, expected: "a unit that converts into \(indicator.unit)")
    }
    return LadderStep.Amount(indicator: id, threshold: threshold)
  }

  /// `at-least: 10`, `unit: 亿元`, `near: 80`, a percentage of it.
  private func threshold(_ node: DefinitionNode) -> LadderThreshold? {
    let unit = node.unitOfMeasure("unit")
    let stated = node.number("at-least", expected: "a number above 0") { $0 > .zero }
    let percent = node.child("near").flatMap { child in
      child.number(expected: "a percentage above 0 and below 100") {
        $0 > .zero && $0 < ExactDecimal(100)
      }
    }
    guard let unit, let stated else { return nil }
    guard let value = stated.inBase(of: unit) else {
      node.child("at-least")?.report(.badDefinition, expected: "a smaller number of an amount")
      return nil
    }
    var near: ExactDecimal?
    if let percent {
      near = value.percent(percent)
      if near == nil { node.child("near")?.report(.badDefinition, expected: "fewer digits") }
    }
    return LadderThreshold(value: value, unit: unit, near: near)
  }

  // MARK: - Candidates

  private func candidates(
    _ root: DefinitionNode, _ steps: [LadderStep], _ list: LadderCandidatesFile?
  ) -> LadderCandidates? {
    guard let node = list == nil ? root.child("candidates") : root.requiredChild("candidates")
    else { return nil }
    node.allowOnly(["step", "at-least", "unit", "near"])
    let (step, threshold) = (node.text("step"), threshold(node))
    let ids = steps.map(\.id)
    if let step, !ids.contains(step) {
      node.child("step")?.report(
        .unknownName, raw: step,
        ["name": step, "suggestion": suggestion(for: step, among: ids) ?? ""])
    }
    guard let step, let threshold else { return nil }
    return LadderCandidates(
      step: step, threshold: threshold, list: list?.candidates(in: threshold.unit) ?? [])
  }
}

extension ExactDecimal {
  /// In the base unit of a unit of measure; `nil` where that leaves 128 bits, and for amounts per
  /// something.
  func inBase(of unit: UnitOfMeasure) -> ExactDecimal? {
    unit.factor(to: UnitOfMeasure(unit.dimension)).flatMap { multiplied(by: $0) }
  }

  fileprivate func percent(_ percent: ExactDecimal) -> ExactDecimal? {
    (try? Ratio(percent).divided(by: Ratio(100))).flatMap { multiplied(by: $0) }
  }

  private func multiplied(by factor: Ratio) -> ExactDecimal? {
    try? Ratio(self).multiplied(by: factor).exactDecimal
  }
}
