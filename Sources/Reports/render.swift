// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Renders a release: in each language a page, a Markdown document and its charts.
///
/// One model drives every format, so that a number cannot differ between them. The same content
/// and templates give the same bytes.
///
/// - Throws: `ReportError.templates` with what `check(_:)` finds, before anything is rendered.
package func render(
  _ content: ReleaseContent, in languages: [Language], with templates: Templates
) throws(ReportError) -> [ReleaseFile] {
  let findings = check(templates)
  guard findings.isEmpty else { throw .templates(findings) }
  let library = TemplateLibrary(templates)
  var files: [ReleaseFile] = []
  for language in languages {
    let builder = ReportBuilder(content, in: MessageCatalogue(language, from: templates))
    let report = TemplateObject(try builder.report())
    for format in ["html", "md"] {
      guard let text = library.render(report, with: "report." + format) else { continue }
      files.append(ReleaseFile(path: "report\(language.fileSuffix).\(format)", text: text))
    }
    if let chart = try builder.chartFile() { files.append(chart) }
  }
  return files.sorted { $0.path < $1.path }
}
