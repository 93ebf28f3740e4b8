// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What releases are made with: Mustache templates, the style sheet, the house style, the catalogues.
package struct Templates: Sendable {
  /// Where an office's own files lie, for the locations of findings.
  static let folder = "Templates/"

  private let overrides: [String: String]
  let style: HouseStyle
  /// What `check(_:)` reports of the house style.
  let styleFindings: [Finding]
  private let memory: TemplateMemory

  /// Of the built-in files alone.
  private static let builtInMemory = TemplateMemory()

  /// - Parameters:
  ///   - overrides: By file name, such as `report.html.mustache`; each takes the place of the built-in
  ///     file of that name, or is a new partial.
  ///   - images: By file name, for the house style's logo.
  package init(overrides: [String: String] = [:], images: [String: [UInt8]] = [:]) {
    self.overrides = overrides
    memory = overrides.isEmpty ? Self.builtInMemory : TemplateMemory()
    let file = overrides[HouseStyleFile.name].map { HouseStyleFile($0, images: images) }
    style = file?.style ?? HouseStyle()
    styleFindings = file?.findings ?? []
  }

  /// Whether a file in `Templates/` is a picture, and so no text.
  package static func isImage(_ name: String) -> Bool {
    [".svg", ".png"].contains { name.lowercased().hasSuffix($0) }
  }

  /// The words of a language.
  func catalogue(_ language: Language) -> MessageCatalogue {
    memory.catalogue(language) { MessageCatalogue(reading: language, from: self) }
  }

  /// All templates parsed.
  var library: TemplateLibrary { memory.library { TemplateLibrary(self) } }

  /// What is wrong with them.
  var findings: [Finding] { memory.findings { findingsOfAll } }

  /// The names of the built-in files, sorted.
  package static var builtInNames: [String] { embedded.keys.sorted() }

  /// The built-in text of a file, for `yuebao init`.
  package func builtIn(_ name: String) -> String? {
    Templates.embedded[name].map { String(decoding: $0, as: UTF8.self) }
  }

  func override(_ name: String) -> String? { overrides[name] }

  func text(of name: String) -> String? { overrides[name] ?? builtIn(name) }

  /// Template files by file name: everything but the catalogues.
  var sources: [String: String] {
    let names = Set(Templates.embedded.keys).union(overrides.keys).filter { !$0.hasSuffix(".yml") }
    var sources = Dictionary(uniqueKeysWithValues: names.map { ($0, text(of: $0) ?? "") })
    sources["report.css", default: ""] += style.css
    let logo = "logo.html.mustache"
    sources[logo] = overrides[logo] ?? style.logoPartial
    return sources
  }

  private static let embedded: [String: [UInt8]] = [
    "report.html.mustache": PackageResources.report_html_mustache,
    "archive.html.mustache": PackageResources.archive_html_mustache,
    "archive.md.mustache": PackageResources.archive_md_mustache,
    "feed.xml.mustache": PackageResources.feed_xml_mustache,
    "page.html.mustache": PackageResources.page_html_mustache,
    "head.html.mustache": PackageResources.head_html_mustache,
    "foot.html.mustache": PackageResources.foot_html_mustache,
    "headlines.html.mustache": PackageResources.headlines_html_mustache,
    "section.html.mustache": PackageResources.section_html_mustache,
    "chart.html.mustache": PackageResources.chart_html_mustache,
    "table.html.mustache": PackageResources.table_html_mustache,
    "report.md.mustache": PackageResources.report_md_mustache,
    "page.md.mustache": PackageResources.page_md_mustache,
    "foot.md.mustache": PackageResources.foot_md_mustache,
    "section.md.mustache": PackageResources.section_md_mustache,
    "chart.md.mustache": PackageResources.chart_md_mustache,
    "table.md.mustache": PackageResources.table_md_mustache,
    "report.css": PackageResources.report_css,
    "style.yml": PackageResources.style_yml,
    "messages.zh.yml": PackageResources.messages_zh_yml,
    "messages.en.yml": PackageResources.messages_en_yml,
    "findings.zh.yml": PackageResources.findings_zh_yml,
    "findings.en.yml": PackageResources.findings_en_yml,
    "commands.zh.yml": PackageResources.commands_zh_yml,
    "commands.en.yml": PackageResources.commands_en_yml,
  ]
}
