// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/reference/areas.yml`: the areas that tables can be of. A workspace without it knows its
/// own area only.
enum AreaDefinitions {
  static let file = "Input/reference/areas.yml"

  static func load(_ bytes: [UInt8], findings: inout [Finding]) -> [Area] {
    let document = DefinitionDocument(file: file)
    defer { findings += document.findings }
    guard let root = document.root(bytes) else { return [] }
    root.allowOnly(["areas"])
    var areas: [Area] = []
    for node in root.requiredChild("areas")?.elements ?? [] {
      guard let area = area(node) else { continue }
      if areas.contains(where: { $0.id == area.id }) {
        node.report(.repeatedName, raw: area.id, ["name": area.id])
      } else {
        areas.append(area)
      }
    }
    if areas.count(where: \.isOwn) != 1 {
      root.report(.badDefinition, expected: "exactly one area with own: true")
    }
    return areas
  }

  private static func area(_ node: DefinitionNode) -> Area? {
    node.allowOnly(["id", "name", "aliases", "own", "comparator"])
    let (id, name) = (node.identifier("id"), node.name("name"))
    let isOwn = node.boolean("own", default: false)
    let isComparator = node.boolean("comparator", default: false)
    if isOwn, isComparator {
      node.child("comparator")?.report(.badDefinition, expected: "another area than the own one")
    }
    guard let id, let name else { return nil }
    return Area(
      id: id, name: name, aliases: node.texts("aliases"), isOwn: isOwn, isComparator: isComparator)
  }
}
