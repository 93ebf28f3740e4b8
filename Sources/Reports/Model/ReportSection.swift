// SPDX-License-Identifier: Apache-2.0

/// A part of the report: heading, sentences, and at most one table.
struct ReportSection: Sendable {
  /// With its number: 一、总体情况.
  var heading: String
  var paragraphs: [Paragraph]
  var table: Table?

  init(heading: String, paragraphs: [Paragraph] = [], table: Table? = nil) {
    self.heading = heading
    self.paragraphs = paragraphs
    self.table = table
  }
}

extension ReportSection: TemplateModel {
  static let fields: [TemplateField<ReportSection>] = [
    .text("heading", "With its number: 一、总体情况.") { $0.heading },
    .list("paragraphs", "The sentences.") { $0.paragraphs },
    .object("table", "The section's table.") { $0.table },
  ]
}
