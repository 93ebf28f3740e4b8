// SPDX-License-Identifier: Apache-2.0

/// What one part of a package refers to (ECMA-376 part 2, §6.5).
struct PartRelationship {
  /// What is behind the last slash of the type: `worksheet`, `sharedStrings`. The same in the
  /// strict and the transitional namespace.
  let kind: String
  let id: String
  /// The name of the part that it leads to; `nil` where it leads out of the package.
  let part: String?
}

/// Reads a part of relationships: `Relationships` › `Relationship`.
final class PartRelationshipsHandler: OfficeXMLHandler {
  private(set) var relationships: [PartRelationship] = []
  private let source: String
  private let limits: TableLimits
  private let root: XMLName
  private let relationship: XMLName
  private let id: XMLName
  private let type: XMLName
  private let target: XMLName
  private let mode: XMLName

  /// - Parameter source: the name of the part that refers; empty for the package itself.
  init(_ names: XMLNames, source: String, limits: TableLimits) {
    self.source = source
    self.limits = limits
    root = names["Relationships"]
    relationship = names["Relationship"]
    id = names["Id"]
    type = names["Type"]
    target = names["Target"]
    mode = names["TargetMode"]
    let namespace: StaticString = "http://schemas.openxmlformats.org/package/2006/relationships"
    super.init(names, transitional: namespace, strict: namespace)
  }

  override func enter(_ element: XMLElement) throws(TableProblem) -> Bool {
    if element.name == root { return true }
    guard element.name == relationship, let id = text(of: id, element),
      let type = text(of: type, element), let target = text(of: target, element)
    else { return false }
    if relationships.count == limits.archiveEntries {
      throw .limit("archiveEntries", limits.archiveEntries)
    }
    let isInside = text(of: mode, element) != "External"
    relationships.append(
      PartRelationship(
        kind: type.split(separator: "/").last.map(String.init) ?? "", id: id,
        part: isInside ? partName(of: target, from: source) : nil))
    return true
  }

  private func text(of name: XMLName, _ element: XMLElement) -> String? {
    element.attribute(name, in: unprefixed).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The name of the part that a target leads to, as text: it is looked up among the names of the
/// archive's entries and is never a path, so one that leads above the root is only not found.
private func partName(of target: String, from source: String) -> String {
  let target = target.replacing("\\", with: "/").prefix { $0 != "#" }
  var segments: [Substring] = []
  if !target.hasPrefix("/") { segments = source.split(separator: "/").dropLast() }
  for segment in target.split(separator: "/") where segment != "." {
    if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
  }
  return segments.joined(separator: "/")
}

/// The name of the part that holds a part's relationships.
func relationshipsPart(of part: String) -> String {
  let segments = part.split(separator: "/")
  let folder = segments.dropLast() + ["_rels"]
  return (folder + ["\(segments.last ?? "").rels"]).joined(separator: "/")
}
