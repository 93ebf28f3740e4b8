// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Who publishes: `yuebao.yml`.
package struct Configuration: Sendable {
  package let area: LocalizedName
  package let title: LocalizedName
  package let office: LocalizedName
  package let contact: LocalizedName?
  /// Printed on the first page of every release.
  package let notice: LocalizedName?
  /// The languages of a release, the first also for messages.
  package let languages: [Language]
  /// The returns are invented; every page says so.
  package let isSynthetic: Bool
  /// Contributions are printed where their total has changed by at least so many percent, either way.
  package let leastTotalChange: Ratio
  /// `nil` where the office does not say when returns are due.
  package let schedule: Schedule?

  package static let file = "yuebao.yml"

  /// - Returns: `nil` where something that a release must say is missing; `findings` say what.
  static func load(_ bytes: [UInt8], findings: inout [Finding]) -> Configuration? {
    let document = DefinitionDocument(file: file)
    defer { findings += document.findings }
    guard let root = document.root(bytes) else { return nil }
    root.allowOnly([
      "area", "title", "office", "contact", "notice", "languages", "synthetic",
      "least-total-change", "schedule",
    ])
    // All of them are read before any is required, so that every slip is found in one pass.
    let (area, title, office) = (root.name("area"), root.name("title"), root.name("office"))
    let (contact, notice) = (root.optionalName("contact"), root.optionalName("notice"))
    let languages = languages(root)
    let isSynthetic = root.boolean("synthetic", default: false)
    let leastTotalChange = leastTotalChange(root)
    let schedule = Schedule(root)
    guard let area, let title, let office else { return nil }
    return Configuration(
      area: area, title: title, office: office, contact: contact, notice: notice,
      languages: languages, isSynthetic: isSynthetic,
      leastTotalChange: leastTotalChange, schedule: schedule)
  }

  /// In percent; 0.5 where the file does not say it (methods.md §3 leaves the limit open).
  private static func leastTotalChange(_ root: DefinitionNode) -> Ratio {
    let usual = Ratio(ExactDecimal(coefficient: 5, scale: 1))
    guard let child = root.child("least-total-change"), let text = child.text else { return usual }
    if let number = ExactDecimal(text), number.coefficient >= 0 { return Ratio(number) }
    child.report(.badDefinition, expected: "a number of percent, such as 0.5")
    return usual
  }

  /// The language of messages, where nothing else of the file is needed; `nil` where it cannot be read.
  package static func language(in files: any DefinitionFiles) -> Language? {
    guard let bytes = try? files.bytes(of: file) else { return nil }
    return DefinitionDocument(file: file).root(bytes).flatMap { languages($0).first }
  }

  private static func languages(_ root: DefinitionNode) -> [Language] {
    guard let child = root.child("languages") else { return [.chinese] }
    var languages: [Language] = []
    for element in child.elements {
      guard let text = element.text else { continue }
      if let language = Language(rawValue: text) {
        languages.append(language)
      } else {
        element.report(.badDefinition, expected: "zh or en")
      }
    }
    return languages.isEmpty ? [.chinese] : languages
  }
}
