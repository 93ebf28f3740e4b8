// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Renders the archive of an audience: in each language a page and a document over all periods, and
/// a feed.
///
/// - Parameter entries: in any order.
/// - Throws: `ReportError.templates` with what `check(_:)` finds.
package func renderArchive(
  _ entries: [ArchiveEntry], of publisher: Publisher, for audience: Audience,
  in languages: [Language], with templates: Templates
) throws(ReportError) -> [ReleaseFile] {
  let findings = check(templates).filter { $0.severity == .error }
  guard findings.isEmpty else { throw .templates(findings) }
  let library = templates.library
  let newestFirst = entries.sorted { $1.period < $0.period }
  var files: [ReleaseFile] = []
  for language in languages {
    let builder = ArchiveBuilder(
      publisher: publisher, audience: audience, languages: languages,
      catalogue: MessageCatalogue(language, from: templates))
    let archive = TemplateObject(builder.archive(of: newestFirst))
    let suffix = language.fileSuffix
    for (template, path) in [
      ("archive.html", "index\(suffix).html"), ("archive.md", "index\(suffix).md"),
      ("feed.xml", "feed\(suffix).xml"),
    ] {
      guard let text = library.render(archive, with: template) else { continue }
      files.append(ReleaseFile(path: path, text: text))
    }
  }
  return files
}
