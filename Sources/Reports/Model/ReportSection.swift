// SPDX-License-Identifier: Apache-2.0

/// A part of a page: heading, sentences, facts, charts, tables.
struct ReportSection: Sendable {
  /// In the report with its number: 一、总体情况.
  var heading: String
  var paragraphs: [Paragraph]
  var facts: [Fact]
  var charts: [ChartFrame]
  var tables: [Table]

  init(
    heading: String, paragraphs: [Paragraph] = [], facts: [Fact] = [], charts: [ChartFrame] = [],
    tables: [Table] = []
  ) {
    self.heading = heading
    self.paragraphs = paragraphs
    self.facts = facts
    self.charts = charts
    self.tables = tables
  }

  var isEmpty: Bool { paragraphs.isEmpty && facts.isEmpty && charts.isEmpty && tables.isEmpty }
}

extension ReportSection: TemplateModel {
  static let fields: [TemplateField<ReportSection>] = [
    .text("heading", "In the report with its number: 一、总体情况.") { $0.heading },
    .list("paragraphs", "The sentences.") { $0.paragraphs },
    .flag("has_facts", "Whether there are facts.") { !$0.facts.isEmpty },
    .list("facts", "Names with what is to say of them.") { $0.facts },
    .list("charts", "The section's charts.") { $0.charts },
    .list("tables", "The section's tables.") { $0.tables },
  ]
}

/// A name and what is to say of it: 牵头部门 — 工业信息科技局.
struct Fact: Sendable {
  let term: String
  let text: Paragraph
}

extension Fact: TemplateModel {
  static let fields: [TemplateField<Fact>] = [
    .text("term", "The name.") { $0.term },
    .object("text", "What is to say of it.") { $0.text },
  ]
}
