// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Follows the templates from the roots through sections and partials, and resolves every name as
/// Mustache will: from the innermost scope outwards.
struct TemplateCheck {
  /// Sorted by place, each once however often its partial is used.
  var findings: [Finding] { found.sorted() }

  private var found: Set<Finding> = []
  private let sources: [String: String]
  private let words: TemplateSchema

  /// - Parameter roots: the outermost model by how the templates' file names begin.
  init(
    _ sources: [String: String], roots: [String: TemplateSchema], words: some Sequence<String>
  ) {
    self.sources = sources
    self.words = TemplateSchema(words: words)
    for file in sources.keys.sorted() {
      for (prefix, root) in roots where file.hasPrefix(prefix) {
        check(file, in: [root], within: [])
      }
    }
  }

  private mutating func check(_ file: String, in scopes: [TemplateSchema], within path: [String]) {
    guard let text = sources[file], !path.contains(file) else { return }
    var scopes = scopes
    var depths: [Int] = []
    for tag in TemplateTag.all(in: text, of: file) {
      switch tag.kind {
      case .partial: checkPartial(tag, in: scopes, within: path + [file])
      case .end: scopes.removeLast(depths.popLast() ?? 0)
      case .variable, .unescaped: checkVariable(tag, in: scopes)
      case .section, .inverted:
        let inner = tag.kind == .section ? scope(of: resolve(tag, in: scopes)) : nil
        if tag.kind == .inverted { _ = resolve(tag, in: scopes) }
        scopes += inner.map { [$0] } ?? []
        depths.append(inner == nil ? 0 : 1)
      }
    }
  }

  private mutating func checkPartial(
    _ tag: TemplateTag, in scopes: [TemplateSchema], within path: [String]
  ) {
    guard let file = sources.keys.first(where: { TemplateLibrary.partialName(of: $0) == tag.name })
    else {
      let known = sources.keys.map(TemplateLibrary.partialName)
      found.insert(.unknown(.unknownTemplateName, tag.name, among: known, at: tag.location))
      return
    }
    check(file, in: scopes, within: path)
  }

  private mutating func checkVariable(_ tag: TemplateTag, in scopes: [TemplateSchema]) {
    guard let kind = resolve(tag, in: scopes) else { return }
    switch (kind, tag.kind) {
    case (.text, .variable), (.markup, .unescaped): return
    case (.text, _): misuse(tag, "text must be escaped: {{\(tag.name)}}")
    case (.markup, _): misuse(tag, "markup is printed by {{{\(tag.name)}}}")
    default: misuse(tag, "not a text; use a section: {{#\(tag.name)}}")
    }
  }

  private mutating func misuse(_ tag: TemplateTag, _ reason: String) {
    found.insert(Finding(.templateSyntax, at: tag.location, raw: tag.name, ["reason": reason]))
  }

  /// What the tag's name stands for; `nil` and a finding where it stands for nothing.
  private mutating func resolve(_ tag: TemplateTag, in scopes: [TemplateSchema]) -> TemplateKind? {
    var parts = tag.name.split(separator: ".").map(String.init)
    guard !parts.isEmpty else { return .text }
    let first = parts.removeFirst()
    guard var kind = scopes.reversed().lazy.compactMap({ $0[first]?.kind }).first else {
      report(tag, among: scopes.flatMap { $0.fields.map(\.name) })
      return nil
    }
    for part in parts {
      guard let inner = scope(of: kind), let field = inner[part] else {
        report(tag, among: scope(of: kind)?.fields.map { "\(first).\($0.name)" } ?? [first])
        return nil
      }
      kind = field.kind
    }
    return kind
  }

  private mutating func report(_ tag: TemplateTag, among known: [String]) {
    found.insert(.unknown(.unknownTemplateName, tag.name, among: known, at: tag.location))
  }

  private func scope(of kind: TemplateKind?) -> TemplateSchema? {
    switch kind {
    case .list(let schema), .object(let schema): schema
    case .words: words
    default: nil
    }
  }
}
