// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Reads one file of `Input/layouts/`.
struct LayoutFile {
  let document: DefinitionDocument
  let indicators: [Indicator]

  enum Kind {
    case returns(Layout)
    case register(RegisterLayout)
  }

  private enum ShapeName: String, CaseIterable {
    case unitRows = "unit-rows"
    case bureauTable = "bureau-table"
    case register
  }

  init(file: String, indicators: [Indicator]) {
    document = DefinitionDocument(file: file)
    self.indicators = indicators
  }

  func load(_ bytes: [UInt8]) -> Kind? {
    guard let root = document.root(bytes), let form = root.text("form"),
      let name = root.name("name"), let shape = root.choice("shape", as: ShapeName.self)
    else { return nil }
    let loaded: Layout.Shape?
    switch shape {
    case .register: return registerLayout(root).map { .register($0) }
    case .unitRows: loaded = unitRows(root).map { .unitRows($0) }
    case .bureauTable: loaded = bureauTable(root).map { .bureauTable($0) }
    }
    guard let loaded, let recognise = root.requiredChild("recognise") else { return nil }
    recognise.allowOnly(["title", "headers"])
    let headers = recognise.texts("headers").map(HeaderText.folded)
    guard !headers.isEmpty else {
      recognise.report(.missingKey, expected: "headers")
      return nil
    }
    return .returns(
      Layout(
        file: document.file, form: form, name: name, titleWords: recognise.texts("title"),
        headers: headers, shape: loaded))
  }

  // MARK: - One row a unit

  private func unitRows(_ root: DefinitionNode) -> UnitRowsLayout? {
    root.allowOnly(["form", "name", "shape", "recognise", "keys", "ignore", "paths", "values"])
    guard let keys = root.requiredChild("keys"), let paths = root.requiredChild("paths") else {
      return nil
    }
    keys.allowOnly(["unit", "industry", "period"])
    _ = keys.requiredChild("unit")
    _ = keys.requiredChild("industry")
    let pathTexts = self.paths(paths)
    let values = root.requiredChild("values")?.elements.flatMap { self.values($0, pathTexts) } ?? []
    return UnitRowsLayout(
      unit: keys.texts("unit").map(HeaderText.folded),
      industry: keys.texts("industry").map(HeaderText.folded),
      period: keys.texts("period").map(HeaderText.folded),
      ignored: root.texts("ignore").map(HeaderText.folded), values: values)
  }

  /// The four values that an indicator can have, by the word that `paths` and `required` use.
  private static let parts: [(word: String, basis: Basis, side: Side)] = [
    ("month", .month, .current), ("ytd", .ytd, .current),
    ("reference_month", .month, .reference), ("reference_ytd", .ytd, .reference),
  ]

  private func paths(_ node: DefinitionNode) -> [String: String] {
    node.allowOnly(Self.parts.map(\.word))
    var paths: [String: String] = [:]
    for (word, value) in node.pairs {
      guard let text = value.text else { continue }
      if !text.contains("{header}") {
        value.report(.badDefinition, expected: "a text with {header}")
      }
      paths[word] = text
    }
    return paths
  }

  private func values(
    _ node: DefinitionNode, _ paths: [String: String]
  ) -> [UnitRowsLayout.Value] {
    node.allowOnly(["indicator", "header", "unit", "required"])
    guard let indicator = indicatorPosition(node), let header = node.text("header"),
      let unit = node.unitOfMeasure("unit")
    else { return [] }
    if unit.factor(to: indicators[indicator].unit) == nil {
      node.report(.badDefinition, expected: "a unit like \(indicators[indicator].unit)")
    }
    let required = node.texts("required")
    for word in required where !Self.parts.contains(where: { $0.word == word }) {
      node.child("required")?.report(
        .badDefinition, expected: "any of " + Self.parts.map(\.word).joined(separator: ", "))
    }
    return Self.parts.compactMap { part in
      guard let path = paths[part.word] else { return nil }
      return UnitRowsLayout.Value(
        header: HeaderText.folded(path.replacing("{header}", with: header)),
        slot: ReturnSlot(indicator: indicator, basis: part.basis, side: part.side), unit: unit,
        isRequired: required.contains(part.word))
    }
  }

  private func indicatorPosition(_ node: DefinitionNode) -> Int? {
    guard let child = node.requiredChild("indicator"), let id = child.text else { return nil }
    if let position = indicators.firstIndex(where: { $0.id == id }) { return position }
    child.report(
      .unknownName, raw: id,
      ["name": id, "suggestion": suggestion(for: id, among: indicators.map(\.id)) ?? ""])
    return nil
  }

  // MARK: - A bureau's table

  private enum RowsName: String, CaseIterable { case sectors, indicators }

  private func bureauTable(_ root: DefinitionNode) -> BureauTableLayout? {
    root.allowOnly([
      "form", "name", "shape", "recognise", "rows", "indicator", "label", "unit", "skip", "columns",
    ])
    guard let rowsName = root.choice("rows", as: RowsName.self),
      let unit = root.unitOfMeasure("unit"), root.requiredChild("label") != nil
    else { return nil }
    let rows: BureauTableLayout.Rows
    switch rowsName {
    case .indicators: rows = .indicators
    case .sectors:
      guard let position = indicatorPosition(root) else { return nil }
      rows = .sectors(of: indicators[position])
    }
    return BureauTableLayout(
      rows: rows, label: root.texts("label").map(HeaderText.folded), unit: unit,
      skipped: root.texts("skip").map(RowLabel.folded),
      columns: root.requiredChild("columns")?.elements.compactMap(column) ?? [])
  }

  private func column(_ node: DefinitionNode) -> BureauTableLayout.Column? {
    node.allowOnly(["headers", "basis", "measure"])
    guard node.requiredChild("headers") != nil, let basis = node.choice("basis", as: Basis.self),
      let measure = node.choice("measure", as: Measure.self)
    else { return nil }
    return BureauTableLayout.Column(
      headers: node.texts("headers").map(HeaderText.folded), basis: basis, measure: measure)
  }

  // MARK: - The register

  private func registerLayout(_ root: DefinitionNode) -> RegisterLayout? {
    root.allowOnly(["form", "name", "shape", "file", "keys", "flags", "ignore"])
    guard let file = root.text("file"), let keys = root.requiredChild("keys") else { return nil }
    keys.allowOnly(["unit", "name", "industry", "enters", "leaves"])
    let flags = root.texts("flags")
    if flags.count > 64 {
      root.child("flags")?.report(.badDefinition, expected: "at most 64 flags")
    }
    guard let unit = keys.texts("unit").first, let name = keys.texts("name").first,
      let industry = keys.texts("industry").first, flags.count <= 64
    else {
      keys.report(.missingKey, expected: "unit, name, industry")
      return nil
    }
    return RegisterLayout(
      file: file, unit: unit, name: name, industry: industry,
      enters: keys.texts("enters").first, leaves: keys.texts("leaves").first, flags: flags)
  }
}
