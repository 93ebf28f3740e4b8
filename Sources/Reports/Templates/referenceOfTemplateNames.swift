// SPDX-License-Identifier: Apache-2.0

/// The names that templates can use, as a Markdown page, printed from the model itself.
package func referenceOfTemplateNames() -> String {
  var page = "# Names in templates\n\nPrinted from the report's model; do not edit.\n"
  var printed: Set<String> = []
  var waiting = [
    TemplateSchema(of: Report.self), TemplateSchema(of: Page.self),
    TemplateSchema(of: Archive.self),
  ]
  while !waiting.isEmpty {
    let schema = waiting.removeFirst()
    guard printed.insert(schema.name).inserted else { continue }
    page += "\n## \(schema.name)\n\n| name | kind | |\n|---|---|---|\n"
    for field in schema.fields {
      page += "| `\(field.name)` | \(field.kind.words) | \(field.documentation) |\n"
      if let inner = field.kind.inner { waiting.append(inner) }
    }
  }
  return page
}

extension TemplateKind {
  fileprivate var inner: TemplateSchema? {
    switch self {
    case .list(let schema), .object(let schema): schema
    default: nil
    }
  }

  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .markup: "markup, `{{{…}}}`"
    case .flag: "flag"
    case .list(let schema): "list of [\(schema.name)](#\(schema.name.lowercased()))"
    case .object(let schema): "[\(schema.name)](#\(schema.name.lowercased())), may be absent"
    case .words: "the `words` of messages.*.yml"
    }
  }
}
