// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReportBuilder {
  /// What stands at the head and foot of a page.
  ///
  /// - Parameter heading: the page's own title; `nil` for the report.
  func front(of page: PageName, heading: String? = nil) -> FrontMatter {
    let isSynthetic = content.publisher.isSynthetic
    let title = content.publisher.title?[language] ?? catalogue.text(.defaultTitle)
    let full = catalogue.text(
      .fullTitle,
      ["area": content.publisher.area[language], "title": title, "period": period.title])
    return FrontMatter(
      language: language, title: title,
      fullTitle: heading.map {
        catalogue.text(.pageTitle, ["heading": $0, "title": full])
      } ?? full,
      publisher: content.publisher, period: content.period, periodWords: period,
      audience: content.audience,
      correctionNotice: content.vintage > 1
        ? catalogue.text(
          .correctionNotice,
          ["vintage": String(content.vintage), "before": String(content.vintage - 1)]) : nil,
      audienceNotice: content.audience == .internal ? catalogue.text(.internalNotice) : nil,
      syntheticNotice: isSynthetic ? catalogue.text(.syntheticNotice) : nil,
      syntheticPageNotice: isSynthetic ? catalogue.text(.syntheticPageNotice) : nil,
      root: page.root, navigation: navigation(from: page), translations: translations(of: page),
      archive: "../../index" + language.fileSuffix,
      previousPeriod: neighbour(content.period.neighbour(before: true), .previousPeriod),
      nextPeriod: neighbour(content.period.neighbour(before: false), .nextPeriod),
      words: catalogue.words)
  }

  private func navigation(from page: PageName) -> [PageLink] {
    mainPages.map { other, title in
      PageLink(
        title: catalogue.text(title), path: other.path(in: language), isCurrent: other == page)
    }
  }

  private func translations(of page: PageName) -> [PageLink] {
    content.languages.filter { $0 != language }.map { other in
      PageLink(title: other.ownName, path: page.path(in: other))
    }
  }

  /// Where the period stands in the archive: whether it was published is known there only.
  private func neighbour(_ period: Period?, _ title: Message) -> PageLink? {
    period.map { period in
      PageLink(
        title: catalogue.text(title, ["period": PeriodWords(period, in: language).title]),
        path: "p" + period.description)
    }
  }
}

extension Period {
  /// The period of the same length before or behind it: May's is April, the second quarter's the
  /// first.
  fileprivate func neighbour(before: Bool) -> Period? {
    if isSurveyPeriod { return before ? previousSurveyPeriod : nextSurveyPeriod }
    let step = before ? -1 : 1
    switch months.count {
    case 3: return parts(of: 4, step) { Period.quarter($0, of: $1) }
    case 6: return parts(of: 2, step) { Period.half($0, of: $1) }
    case 12: return .year(year + step)
    default: return nil
    }
  }

  /// The neighbour among so many parts of a year.
  private func parts(of count: Int, _ step: Int, _ part: (Int, Int) -> Period?) -> Period? {
    let number = year * count + months.upperBound * count / 12 - 1 + step
    return part(number % count + 1, number / count)
  }
}

extension Language {
  /// What its readers call it.
  var ownName: String {
    switch self {
    case .chinese: "中文"
    case .english: "English"
    }
  }
}
