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
    guard let root = document.root(bytes) else { return nil }
    // All keys are read before any is required, so that every slip is found in one pass.
    let (form, name) = (root.text("form"), root.name("name"))
    guard let shape = root.choice("shape", as: ShapeName.self) else { return nil }
    if shape == .register { return registerLayout(root).map { .register($0) } }
    let loaded =
      shape == .unitRows
      ? unitRows(root).map { Layout.Shape.unitRows($0) }
      : bureauTable(root).map { Layout.Shape.bureauTable($0) }
    guard let recognise = root.requiredChild("recognise") else { return nil }
    recognise.allowOnly(["title", "headers"])
    let headers = recognise.texts("headers").map(HeaderText.folded)
    if headers.isEmpty { recognise.report(.missingKey, ["key": "headers"]) }
    guard let form, let name, let loaded, !headers.isEmpty else { return nil }
    return .returns(
      Layout(
        file: document.file, form: form, name: name, titleWords: recognise.texts("title"),
        headers: headers, shape: loaded))
  }

  // MARK: - One row a unit

  private func unitRows(_ root: DefinitionNode) -> UnitRowsLayout? {
    root.allowOnly(["form", "name", "shape", "recognise", "keys", "ignore", "paths", "values"])
    let keys = root.requiredChild("keys")
    keys?.allowOnly(["unit", "industry", "period"])
    _ = keys?.requiredChild("unit")
    _ = keys?.requiredChild("industry")
    let paths = root.requiredChild("paths").map(self.paths) ?? [:]
    let values = values(root.requiredChild("values")?.elements ?? [], paths)
    guard let keys else { return nil }
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

  /// No indicator may stand twice: one of its columns would hide the other.
  private func values(
    _ nodes: [DefinitionNode], _ paths: [String: String]
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

  private func values(
    _ node: DefinitionNode, _ paths: [String: String]
  ) -> [UnitRowsLayout.Value] {
    node.allowOnly(["indicator", "header", "unit", "required"])
    let (indicator, header) = (indicatorPosition(node), node.text("header"))
    guard let unit = node.unitOfMeasure("unit"), let indicator, let header else { return [] }
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
    let (rows, unit) = (self.rows(root), root.unitOfMeasure("unit"))
    let columns = root.requiredChild("columns")?.elements.compactMap(column) ?? []
    guard root.requiredChild("label") != nil, let rows, let unit else { return nil }
    return BureauTableLayout(
      rows: rows, label: root.texts("label").map(HeaderText.folded), unit: unit,
      skipped: root.texts("skip").map(RowLabel.folded), columns: columns)
  }

  private func rows(_ root: DefinitionNode) -> BureauTableLayout.Rows? {
    switch root.choice("rows", as: RowsName.self) {
    case .indicators: .indicators
    case .sectors: indicatorPosition(root).map { .sectors(of: indicators[$0]) }
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

  // MARK: - The register

  private func registerLayout(_ root: DefinitionNode) -> RegisterLayout? {
    root.allowOnly(["form", "name", "shape", "file", "keys", "flags", "ignore"])
    let file = root.text("file")
    guard let keys = root.requiredChild("keys") else { return nil }
    keys.allowOnly(["unit", "name", "industry", "enters", "leaves"])
    let flags = root.texts("flags")
    if flags.count > 64 {
      root.child("flags")?.report(.badDefinition, expected: "at most 64 flags")
    }
    func required(_ key: String) -> String? {
      keys.requiredChild(key) == nil ? nil : keys.texts(key).first
    }
    let (unit, name, industry) = (required("unit"), required("name"), required("industry"))
    guard let file, let unit, let name, let industry, flags.count <= 64 else { return nil }
    return RegisterLayout(
      file: file, unit: unit, name: name, industry: industry,
      enters: keys.texts("enters").first, leaves: keys.texts("leaves").first, flags: flags)
  }
}
