// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// Renders a release: in each language the report and the pages behind it, as HTML and as Markdown,
/// their charts, and the data beside them.
///
/// One model drives every format, so that a number cannot differ between them. The same content
/// and templates give the same bytes.
///
/// - Throws: `ReportError.templates` with what `check(_:)` finds, before anything is rendered.
package func render(
  _ content: ReleaseContent, with templates: Templates
) throws(ReportError) -> [ReleaseFile] {
  let findings = check(templates).filter { $0.severity == .error }
  guard findings.isEmpty else { throw .templates(findings) }
  let library = templates.library
  var files: [String: ReleaseFile] = [:]
  var reports: [Report] = []
  let figures = ReleaseFigures(content.figures, for: content.audience)
  for language in content.languages {
    let builder = ReportBuilder(
      content, in: MessageCatalogue(language, from: templates), figures: figures,
      filePalette: templates.style.chartPalette)
    let report = try builder.report()
    let pages = try builder.pages()
    reports.append(report)
    let printed =
      [(PageName.report.file, "report", TemplateObject(report))]
      + pages.map { ($0.name, "page", TemplateObject($0)) }
    for (name, template, object) in printed {
      for format in ["html", "md"] {
        guard let text = library.render(object, with: "\(template).\(format)") else { continue }
        let path = "\(name)\(language.fileSuffix).\(format)"
        files[path] = ReleaseFile(path: path, text: text)
      }
    }
    for file in try builder.dataFiles(report) { files[file.path] = file }
    for chart in report.charts + pages.flatMap(\.charts) {
      files[chart.path] = ReleaseFile(path: chart.path, text: chart.file)
    }
  }
  for file in try content.figureFiles(figures) { files[file.path] = file }
  let manifest = ReleaseManifest.file(content, reports, Array(files.values))
  files[manifest.path] = manifest
  return files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}

extension Report {
  /// Every chart that it prints.
  fileprivate var charts: [ChartFrame] {
    [overview, coverage, quality, definitions].flatMap(\.charts)
      + [
        sectors, structure, investment, indicators, targets, tasks, clusters, comparison, bureau,
        revisions,
      ].compactMap(\.self).flatMap(\.charts)
  }
}

extension Page {
  fileprivate var charts: [ChartFrame] { sections.flatMap(\.charts) }
}
