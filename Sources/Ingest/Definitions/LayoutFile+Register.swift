// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: register`.
extension LayoutFile {
  func registerLayout(_ root: DefinitionNode) -> RegisterLayout? {
    root.allowOnly(["form", "name", "shape", "file", "keys", "flags", "attributes", "ignore"])
    let file = root.text("file")
    guard let keys = root.requiredChild("keys") else { return nil }
    keys.allowOnly(["unit", "name", "industry", RegisterLayout.community, "enters", "leaves"])
    let flags = root.texts("flags")
    if flags.count > 64 {
      root.child("flags")?.report(.badDefinition, expected: "at most 64 flags")
    }
    let attributes = registerAttributes(root, keys)
    func required(_ key: String) -> String? {
      keys.requiredChild(key) == nil ? nil : keys.texts(key).first
    }
    let (unit, name, industry) = (required("unit"), required("name"), required("industry"))
    guard let file, let unit, let name, let industry, flags.count <= 64 else { return nil }
    return RegisterLayout(
      file: file, unit: unit, name: name, industry: industry,
      enters: keys.texts("enters").first, leaves: keys.texts("leaves").first, flags: flags,
      attributes: attributes)
  }

  /// The columns under `attributes`, and that of the community, which may stand among the keys.
  private func registerAttributes(
    _ root: DefinitionNode, _ keys: DefinitionNode
  ) -> [RegisterLayout.Attribute] {
    var attributes: [RegisterLayout.Attribute] = []
    if let child = root.child("attributes") {
      for (id, node) in child.pairs {
        let headers = child.texts(id)
        if headers.isEmpty { node.report(.badDefinition, expected: "a header, or several") }
        if !headers.isEmpty { attributes.append(.init(id: id, headers: headers)) }
      }
    }
    let community = keys.texts(RegisterLayout.community)
    if !community.isEmpty {
      if attributes.contains(where: { $0.id == RegisterLayout.community }) {
        keys.child(RegisterLayout.community)?.report(
          .badDefinition, expected: "\(RegisterLayout.community) once, under attributes")
      } else {
        attributes.append(.init(id: RegisterLayout.community, headers: community))
      }
    }
    return attributes
  }
}
