// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: series`.
extension LayoutFile {
  func series(_ root: DefinitionNode) -> SeriesLayout? {
    allowOnly(["rows", "columns", "label", "indicator", "endings", "skip", "ignore"], in: root)
    let rows = root.choice("rows", as: SeriesLayout.Axis.self)
    let columns = root.choice("columns", as: SeriesLayout.Axis.self)
    let endings = root.child("endings")?.elements.compactMap(ending) ?? []
    let indicator = root.child("indicator").flatMap { fixedIndicator($0, in: root) }
    guard root.requiredChild("label") != nil, let rows, let columns else { return nil }
    if (rows == .periods) == (columns == .periods) {
      root.report(.badDefinition, expected: "periods as either rows or columns")
      return nil
    }
    if rows != .indicators, columns != .indicators, indicator == nil {
      root.report(.missingKey, ["key": "indicator"])
    }
    return SeriesLayout(
      rows: rows, columns: columns, label: root.texts("label").map(HeaderText.folded),
      ignored: root.texts("ignore").map(HeaderText.folded), indicator: indicator,
      // The longest first: 累计增长 before 增长.
      endings: endings.sorted { ($0.text.count, $1.text) > ($1.text.count, $0.text) },
      skipped: root.texts("skip").map(RowLabel.folded))
  }

  private func fixedIndicator(
    _ node: DefinitionNode, in root: DefinitionNode
  ) -> SeriesLayout.Fixed? {
    guard node.isMapping else {
      return indicatorPosition(root).map { .id(indicators[$0].id) }
    }
    node.allowOnly(["field"])
    let fields = node.texts("field").map(HeaderText.folded)
    if fields.isEmpty { node.report(.missingKey, ["key": "field"]) }
    return fields.isEmpty ? nil : .field(fields)
  }

  private func ending(_ node: DefinitionNode) -> SeriesLayout.Ending? {
    node.allowOnly(["text", "basis", "measure"])
    let basis = node.choice("basis", as: Basis.self)
    let measure = node.choice("measure", as: Measure.self)
    guard let basis, let measure else { return nil }
    return SeriesLayout.Ending(
      text: node.optionalText("text").map(HeaderText.folded) ?? "", basis: basis, measure: measure)
  }
}
