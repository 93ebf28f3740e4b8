// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: register`.
extension LayoutFile {
  func registerLayout(_ root: DefinitionNode) -> RegisterLayout? {
    root.allowOnly(["form", "name", "shape", "file", "keys", "flags", "ignore"])
    let file = root.text("file")
    guard let keys = root.requiredChild("keys") else { return nil }
    keys.allowOnly(["unit", "name", "industry", "community", "enters", "leaves"])
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
      community: keys.texts("community").first, enters: keys.texts("enters").first,
      leaves: keys.texts("leaves").first, flags: flags)
  }
}
