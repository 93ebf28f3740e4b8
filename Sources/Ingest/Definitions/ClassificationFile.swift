// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A classification as a table: code, level, name_zh, name_en, parent.
enum ClassificationFile {
  static func load(
    _ bytes: [UInt8], file: String, edition: String, findings: inout [Finding]
  ) -> Classification? {
    let table = DefinitionTable(file: file, bytes: bytes)
    defer { findings += table.findings }
    guard table.require(["code", "name_zh", "parent"]) else { return nil }
    var categories: [String: Classification.Category] = [:]
    var order: [String] = []
    for record in table.records {
      guard let code = record["code"], let name = record["name_zh"] else {
        table.report(
          .badDefinition, at: record.location, raw: nil, ["expected": "a code and a name"])
        continue
      }
      if categories[code] != nil {
        table.report(.repeatedName, at: record.location(of: "code"), raw: code, ["name": code])
        continue
      }
      order.append(code)
      categories[code] = Classification.Category(
        code: code, name: LocalizedName(zh: name, en: record["name_en"]), parent: record["parent"])
    }
    for record in table.records {
      guard let parent = record["parent"], categories[parent] == nil else { continue }
      table.report(
        .unknownName, at: record.location(of: "parent"), raw: parent,
        ["name": parent, "suggestion": suggestion(for: parent, among: categories.keys) ?? ""])
    }
    guard !table.findings.contains(where: { $0.severity == .error }) else { return nil }
    return Classification(edition: edition, categories: order.compactMap { categories[$0] })
  }
}
