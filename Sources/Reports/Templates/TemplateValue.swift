// SPDX-License-Identifier: Apache-2.0
import Mustache

/// A field's value on its way into Mustache.
enum TemplateValue: Sendable {
  case text(String?)
  case markup(String?)
  case flag(Bool)
  case list([TemplateObject])
  case object(TemplateObject?)

  fileprivate var rendered: any Sendable {
    switch self {
    // Every text of every template passes here: control characters end at this line.
    case .text(let text): text.map(harmless) ?? Absent()
    case .markup(let text): text ?? Absent()
    case .flag(let flag): flag
    case .list(let objects): objects
    case .object(let object): object ?? Absent()
    }
  }
}

/// A model's values by name.
struct TemplateObject: MustacheParent, Sendable {
  private let values: [String: any Sendable]

  init<Model: TemplateModel>(_ model: Model) {
    values = Dictionary(
      uniqueKeysWithValues: Model.fields.map { ($0.name, $0.value(model).rendered) })
  }

  init(words: [String: String]) {
    values = words.mapValues { TemplateValue.text($0).rendered }
  }

  func child(named name: String) -> Any? { values[name] }
}

/// A known name without a value. Were it `nil`, Mustache would look for the name further outside
/// and print another model's value.
private struct Absent: MustacheCustomRenderable, Sendable {
  let renderText = ""
  let isNull = true
}
