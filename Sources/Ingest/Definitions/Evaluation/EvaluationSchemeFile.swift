// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Reads one file `Input/evaluation/<id>.yml`. Groups and classes are read in files of their own.
struct EvaluationSchemeFile {
  let document: DefinitionDocument
  let survey: SurveyForms

  init(file: String, survey: SurveyForms) {
    document = DefinitionDocument(file: file)
    self.survey = survey
  }

  /// - Returns: `nil` where the file has an error.
  func load(_ bytes: [UInt8]) -> EvaluationScheme? {
    guard let root = document.root(bytes) else { return nil }
    root.allowOnly([
      "name", "owner", "document", "note", "decimals", "unit", "unit-name", "columns",
      "exemptions", "groups", "adjustments", "vetoes", "classes",
    ])
    // All keys are read before any is required, so that every slip is found in one pass.
    let (name, owner, source) = (root.name("name"), root.name("owner"), root.text("document"))
    let decimals = root.child("decimals") == nil ? 2 : root.integer("decimals", in: 0...6)
    let (unitHeader, nameHeader) = (root.text("unit"), root.text("unit-name"))
    let columns = columns(root)
    let exemptions = list(root, "exemptions", ["name"] + Self.conditionKeys) { node in
      exemption(node, columns)
    }
    let groups = groups(root, columns)
    let classes = root.child("classes").map { self.classes($0) }
    let adjustments = list(root, "adjustments", ["name", "points"] + Self.conditionKeys) { node in
      adjustment(node, columns)
    }
    let vetoes = list(root, "vetoes", ["name", "at-most"] + Self.conditionKeys) { node in
      veto(node, columns, classes ?? nil)
    }
    guard !document.findings.contains(where: { $0.severity == .error }), let name, let owner,
      let source, let decimals, let unitHeader, let nameHeader
    else { return nil }
    return EvaluationScheme(
      id: id, name: name, owner: owner, document: source, note: root.optionalName("note"),
      decimals: decimals, unitHeader: unitHeader, nameHeader: nameHeader, columns: columns,
      exemptions: exemptions, groups: groups, adjustments: adjustments, vetoes: vetoes,
      classes: classes ?? nil)
  }

  private var id: String {
    String((document.file.split(separator: "/").last ?? "").dropLast(".yml".count))
  }

  private func list<Element>(
    _ root: DefinitionNode, _ key: String, _ allowed: [String],
    _ element: (DefinitionNode) -> Element?
  ) -> [Element] {
    (root.child(key)?.elements ?? []).compactMap { node in
      node.allowOnly(allowed)
      return element(node)
    }
  }

  // MARK: - Columns

  private func columns(_ root: DefinitionNode) -> [EvaluationColumn] {
    var columns: [EvaluationColumn] = []
    for node in root.requiredChild("columns")?.elements ?? [] {
      guard let column = column(node) else { continue }
      for (text, key) in [(column.id, "id"), (column.header, "header")] {
        refuseSurvey(text, node.child(key) ?? node)
      }
      let names = columns.flatMap { [$0.id, $0.header] }
      if let repeated = [column.id, column.header].first(where: names.contains) {
        node.report(.repeatedName, raw: repeated, ["name": repeated])
      } else {
        columns.append(column)
      }
    }
    return columns
  }

  private func column(_ node: DefinitionNode) -> EvaluationColumn? {
    node.allowOnly(["id", "header", "source", "provider", "content", "unit"])
    let (id, header) = (node.identifier("id"), node.text("header"))
    let source = node.choice("source", as: EvaluationColumn.Source.self)
    let content =
      node.child("content") == nil
      ? .number : node.choice("content", as: EvaluationColumn.Content.self)
    let unit = content == .number ? node.text("unit") : node.optionalText("unit") ?? ""
    guard let id, let header, let source, let content, let unit else { return nil }
    return EvaluationColumn(
      id: id, header: header, source: source, provider: node.optionalText("provider"),
      content: content, unit: unit)
  }

  /// Survey data are used for nothing but statistics (methods.md §7).
  private func refuseSurvey(_ text: String, _ node: DefinitionNode) {
    guard let form = survey.owner(of: text) else { return }
    node.report(.surveyData, raw: text, ["form": form])
  }

  // MARK: - Conditions

  static let conditionKeys = ["column", "is", "above", "at-least", "at-most", "below"]
  private static let bounds = ["above", "at-least", "at-most", "below"]

  private static func test(_ bound: String, _ value: ExactDecimal) -> EvaluationCondition.Test {
    switch bound {
    case "above": .above(value)
    case "at-least": .atLeast(value)
    case "at-most": .atMost(value)
    default: .below(value)
    }
  }

  /// Reports a column that is not there or of the other content.
  func columnID(
    _ node: DefinitionNode, _ key: String, _ columns: [EvaluationColumn],
    _ content: EvaluationColumn.Content
  ) -> String? {
    guard let child = node.requiredChild(key), let id = child.text else { return nil }
    guard let column = columns.first(where: { $0.id == id }) else {
      child.report(
        .unknownName, raw: id,
        ["name": id, "suggestion": suggestion(for: id, among: columns.map(\.id)) ?? ""])
      return nil
    }
    if column.content == content { return id }
    child.report(.badDefinition, expected: "a column with content: \(content.rawValue)")
    return nil
  }

  /// - Parameter isVeto: `at-most` is a class there, and no bound.
  func condition(
    _ node: DefinitionNode, _ columns: [EvaluationColumn], isVeto: Bool = false
  ) -> EvaluationCondition? {
    let bounds = Self.bounds.filter {
      node.child($0) != nil && !(isVeto && $0 == "at-most")
    }
    let texts = node.texts("is")
    guard bounds.count + (texts.isEmpty ? 0 : 1) == 1 else {
      node.report(.badDefinition, expected: "one of is, above, at-least, at-most, below")
      return nil
    }
    let column = columnID(node, "column", columns, texts.isEmpty ? .number : .text)
    if !texts.isEmpty {
      return column.map { EvaluationCondition(column: $0, test: .isOneOf(texts)) }
    }
    let value = bounds.first.flatMap { node.number($0) }
    guard let column, let value, let bound = bounds.first else { return nil }
    return EvaluationCondition(column: column, test: Self.test(bound, value))
  }

  private func exemption(
    _ node: DefinitionNode, _ columns: [EvaluationColumn]
  ) -> EvaluationExemption? {
    let (name, condition) = (node.name("name"), condition(node, columns))
    guard let name, let condition else { return nil }
    return EvaluationExemption(name: name, condition: condition)
  }

  private func adjustment(
    _ node: DefinitionNode, _ columns: [EvaluationColumn]
  ) -> EvaluationAdjustment? {
    let (name, condition) = (node.name("name"), condition(node, columns))
    let points = node.number("points")
    guard let name, let condition, let points else { return nil }
    return EvaluationAdjustment(name: name, condition: condition, points: points)
  }

  private func veto(
    _ node: DefinitionNode, _ columns: [EvaluationColumn], _ classes: EvaluationClasses?
  ) -> EvaluationVeto? {
    let (name, condition) = (node.name("name"), condition(node, columns, isVeto: true))
    let atMost = node.text("at-most")
    let known = classes?.all.map(\.id) ?? []
    if let atMost, !known.contains(atMost) {
      node.child("at-most")?.report(
        .unknownName, raw: atMost,
        ["name": atMost, "suggestion": suggestion(for: atMost, among: known) ?? ""])
    }
    guard let name, let condition, let atMost else { return nil }
    return EvaluationVeto(name: name, condition: condition, atMost: atMost)
  }
}
