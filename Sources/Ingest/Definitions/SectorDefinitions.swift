// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/reference/sectors.yml`: the classification, the sectors over it, and which of them
/// partition another.
struct SectorDefinitions {
  static let file = "Input/reference/sectors.yml"
  static let folder = "Input/reference/"

  private(set) var classification: Classification?
  private(set) var sectors: [Sector] = []
  private(set) var findings: [Finding] = []

  private let document = DefinitionDocument(file: file)
  private let files: any DefinitionFiles

  init(_ bytes: [UInt8], files: any DefinitionFiles) {
    self.files = files
    if let root = document.root(bytes) { load(root) }
    findings += document.findings
  }

  private mutating func load(_ root: DefinitionNode) {
    root.allowOnly(["classification", "sectors", "partitions"])
    classification = loadClassification(root)
    for node in root.requiredChild("sectors")?.elements ?? [] {
      guard let sector = sector(node) else { continue }
      if sectors.contains(where: { $0.id == sector.id }) {
        node.report(.repeatedName, raw: sector.id, ["name": sector.id])
      } else {
        sectors.append(sector)
      }
    }
    if !sectors.contains(where: { $0.id == "total" }) {
      root.report(.missingKey, ["key": "sectors: id: total"])
    }
    for node in root.child("partitions")?.elements ?? [] { checkPartition(node) }
  }

  private mutating func loadClassification(_ root: DefinitionNode) -> Classification? {
    guard let node = root.requiredChild("classification") else { return nil }
    node.allowOnly(["file", "edition"])
    guard let name = node.text("file"), let edition = node.text("edition") else { return nil }
    guard let bytes = files.require(Self.folder + name, findings: &findings) else { return nil }
    return ClassificationFile.load(
      bytes, file: Self.folder + name, edition: edition, findings: &findings)
  }

  private mutating func sector(_ node: DefinitionNode) -> Sector? {
    node.allowOnly([
      "id", "name", "aliases", "codes", "list", "flag", "published", "standing", "note", "earlier",
    ])
    let (id, name, note) = (node.identifier("id"), node.name("name"), node.name("note"))
    let standing = node.choice("standing", as: Sector.Standing.self)
    let definition = definition(node)
    let earlier = earlier(node)
    guard let id, let name, let note, let standing, let definition else { return nil }
    return Sector(
      id: id, name: name, aliases: node.texts("aliases"), definition: definition,
      earlier: earlier, standing: standing, note: note)
  }

  /// Definitions that were in force before, oldest first: `{until: 2021-01..02, codes: [...]}`.
  private mutating func earlier(_ node: DefinitionNode) -> [Sector.EarlierDefinition] {
    var earlier: [Sector.EarlierDefinition] = []
    for child in node.child("earlier")?.elements ?? [] {
      child.allowOnly(["until", "codes", "list", "flag", "published"])
      guard let until = child.requiredChild("until")?.surveyPeriod,
        let definition = definition(child)
      else { continue }
      if let last = earlier.last, last.until >= until {
        child.report(.badDefinition, expected: "an until after \(last.until)")
      } else {
        earlier.append(Sector.EarlierDefinition(definition, until: until))
      }
    }
    return earlier
  }

  private mutating func definition(_ node: DefinitionNode) -> Sector.Definition? {
    let ways = ["codes", "list", "flag", "published"].filter { node.child($0) != nil }
    guard ways.count == 1 else {
      node.report(.badDefinition, expected: "exactly one of codes, list, flag, published")
      return nil
    }
    switch ways[0] {
    case "codes": return node.child("codes").map { .classes(classes(of: $0)) }
    case "list": return node.child("list").flatMap { list($0) }.map { .classes($0) }
    case "flag": return node.text("flag").map { .flag($0) }
    default:
      if node.boolean("published", default: true) { return .published }
      node.child("published")?.report(.badDefinition, expected: "true")
      return nil
    }
  }

