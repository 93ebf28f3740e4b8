// SPDX-License-Identifier: Apache-2.0

/// A part of the report that templates can name.
///
/// Its fields are declared once. From them come the values that Mustache prints, the schema that
/// every tag is checked against, and the reference of names.
protocol TemplateModel: Sendable {
  static var fields: [TemplateField<Self>] { get }
}

/// One name that templates can use inside a model.
struct TemplateField<Model>: Sendable {
  let name: String
  /// One line for the reference of names.
  let documentation: String
  let kind: TemplateKind
  let value: @Sendable (Model) -> TemplateValue
}

/// What a name stands for, and so which tags fit it.
indirect enum TemplateKind: Sendable {
  /// Escaped by `{{name}}`; as a section, whether there is any.
  case text
  /// Made by this module and safe as it is: printed by `{{{name}}}`.
  case markup
  case flag
  case list(TemplateSchema)
  case object(TemplateSchema)
  /// The catalogue's `words.` entries.
  case words
}

extension TemplateField {
  static func text(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> TemplateField {
    TemplateField(name: name, documentation: documentation, kind: .text) { .text(get($0)) }
  }

  static func markup(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> TemplateField {
    TemplateField(name: name, documentation: documentation, kind: .markup) { .markup(get($0)) }
  }

  static func flag(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> Bool
  ) -> TemplateField {
    TemplateField(name: name, documentation: documentation, kind: .flag) { .flag(get($0)) }
  }

  static func list<Child: TemplateModel>(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> [Child]
  ) -> TemplateField {
    TemplateField(
      name: name, documentation: documentation, kind: .list(TemplateSchema(of: Child.self))
    ) { .list(get($0).map(TemplateObject.init)) }
  }

  static func object<Child: TemplateModel>(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> Child?
  ) -> TemplateField {
    TemplateField(
      name: name, documentation: documentation, kind: .object(TemplateSchema(of: Child.self))
    ) { .object(get($0).map(TemplateObject.init)) }
  }

  static func words(
    _ name: String, _ documentation: String,
    _ get: @escaping @Sendable (Model) -> [String: String]
  ) -> TemplateField {
    TemplateField(name: name, documentation: documentation, kind: .words) {
      .object(TemplateObject(words: get($0)))
    }
  }
}
