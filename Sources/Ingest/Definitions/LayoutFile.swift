// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Reads one file of `Input/layouts/`. What stands in all shapes is read here, the shapes' own keys
/// in a file each.
struct LayoutFile {
  let document: DefinitionDocument
  let indicators: [Indicator]
  let areas: [Area]

  enum Kind {
    case returns(Layout)
    case register(RegisterLayout)
  }

  private enum ShapeName: String, CaseIterable {
    case unitRows = "unit-rows"
    case unitForm = "unit-form"
    case bureauTable = "bureau-table"
    case series, long, register
  }

  init(file: String, indicators: [Indicator], areas: [Area]) {
    document = DefinitionDocument(file: file)
    self.indicators = indicators
    self.areas = areas
  }

  func load(_ bytes: [UInt8]) -> Kind? {
    guard let root = document.root(bytes) else { return nil }
    // All keys are read before any is required, so that every slip is found in one pass.
    let (form, name) = (root.text("form"), root.name("name"))
    guard let shapeName = root.choice("shape", as: ShapeName.self) else { return nil }
    if shapeName == .register { return registerLayout(root).map { .register($0) } }
    let shape = shape(shapeName, root)
    let headerRows =
      root.child("header-rows") == nil ? 1 : root.integer("header-rows", in: 1...4)
    let recognition = recognition(root)
    let (period, area) = (period(root), area(root))
    let marks = marks(root)
    guard let form, let name, let shape, let headerRows, let recognition else { return nil }
    return .returns(
      Layout(
        file: document.file, form: form, name: name, recognition: recognition,
        headerRows: headerRows, period: period, area: area,
        footer: root.texts("footer").map(HeaderText.folded), marks: marks, shape: shape))
  }

  private func shape(_ name: ShapeName, _ root: DefinitionNode) -> Layout.Shape? {
    switch name {
    case .unitRows: unitRows(root).map { .unitRows($0) }
    case .unitForm: unitForm(root).map { .unitForm($0) }
    case .bureauTable: bureauTable(root).map { .bureauTable($0) }
    case .series: series(root).map { .series($0) }
    case .long: long(root).map { .long($0) }
    case .register: nil
    }
  }

  /// Reports keys that are neither common nor the shape's own.
  func allowOnly(_ own: [String], in root: DefinitionNode) {
    root.allowOnly(
      ["form", "name", "shape", "recognise", "header-rows", "period", "area", "footer", "missing"]
        + own)
  }

  private func recognition(_ root: DefinitionNode) -> Layout.Recognition? {
    guard let node = root.requiredChild("recognise") else { return nil }
    node.allowOnly(["title", "form-number", "headers"])
    let headers = node.texts("headers").map {
      $0.split(separator: "|").map { HeaderText.folded(String($0)) }
    }
    if headers.isEmpty { node.report(.missingKey, ["key": "headers"]) }
    return Layout.Recognition(
      titleWords: node.texts("title"),
      formNumbers: node.texts("form-number").map(HeaderText.folded), headers: headers)
  }

  private func period(_ root: DefinitionNode) -> Layout.PeriodPlace {
    var place = Layout.PeriodPlace()
    guard let node = root.child("period") else { return place }
    node.allowOnly(["from", "field", "cell"])
    place.field = node.texts("field").map(HeaderText.folded)
    place.cell = node.child("cell").flatMap(cell)
    if let from = node.child("from") {
      place.sources = node.texts("from").compactMap { word in
        let source = Layout.PeriodPlace.Source(rawValue: word)
        if source == nil { from.report(.badDefinition, expected: "any of title, sheet, file") }
        return source
      }
    }
    return place
  }

  /// A cell as spreadsheets name it: `C7`.
  private func cell(_ node: DefinitionNode) -> Layout.CellPlace? {
    if let text = node.text, let match = text.wholeMatch(of: /([A-Z]{1,3})([1-9][0-9]{0,6})/),
      let row = Int(match.2)
    {
      let column = match.1.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
      return Layout.CellPlace(row: row, column: column)
    }
    node.report(.badDefinition, expected: "a cell such as C7")
    return nil
  }

  private func area(_ root: DefinitionNode) -> Layout.AreaPlace {
    guard let node = root.child("area") else { return .title }
    guard node.isMapping else { return areaID(node).map { .area($0) } ?? .title }
    node.allowOnly(["field", "otherwise"])
    let fields = node.texts("field").map(HeaderText.folded)
    if fields.isEmpty { node.report(.missingKey, ["key": "field"]) }
    let otherwise = node.child("otherwise").flatMap(areaID) ?? Area.ownID(among: areas)
    return .field(fields, otherwise: otherwise)
  }

  private func areaID(_ node: DefinitionNode) -> String? {
    guard let id = node.text else { return nil }
    if areas.contains(where: { $0.id == id }) { return id }
    node.report(
      .unknownName, raw: id,
      ["name": id, "suggestion": suggestion(for: id, among: areas.map(\.id)) ?? ""])
    return nil
  }

  private func marks(_ root: DefinitionNode) -> [String: MissingReason] {
    var marks: [String: MissingReason] = [:]
    for (mark, node) in root.child("missing")?.pairs ?? [] {
      guard let text = node.text else { continue }
      if let reason = MissingReason(rawValue: text) {
        marks[HeaderText.folded(mark)] = reason
      } else {
        node.report(
          .badDefinition,
          expected: "one of " + MissingReason.allCases.map(\.rawValue).joined(separator: ", "))
      }
    }
    return marks
  }

  // MARK: - What several shapes have

  func indicatorPosition(_ node: DefinitionNode, _ key: String = "indicator") -> Int? {
    guard let child = node.requiredChild(key), let id = child.text else { return nil }
    if let position = indicators.firstIndex(where: { $0.id == id }) { return position }
    child.report(
      .unknownName, raw: id,
      ["name": id, "suggestion": suggestion(for: id, among: indicators.map(\.id)) ?? ""])
    return nil
  }

  func population(_ root: DefinitionNode) -> Population {
    root.child("population") == nil
      ? .register : root.choice("population", as: Population.self) ?? .register
  }

  /// The parts named under `required`.
  func required(_ node: DefinitionNode) -> Set<ValuePart> {
    let parts = node.texts("required").compactMap { word in
      let part = ValuePart(rawValue: word)
      if part == nil {
        node.child("required")?.report(
          .badDefinition,
          expected: "any of " + ValuePart.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return part
    }
    return Set(parts)
  }

  /// The unit under `unit`, which must convert into the indicator's.
  func unit(_ node: DefinitionNode, of indicator: Int?) -> UnitOfMeasure? {
    guard let unit = node.unitOfMeasure("unit") else { return nil }
    if let indicator, unit.factor(to: indicators[indicator].unit) == nil {
      node.report(.badDefinition, expected: "a unit like \(indicators[indicator].unit)")
    }
    return unit
  }
}
