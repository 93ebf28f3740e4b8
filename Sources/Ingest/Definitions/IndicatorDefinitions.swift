// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/reference/indicators.yml`.
enum IndicatorDefinitions {
  static let file = "Input/reference/indicators.yml"

  static func load(_ bytes: [UInt8], findings: inout [Finding]) -> [Indicator] {
    let document = DefinitionDocument(file: file)
    defer { findings += document.findings }
    guard let root = document.root(bytes) else { return [] }
    root.allowOnly(["indicators"])
    var indicators: [Indicator] = []
    for node in root.requiredChild("indicators")?.elements ?? [] {
      guard let indicator = indicator(node) else { continue }
      if indicators.contains(where: { $0.id == indicator.id }) {
        node.report(.repeatedName, raw: indicator.id, ["name": indicator.id])
      } else {
        indicators.append(indicator)
      }
    }
    return indicators
  }

  private static func indicator(_ node: DefinitionNode) -> Indicator? {
    node.allowOnly(["id", "name", "aliases", "unit", "decimals", "additive", "calendar-months"])
    let (id, name) = (node.identifier("id"), node.name("name"))
    let (unit, decimals) = (node.unitOfMeasure("unit"), node.integer("decimals", in: 0...9))
    let isAdditive = node.boolean("additive", default: true)
    let hasCalendarMonths = node.boolean("calendar-months", default: false)
    guard let id, let name, let unit, let decimals else { return nil }
    return Indicator(
      id: id, name: name, aliases: node.texts("aliases"), unit: unit, decimals: decimals,
      isAdditive: isAdditive, hasCalendarMonths: hasCalendarMonths)
  }
}

extension DefinitionNode {
  /// A name that can be part of a figure's name: small letters, digits and `_`.
  func identifier(_ key: String) -> String? {
    guard let child = requiredChild(key), let text = child.text else { return nil }
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    if allowed { return text }
    child.report(.badDefinition, expected: "small letters, digits and _")
    return nil
  }
}
