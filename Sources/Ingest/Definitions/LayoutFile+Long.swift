// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: long`.
extension LayoutFile {
  private static let keys = [
    "indicator", "area", "sector", "period", "value", "unit", "multiplier",
  ]

  func long(_ root: DefinitionNode) -> LongLayout? {
    allowOnly(["keys", "series", "basis", "measure", "codes", "ignore"], in: root)
    guard let keys = root.requiredChild("keys") else { return nil }
    keys.allowOnly(Self.keys)
    for key in ["period", "value"] { _ = keys.requiredChild(key) }
    let series = root.child("series")?.elements.compactMap(longSeries) ?? []
    if series.isEmpty, keys.texts("indicator").isEmpty {
      keys.report(.missingKey, ["key": "indicator"])
    }
    func headers(_ key: String) -> [String] { keys.texts(key).map(HeaderText.folded) }
    return LongLayout(
      indicator: headers("indicator"), area: headers("area"), sector: headers("sector"),
      period: headers("period"), value: headers("value"), unitOfMeasure: headers("unit"),
      multiplier: headers("multiplier"), series: series,
      basis: root.child("basis") == nil ? .ytd : root.choice("basis", as: Basis.self) ?? .ytd,
      measure: root.child("measure") == nil
        ? .level : root.choice("measure", as: Measure.self) ?? .level,
      codes: codes(root), ignored: root.texts("ignore").map(HeaderText.folded))
  }

  private func longSeries(_ node: DefinitionNode) -> LongLayout.Series? {
    node.allowOnly(["indicator", "basis", "measure", "unit", "where"])
    let indicator = indicatorPosition(node)
    let basis = node.choice("basis", as: Basis.self)
    let measure = node.choice("measure", as: Measure.self)
    let unit = node.child("unit") == nil ? nil : node.unitOfMeasure("unit")
    let conditions = (node.child("where")?.pairs ?? []).map { header, value in
      let texts = value.isList ? value.elements.map(\.text) : [value.text]
      return (header: HeaderText.folded(header), texts: Set(texts.compactMap(\.self)))
    }
    guard let indicator, let basis, let measure else { return nil }
    return LongLayout.Series(
      indicator: indicators[indicator], basis: basis, measure: measure, unit: unit,
      conditions: conditions)
  }

  private func codes(_ root: DefinitionNode) -> [String: [String: String]] {
    guard let node = root.child("codes") else { return [:] }
    node.allowOnly(["indicator", "area", "sector", "unit"])
    var codes: [String: [String: String]] = [:]
    for (key, value) in node.pairs {
      for (code, meaning) in value.pairs {
        if let text = meaning.text { codes[key, default: [:]][code] = text }
      }
    }
    return codes
  }
}
