// SPDX-License-Identifier: Apache-2.0

/// A page behind the report: a sector, the plan, a target, the tasks.
struct Page: PrintedPage {
  /// Its file in the release's folder, without extension and language: `pages/plan`.
  let name: String
  /// What it is about.
  let heading: String
  let front: FrontMatter
  let headlines: [Headline]
  let sections: [ReportSection]

  static let fields: [TemplateField<Page>] =
    frontFields + [
      .text("heading", "What the page is about.") { $0.heading },
      .list("headlines", "Large numbers; none on most pages.") { $0.headlines },
      .list("sections", "The page's parts, in order.") { $0.sections },
    ]
}
