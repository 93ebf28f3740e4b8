// SPDX-License-Identifier: Apache-2.0

/// One large number with what it is above and how it changed below.
struct Headline: Sendable {
  let label: String
  /// 5月 where it covers the period alone; `nil` where it is cumulative, as the page's head says.
  let span: String?
  let value: String
  let unit: String
  /// The unit as it follows the value, with the blank before it that its language wants.
  let unitBehind: String
  let figure: String
  let change: Paragraph?
  /// The plan's promise for it: 目标 50%以上.
  let promise: String?
  /// An SVG of the last periods.
  let sparkline: String?
}

extension Headline: TemplateModel {
  static let fields: [TemplateField<Headline>] = [
    .text("label", "What the number is.") { $0.label },
    .text("span", "The span of a figure that is not cumulative: 5月.") { $0.span },
    .text("value", "The number.") { $0.value },
    .text("unit", "Its unit, as in the head of a table.") { $0.unit },
    .text("unit_behind", "Its unit as it follows the number, with a blank where one belongs.") {
      $0.unitBehind
    },
    .text("figure", "The figure's name.") { $0.figure },
    .object("change", "How it changed.") { $0.change },
    .text("promise", "The plan's promise for it.") { $0.promise },
    .markup("sparkline", "Its course as an SVG picture.") { $0.sparkline },
  ]
}
