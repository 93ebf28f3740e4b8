// SPDX-License-Identifier: Apache-2.0

/// A way to another page of the release.
struct PageLink: Sendable {
  let title: String
  /// From the release's folder, without extension: `pages/plan.en`.
  let path: String
  var isCurrent = false
}

extension PageLink: TemplateModel {
  static let fields: [TemplateField<PageLink>] = [
    .text("title", "What the page is called.") { $0.title },
    .text(
      "path", "Its file without extension; links are `{{root}}{{path}}.html`, in Markdown `.md`."
    ) { $0.path },
    .flag("is_current", "Whether it is the page itself.") { $0.isCurrent },
  ]
}
