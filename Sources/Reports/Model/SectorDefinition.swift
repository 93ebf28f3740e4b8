// SPDX-License-Identifier: Apache-2.0

/// What a sector covers, for the annex.
struct SectorDefinition: Sendable {
  let name: String
  let note: String
  /// 假定口径 where it is assumed.
  let assumption: String?
}

extension SectorDefinition: TemplateModel {
  static let fields: [TemplateField<SectorDefinition>] = [
    .text("name", "The sector's name.") { $0.name },
    .text("note", "What it covers and where that was read.") { $0.note },
    .text("assumption", "That its definition is assumed; absent where it is documented.") {
      $0.assumption
    },
  ]
}
