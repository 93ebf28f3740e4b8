// SPDX-License-Identifier: Apache-2.0
import Statistics

/// All releases of an audience: what `archive.*.mustache` and `feed.xml.mustache` see.
struct Archive: TemplateModel {
  let language: Language
  let publisher: Publisher
  let title: String
  let fullTitle: String
  let audienceNotice: String?
  let syntheticNotice: String?
  let syntheticPageNotice: String?
  let translations: [PageLink]
  /// The headline figures of the newest release over all periods; `nil` without any.
  let table: Table?
  /// The newest period first.
  let releases: [ArchiveRelease]
  let feedID: String
  let words: [String: String]

  static let fields: [TemplateField<Archive>] = publication + body

  private static let publication: [TemplateField<Archive>] = [
    .text("language", "Language tag for `lang`.") { $0.language.tag },
    .text("title", "The report's title.") { $0.title },
    .text("full_title", "Area and title in one line.") { $0.fullTitle },
    .text("area", "The area that the figures are of.") { $0.publisher.area[$0.language] },
    .text("office", "The office that publishes.") { $0.publisher.office[$0.language] },
    .text("contact", "Whom to ask.") { $0.publisher.contact?[$0.language] },
    .text("audience_notice", "That it is for internal use; absent in public archives.") {
      $0.audienceNotice
    },
    .text("synthetic", "That all data are invented; absent where they are not.") {
      $0.syntheticNotice
    },
    .markup("synthetic_page", "The same for each printed page, as a CSS string with quotes.") {
      $0.syntheticPageNotice.map(cssString)
    },
    .markup("page_foot", "The full title as a CSS string with quotes.") {
      cssString($0.fullTitle)
    },
  ]

  private static let body: [TemplateField<Archive>] = [
    .list("translations", "The archive in the other languages.") { $0.translations },
    .object("table", "The headline figures over all periods.") { $0.table },
    .list("releases", "The newest period first.") { $0.releases },
    .text("feed_id", "The feed's identifier, a `urn:uuid`.") { $0.feedID },
    .text("updated", "The newest release's time, as the feed gives it.") {
      $0.releases.first?.updated ?? "1970-01-01T00:00:00Z"
    },
    .text("root", "What stands before a link's path: nothing.") { _ in "" },
    .words("words", "Fixed words by their name in the catalogue.") { $0.words },
  ]
}