  /// Inline codes: each must resolve, and none may lie within another, which is a slip.
  private func classes(of list: DefinitionNode) -> Set<String> {
    let elements = list.elements
    if elements.isEmpty { list.report(.badDefinition, expected: "at least one code") }
    guard let classification else { return [] }
    var covered: [String: String] = [:]
    for node in elements {
      guard let code = node.text else { continue }
      let classes = classification.classes(in: code)
      if classes.isEmpty { reportUnknown(code, at: node) }
      if let shared = classes.first(where: { covered[$0] != nil }), let other = covered[shared] {
        node.report(
          .overlap, raw: code,
          ["first": other, "second": code, "shared": shared])
      }
      for item in classes { covered[item] = code }
    }
    return Set(covered.keys)
  }

  private func reportUnknown(_ code: String, at node: DefinitionNode) {
    let near = classification.flatMap { suggestion(for: code, among: $0.codes) }
    node.report(.unknownName, raw: code, ["name": code, "suggestion": near ?? ""])
  }

  /// An official list in a file. It may name a class under several of its headings.
  private mutating func list(_ node: DefinitionNode) -> Set<String>? {
    node.allowOnly(["file", "column", "where"])
    guard let name = node.text("file"), let column = node.text("column"), let classification,
      let bytes = files.require(Self.folder + name, findings: &findings)
    else { return nil }
    let table = DefinitionTable(file: Self.folder + name, bytes: bytes)
    defer { findings += table.findings }
    let conditions = (node.child("where")?.pairs ?? []).compactMap { pair in
      pair.value.text.map { (header: pair.key, value: $0) }
    }
    guard table.require([column] + conditions.map(\.header)) else { return nil }
    var classes: Set<String> = []
    for record in table.records where conditions.allSatisfy({ record[$0.header] == $0.value }) {
      guard let code = record[column] else { continue }
      let below = classification.classes(in: code)
      if below.isEmpty {
        table.report(
          .unknownName, at: record.location(of: column), raw: code,
          ["name": code, "suggestion": suggestion(for: code, among: classification.codes) ?? ""])
      }
      classes.formUnion(below)
    }
    if classes.isEmpty { node.report(.badDefinition, expected: "at least one row that fits") }
    return classes
  }

  /// A partition's parts share no class and leave none of the whole out.
  private func checkPartition(_ node: DefinitionNode) {
    node.allowOnly(["of", "into"])
    guard let whole = node.text("of").flatMap({ classes(of: $0, at: node) }) else { return }
    var covered: [String: String] = [:]
    for id in node.texts("into") {
      for code in (classes(of: id, at: node) ?? []).sorted() {
        if let other = covered[code] {
          node.report(
            .overlap, raw: code,
            ["first": other, "second": id, "shared": code])
          break
        }
        covered[code] = id
      }
    }
    let rest = whole.symmetricDifference(covered.keys).sorted()
    if let first = rest.first {
      node.report(
        .incompletePartition, raw: nil,
        ["sector": node.optionalText("of") ?? "", "count": String(rest.count), "first": first])
    }
  }

  private func classes(of id: String, at node: DefinitionNode) -> Set<String>? {
    guard let sector = sectors.first(where: { $0.id == id }) else {
      node.report(
        .unknownName, raw: id,
        ["name": id, "suggestion": suggestion(for: id, among: sectors.map(\.id)) ?? ""])
      return nil
    }
    guard case .classes(let classes) = sector.definition else {
      node.report(.badDefinition, expected: "sectors that are defined by codes")
      return nil
    }
    return classes
  }
}

extension DefinitionFiles {
  /// The bytes of a file that must be there; a finding where it is not.
  func require(_ path: String, findings: inout [Finding]) -> [UInt8]? {
    do {
      if let bytes = try bytes(of: path) { return bytes }
      findings.append(Finding(.missingDefinition, at: Location(file: path)))
    } catch {
      findings.append(
        Finding(.unreadableFile, at: Location(file: path), ["detail": error.reason]))
    }
    return nil
  }

  /// The bytes of a file that a workspace may do without.
  func optional(_ path: String, findings: inout [Finding]) -> [UInt8]? {
    do {
      return try bytes(of: path)
    } catch {
      findings.append(
        Finding(.unreadableFile, at: Location(file: path), ["detail": error.reason]))
      return nil
    }
  }
}
