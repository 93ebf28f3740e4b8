// SPDX-License-Identifier: Apache-2.0
import Mustache
import Statistics

/// All templates parsed, each under its file name without `.mustache`.
struct TemplateLibrary: Sendable {
  private(set) var library = MustacheLibrary()
  /// Y2010 for each template that does not parse.
  private(set) var findings: [Finding] = []

  init(_ templates: Templates) {
    Self.registerContentTypes
    for (file, text) in templates.sources.sorted(by: { $0.key < $1.key }) {
      do {
        _ = try MustacheTemplate(string: text)
        let typed = try MustacheTemplate(string: Self.contentType(of: file) + text)
        library.register(typed, named: Self.partialName(of: file))
      } catch let error as MustacheTemplate.ParserError {
        findings.append(.syntax(error, in: file))
      } catch {
        findings.append(Finding(.templateSyntax, at: Location(file: Templates.folder + file)))
      }
    }
  }

  func render(_ object: TemplateObject, with name: String) -> String? {
    library.render(object, withTemplate: name)
  }

  /// `table.html.mustache` is `{{> table.html}}`.
  static func partialName(of file: String) -> String {
    let suffix = ".mustache"
    return file.hasSuffix(suffix) ? String(file.dropLast(suffix.count)) : file
  }

  /// The pragma that gives a template the escaping of its format. Set here and not in the files,
  /// since Mustache falls back to its own HTML escaping in every partial.
  private static func contentType(of file: String) -> String {
    let isMarkdown = partialName(of: file).hasSuffix(".md")
    let name = isMarkdown ? MarkdownContent.name : HTMLContent.name
    return "{{% CONTENT_TYPE: \(name)}}\n"
  }

  private static let registerContentTypes: Void = {
    MustacheContentTypes.register(HTMLContent(), named: HTMLContent.name)
    MustacheContentTypes.register(MarkdownContent(), named: MarkdownContent.name)
  }()
}

extension Finding {
  fileprivate static func syntax(
    _ error: MustacheTemplate.ParserError, in file: String
  ) -> Finding {
    let location = Location(
      file: Templates.folder + file, column: error.context.columnNumber,
      line: error.context.lineNumber)
    return Finding(
      .templateSyntax, at: location, raw: error.context.line, ["reason": "\(error.error)"])
  }
}
