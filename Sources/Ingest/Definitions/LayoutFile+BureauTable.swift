// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: bureau-table`.
extension LayoutFile {
  private enum RowsName: String, CaseIterable { case sectors, industries, indicators }

  func bureauTable(_ root: DefinitionNode) -> BureauTableLayout? {
    allowOnly(
      ["rows", "indicator", "label", "code", "unit", "skip", "ignore", "columns"], in: root)
    let (rows, unit) = (self.rows(root), root.unitOfMeasure("unit"))
    let columns = root.requiredChild("columns")?.elements.compactMap(column) ?? []
    guard root.requiredChild("label") != nil, let rows, let unit else { return nil }
    return BureauTableLayout(
      rows: rows, label: root.texts("label").map(HeaderText.folded),
      code: root.texts("code").map(HeaderText.folded), unit: unit,
      skipped: root.texts("skip").map(RowLabel.folded),
      ignored: root.texts("ignore").map(HeaderText.folded), columns: columns)
  }

  private func rows(_ root: DefinitionNode) -> BureauTableLayout.Rows? {
    switch root.choice("rows", as: RowsName.self) {
    case .indicators: .indicators
    case .sectors: indicatorPosition(root).map { .sectors(of: indicators[$0]) }
    case .industries: indicatorPosition(root).map { .industries(of: indicators[$0]) }
    case nil: nil
    }
  }

  private func column(_ node: DefinitionNode) -> BureauTableLayout.Column? {
    node.allowOnly(["headers", "basis", "measure"])
    let basis = node.choice("basis", as: Basis.self)
    let measure = node.choice("measure", as: Measure.self)
    guard node.requiredChild("headers") != nil, let basis, let measure else { return nil }
    return BureauTableLayout.Column(
      headers: node.texts("headers").map(HeaderText.folded), basis: basis, measure: measure)
  }
}
