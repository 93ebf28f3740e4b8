// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: unit-rows`.
extension LayoutFile {
  func unitRows(_ root: DefinitionNode) -> UnitRowsLayout? {
    allowOnly(["keys", "ignore", "paths", "values", "population"], in: root)
    let keys = root.requiredChild("keys")
    keys?.allowOnly(["unit", "industry", "period"])
    _ = keys?.requiredChild("unit")
    _ = keys?.requiredChild("industry")
    let paths = root.child("paths").map(self.paths) ?? [:]
    let values = values(root.requiredChild("values")?.elements ?? [], paths)
    let population = population(root)
    guard let keys else { return nil }
    return UnitRowsLayout(
      unit: keys.texts("unit").map(HeaderText.folded),
      industry: keys.texts("industry").map(HeaderText.folded),
      period: keys.texts("period").map(HeaderText.folded),
      ignored: root.texts("ignore").map(HeaderText.folded), values: values, population: population)
  }

  private func paths(_ node: DefinitionNode) -> [ValuePart: String] {
    columnHeaders(node) { value, text in
      if !text.contains("{header}") {
        value.report(.badDefinition, expected: "a text with {header}")
      }
    }
  }

  private func columnHeaders(
    _ node: DefinitionNode, check: (DefinitionNode, String) -> Void
  ) -> [ValuePart: String] {
    node.allowOnly(ValuePart.allCases.map(\.rawValue))
    var headers: [ValuePart: String] = [:]
    for (word, value) in node.pairs {
      guard let part = ValuePart(rawValue: word), let text = value.text else { continue }
      check(value, text)
      headers[part] = text
    }
    return headers
  }

  /// No indicator may stand twice: one of its columns would hide the other.
  private func values(
    _ nodes: [DefinitionNode], _ paths: [ValuePart: String]
  ) -> [UnitRowsLayout.Value] {
    var values: [UnitRowsLayout.Value] = []
    for node in nodes {
      let added = self.values(node, paths)
      if let first = added.first, values.contains(where: { $0.slot == first.slot }) {
        let id = indicators[first.slot.indicator].id
        node.report(.repeatedName, raw: id, ["name": id])
      }
      values += added
    }
    return values
  }

  /// An indicator's columns: by `header` and the layout's `paths`, or each by its own header under
  /// `columns`.
  private func values(
    _ node: DefinitionNode, _ paths: [ValuePart: String]
  ) -> [UnitRowsLayout.Value] {
    node.allowOnly(["indicator", "header", "columns", "unit", "required"])
    let indicator = indicatorPosition(node)
    var headers: [ValuePart: String]
    if let columns = node.child("columns") {
      headers = columnHeaders(columns) { _, _ in }
    } else {
      guard let header = node.text("header") else { return [] }
      headers = paths.mapValues { $0.replacing("{header}", with: header) }
    }
    if headers.isEmpty { node.report(.missingKey, ["key": "paths"]) }
    let (unit, required) = (unit(node, of: indicator), required(node))
    guard let unit, let indicator else { return [] }
    return ValuePart.allCases.compactMap { part in
      guard let header = headers[part] else { return nil }
      return UnitRowsLayout.Value(
        header: HeaderText.folded(header), slot: part.slot(of: indicator), unit: unit,
        isRequired: required.contains(part))
    }
  }
}
