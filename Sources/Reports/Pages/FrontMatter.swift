// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What stands at the head and foot of every page of a release.
struct FrontMatter: Sendable {
  let language: Language
  /// The report's title, without area and period.
  let title: String
  /// Area, title and period in one line, and on pages behind the report the page's own title before.
  let fullTitle: String
  let publisher: Publisher
  let period: Period
  let periodWords: PeriodWords
  let audience: Audience
  /// `nil` for the first release of the period.
  let correctionNotice: String?
  /// `nil` for the public.
  let audienceNotice: String?
  /// `nil` where the data are real.
  let syntheticNotice: String?
  let syntheticPageNotice: String?
  /// What leads from the page to the release's folder: empty, or `../`.
  let root: String
  /// The release's pages, the report first.
  let navigation: [PageLink]
  /// The same page in the release's other languages.
  let translations: [PageLink]
  /// What leads to the archive over all periods, from the release's folder.
  let archive: String
  let previousPeriod: PageLink?
  let nextPeriod: PageLink?
  let words: [String: String]
}

/// A model that a page is printed from.
protocol PrintedPage: TemplateModel {
  var front: FrontMatter { get }
}

extension PrintedPage {
  /// The names that every page has.
  static var frontFields: [TemplateField<Self>] { publication + dates + links }

  private static var publication: [TemplateField<Self>] {
    [
      .text("language", "Language tag for `lang`: `zh-CN`, `en`.") { $0.front.language.tag },
      .text("title", "The report's title, without area and period.") { $0.front.title },
      .text("full_title", "Area, title and period in one line.") { $0.front.fullTitle },
      .text("area", "The area that the figures are of.") {
        $0.front.publisher.area[$0.front.language]
      },
      .text("office", "The office that publishes.") {
        $0.front.publisher.office[$0.front.language]
      },
      .text("contact", "Whom to ask.") { $0.front.publisher.contact?[$0.front.language] },
      .text("notice", "The publisher's notice.") {
        $0.front.publisher.notice?[$0.front.language]
      },
      .text("correction", "That it corrects an earlier release; absent where it is the first.") {
        $0.front.correctionNotice
      },
      .text("audience", "`internal` or `public`.") { $0.front.audience.rawValue },
      .text("audience_notice", "That it is for internal use; absent in public releases.") {
        $0.front.audienceNotice
      },
    ]
  }

  private static var dates: [TemplateField<Self>] {
    [
      .text("period", "The period in words: 2021年1—5月.") { $0.front.periodWords.title },
      .text("period_id", "The period as the command line writes it: `2021-05`.") {
        $0.front.period.description
      },
      .text("synthetic", "That all data are invented; absent where they are not.") {
        $0.front.syntheticNotice
      },
      .markup("synthetic_page", "The same for each printed page, as a CSS string with quotes.") {
        $0.front.syntheticPageNotice.map(cssString)
      },
      .markup("page_foot", "The full title as a CSS string with quotes, for page margins.") {
        cssString($0.front.fullTitle)
      },
    ]
  }

  private static var links: [TemplateField<Self>] {
    [
      .text("root", "What stands before every link's path: nothing, or `../`.") { $0.front.root },
      .list("navigation", "The release's pages, the report first.") { $0.front.navigation },
      .list("translations", "The same page in the release's other languages.") {
        $0.front.translations
      },
      .text("archive", "The archive's path, behind `root`, without extension.") {
        $0.front.archive
      },
      .object("previous_period", "The period before, in the archive.") {
        $0.front.previousPeriod
      },
      .object("next_period", "The period behind, in the archive.") { $0.front.nextPeriod },
      .words("words", "Fixed words by their name in the catalogue.") { $0.front.words },
    ]
  }
}
