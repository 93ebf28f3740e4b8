// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: unit-form`.
extension LayoutFile {
  func unitForm(_ root: DefinitionNode) -> UnitFormLayout? {
    allowOnly(
      [
        "fields", "code", "label", "unit-of-measure", "columns", "values", "industries", "skip",
        "population",
      ], in: root)
    let fields = root.requiredChild("fields")
    fields?.allowOnly(["unit", "industry"])
    _ = fields?.requiredChild("unit")
    _ = fields?.requiredChild("industry")
    _ = root.requiredChild("label")
    let columns = root.requiredChild("columns").map(formColumns) ?? []
    let values = root.requiredChild("values")?.elements.compactMap(formValue) ?? []
    let industries = root.child("industries").flatMap { node in
      indicatorPosition(root, "industries")
    }
    let population = population(root)
    guard let fields else { return nil }
    return UnitFormLayout(
      unit: fields.texts("unit").map(HeaderText.folded),
      industry: fields.texts("industry").map(HeaderText.folded),
      code: root.texts("code").map(HeaderText.folded),
      label: root.texts("label").map(HeaderText.folded),
      unitOfMeasure: root.texts("unit-of-measure").map(HeaderText.folded), columns: columns,
      values: values, industries: industries,
      ignored: root.texts("skip").map(RowLabel.folded), population: population)
  }

  private func formColumns(_ node: DefinitionNode) -> [(part: ValuePart, headers: [String])] {
    node.allowOnly(ValuePart.allCases.map(\.rawValue))
    return ValuePart.allCases.compactMap { part in
      let headers = node.texts(part.rawValue).map(HeaderText.folded)
      return headers.isEmpty ? nil : (part, headers)
    }
  }

  private func formValue(_ node: DefinitionNode) -> UnitFormLayout.Value? {
    node.allowOnly(["indicator", "code", "label", "unit", "required"])
    let indicator = indicatorPosition(node)
    let (unit, required) = (unit(node, of: indicator), required(node))
    let (code, label) = (node.optionalText("code"), node.optionalText("label"))
    if code == nil, label == nil { node.report(.missingKey, ["key": "code"]) }
    guard let indicator, let unit else { return nil }
    return UnitFormLayout.Value(
      indicator: indicator, code: code.map(HeaderText.folded), label: label.map(HeaderText.folded),
      unit: unit, required: required)
  }
}
