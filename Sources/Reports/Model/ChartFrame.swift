// SPDX-License-Identifier: Apache-2.0

/// A chart with its title, its words and its data.
struct ChartFrame: Sendable {
  let title: Paragraph
  /// The plain title, for attributes.
  let name: String
  let unit: String
  let svg: String
  /// The same, drawn for a phone.
  let narrowSVG: String
  /// The same as a file of its own, with fixed colours.
  let file: String
  /// From the release's folder: `charts/growth.svg`.
  let path: String
  let description: String
  let table: Table
}

extension ChartFrame: TemplateModel {
  static let fields: [TemplateField<ChartFrame>] = [
    .object("title", "A sentence with the finding.") { $0.title },
    .text("name", "The title as plain text.") { $0.name },
    .text("unit", "The unit, under the title.") { $0.unit },
    .markup("svg", "The picture, to stand inside HTML.") { $0.svg },
    .markup("narrow_svg", "The picture drawn for a phone.") { $0.narrowSVG },
    .text("path", "The picture's file, from the release's folder; behind `root`.") { $0.path },
    .text("description", "What the picture shows, in words.") { $0.description },
    .object("table", "The data of the picture.") { $0.table },
  ]
}
