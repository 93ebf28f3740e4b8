// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Checks every template and catalogue against the report's model: Y2010 for syntax, Y2011 with
/// file, line, column and a suggestion for a name that would print nothing; and the house style, of
/// which Y2019 is a warning.
package func check(_ templates: Templates) -> [Finding] { templates.findings }

extension Templates {
  /// Checks anew; `findings` remembers.
  var findingsOfAll: [Finding] {
    let syntax = library.findings
    let catalogues = Language.allCases.map(catalogue)
    let broken = Set(syntax.compactMap(\.location?.file))
    let sources = sources.filter { !broken.contains(Templates.folder + $0.key) }
    // A word must exist in every language, so only common words are known.
    let words = catalogues.map { Set($0.words.keys) }.reduce(into: nil as Set<String>?) {
      $0 = $0?.intersection($1) ?? $1
    }
    let roots = [
      "report.": TemplateSchema(of: Report.self), "page.": TemplateSchema(of: Page.self),
      "archive.": TemplateSchema(of: Archive.self), "feed.": TemplateSchema(of: Archive.self),
    ]
    let names = TemplateCheck(sources, roots: roots, words: words ?? [])
    return (syntax + names.findings + catalogues.flatMap(\.problems) + styleFindings).sorted()
  }
}
