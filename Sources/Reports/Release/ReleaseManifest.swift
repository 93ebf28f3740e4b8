// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What a release says of itself, for the archive and whoever comes later: `manifest.json`, the
/// shape `yuebao.manifest/1` of Documentation/JSON.md.
package struct ReleaseManifest: Hashable, Sendable, Decodable {
  /// One large number of the report.
  package struct Headline: Hashable, Sendable, Decodable {
    /// By language: `zh`, `en`.
    package let label: [String: String]
    package let unit: [String: String]
    /// The printed digits.
    package let value: String
    package let figure: String
  }

  /// `2021-05`.
  package let period: String
  package let vintage: Int
  package let headlines: [Headline]
}

extension ReleaseManifest {
  /// The manifest's file: what a reader needs of the release, and how large each of its files is.
  static func file(
    _ content: ReleaseContent, _ reports: [Report], _ files: [ReleaseFile]
  ) -> ReleaseFile {
    let headlines = (reports.first?.headlines ?? []).indices.map { index in
      JSONValue.object([
        "label": byLanguage(reports) { $0.headlines[index].label },
        "unit": byLanguage(reports) { $0.headlines[index].unit },
        "value": .text(reports[0].headlines[index].value),
        "figure": .text(reports[0].headlines[index].figure),
      ])
    }
    let sizes = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
      JSONValue.object(["path": .text($0.path), "bytes": .integer($0.bytes.count)])
    }
    return ReleaseFile(
      path: "manifest.json",
      bytes: JSONValue.document([
        "schema": .text("yuebao.manifest/1"), "period": .text(content.period.description),
        "vintage": .integer(content.vintage), "audience": .text(content.audience.rawValue),
        "languages": .list(content.languages.map { .text($0.rawValue) }),
        "synthetic": .boolean(content.publisher.isSynthetic), "headlines": .list(headlines),
        "files": .list(sizes),
      ]))
  }

  private static func byLanguage(_ reports: [Report], _ text: (Report) -> String) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: reports.map { ($0.front.language.rawValue, .text(text($0))) }))
  }
}
