// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The findings of one code, with the first places.
struct FindingGroup: Sendable {
  struct Place: Sendable {
    let location: String?
    let message: String
  }

  let code: String
  let severity: String
  let count: String
  let places: [Place]
  /// How many places are not listed: 另有17处.
  let more: String?
  let remedy: String
}

extension FindingGroup: TemplateModel {
  static let fields: [TemplateField<FindingGroup>] = [
    .text("code", "The code: `Y1404`.") { $0.code },
    .text("severity", "Its severity in words.") { $0.severity },
    .text("count", "How often, in words.") { $0.count },
    .list("places", "The first places.") { $0.places },
    .text("more", "How many places are not listed.") { $0.more },
    .text("remedy", "What to do.") { $0.remedy },
  ]
}

extension FindingGroup.Place: TemplateModel {
  static let fields: [TemplateField<FindingGroup.Place>] = [
    .text("location", "`file:line:column` or `file:sheet!cell`.") { $0.location },
    .text("message", "What was found.") { $0.message },
  ]
}
