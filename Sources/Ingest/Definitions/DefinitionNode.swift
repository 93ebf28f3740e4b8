// SPDX-License-Identifier: Apache-2.0
import Statistics
import Yams

/// A value in a YAML file that knows where it stands.
struct DefinitionNode {
  let node: Node
  let document: DefinitionDocument

  /// Reports every key that is not in `allowed`, with the nearest one that is.
  func allowOnly(_ allowed: [String]) {
    for (key, _) in node.mapping ?? [:] {
      guard let name = key.string, !allowed.contains(name) else { continue }
      document.report(
        .unknownKey, at: key.mark, raw: name,
        ["key": name, "suggestion": suggestion(for: name, among: allowed) ?? ""])
    }
  }

  func child(_ key: String) -> DefinitionNode? {
    guard let value = node.mapping?[key] else { return nil }
    return DefinitionNode(node: value, document: document)
  }

  func requiredChild(_ key: String) -> DefinitionNode? {
    if let child = child(key) { return child }
    document.report(.missingKey, at: node.mark, ["key": key])
    return nil
  }

  /// The elements of a list; a finding where it is not one.
  var elements: [DefinitionNode] {
    guard let sequence = node.sequence else {
      report(.badDefinition, expected: "a list")
      return []
    }
    return sequence.map { DefinitionNode(node: $0, document: document) }
  }

  /// The keys and values of a mapping, in the file's order.
  var pairs: [(key: String, value: DefinitionNode)] {
    guard let mapping = node.mapping else {
      report(.badDefinition, expected: "keys with values")
      return []
    }
    return mapping.map { ($0.key.string ?? "", DefinitionNode(node: $0.value, document: document)) }
  }

  var location: Location {
    Location(file: document.file, column: node.mark?.column, line: node.mark?.line)
  }

  var isMapping: Bool { node.mapping != nil }
  var isList: Bool { node.sequence != nil }

  func report(_ code: FindingCode, expected: String) {
    report(code, raw: node.scalar?.string, ["expected": expected])
  }

  func report(_ code: FindingCode, raw: String? = nil, _ arguments: [String: String]) {
    document.report(code, at: node.mark, raw: raw, arguments)
  }

  /// The text of a scalar, as written; a finding where it is empty or not a scalar.
  var text: String? {
    guard let text = node.scalar?.string, !text.isEmpty else {
      report(.badDefinition, expected: "a text")
      return nil
    }
    return text
  }

  func text(_ key: String) -> String? { requiredChild(key)?.text }
  func optionalText(_ key: String) -> String? { child(key)?.text }

  /// A list of texts, or one text alone.
  func texts(_ key: String) -> [String] {
    guard let child = child(key) else { return [] }
    if child.node.sequence != nil { return child.elements.compactMap(\.text) }
    return child.text.map { [$0] } ?? []
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let child = requiredChild(key) else { return nil }
    guard let value = child.node.scalar.flatMap({ Int($0.string) }), range.contains(value) else {
      child.report(
        .badDefinition, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return value
  }

  /// A decimal number, exactly.
  ///
  /// - Parameters:
  ///   - expected: what it must be, in words, where it must be more than a number.
  ///   - isAllowed: whether it is that.
  func number(
    _ key: String, expected: String = "a number",
    where isAllowed: (ExactDecimal) -> Bool = { _ in true }
  ) -> ExactDecimal? {
    guard let child = requiredChild(key) else { return nil }
    return child.number(expected: expected, where: isAllowed)
  }

  func number(
    expected: String = "a number", where isAllowed: (ExactDecimal) -> Bool = { _ in true }
  ) -> ExactDecimal? {
    if let value = node.scalar.flatMap({ ExactDecimal($0.string) }), isAllowed(value) {
      return value
    }
    report(.badDefinition, expected: expected)
    return nil
  }

  func boolean(_ key: String, default absent: Bool) -> Bool {
    guard let child = child(key) else { return absent }
    switch child.node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      child.report(.badDefinition, expected: "true or false")
      return absent
    }
  }

  /// One of an enumeration's raw values.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, as type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let child = requiredChild(key), let text = child.text else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    child.report(.badDefinition, expected: "one of " + known.joined(separator: ", "))
    return nil
  }

  func unitOfMeasure(_ key: String) -> UnitOfMeasure? {
    guard let child = requiredChild(key), let text = child.text else { return nil }
    if let unit = UnitOfMeasure(text) { return unit }
    child.report(.badDefinition, expected: "a unit of measure such as 千元, 亿元, %, 人")
    return nil
  }

  /// `{zh: …, en: …}`, or one text for both.
  func name(_ key: String) -> LocalizedName? {
    guard let child = requiredChild(key) else { return nil }
    return child.asName
  }

  func optionalName(_ key: String) -> LocalizedName? { child(key)?.asName }

  private var asName: LocalizedName? {
    guard node.mapping != nil else { return text.map { LocalizedName(zh: $0) } }
    allowOnly(["zh", "en"])
    return text("zh").map { LocalizedName(zh: $0, en: optionalText("en")) }
  }
}
