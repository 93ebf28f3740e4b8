// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One tag of a template and where it stands.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case variable
    /// `{{{name}}}` and `{{&name}}`.
    case unescaped
    case section
    case inverted
    case end
    case partial
  }

  let kind: Kind
  let name: String
  /// Line and column, counted from 1, of the tag's first brace.
  let location: Location

  /// Every tag of a template that Mustache has parsed without error, in order. Comments, pragmas
  /// and blocks of inheritance name nothing of the model and are left out.
  static func all(in text: String, of file: String) -> [TemplateTag] {
    var scanner = TagScanner(text: text, file: Templates.folder + file)
    var tags: [TemplateTag] = []
    while let tag = scanner.next() { tags.append(tag) }
    return tags
  }
}
