// SPDX-License-Identifier: Apache-2.0

/// The names that a model offers to templates, without values.
struct TemplateSchema: Sendable {
  struct Field: Sendable {
    let name: String
    let documentation: String
    let kind: TemplateKind
  }

  /// The model's type, as the reference heads it.
  let name: String
  let fields: [Field]

  init<Model: TemplateModel>(of model: Model.Type) {
    name = "\(model)"
    fields = model.fields.map {
      Field(name: $0.name, documentation: $0.documentation, kind: $0.kind)
    }
  }

  /// The scope of `{{#words}}`: one text a word.
  init(words: some Sequence<String>) {
    name = "words"
    fields = words.sorted().map { Field(name: $0, documentation: "", kind: .text) }
  }

  subscript(name: String) -> Field? { fields.first { $0.name == name } }
}
