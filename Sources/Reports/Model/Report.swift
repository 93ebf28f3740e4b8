// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The whole report in one language: what templates see at their outermost level.
struct Report: Sendable {
  let language: Language
  let title: String
  let fullTitle: String
  let publisher: Publisher
  let period: Period
  let periodWords: PeriodWords
  let syntheticNotice: String?
  let syntheticPageNotice: String?
  /// `nil` where there are no unit returns.
  let unitsLine: String?
  let headlines: [Headline]
  var overview: ReportSection
  var sectors: ReportSection?
  let chart: ChartFrame?
  let chartAbsence: String?
  var indicators: ReportSection?
  var targets: ReportSection?
  var bureau: ReportSection?
  var coverage: ReportSection
  var quality: ReportSection
  let qualityGroups: [FindingGroup]
  let unitTable: Table?
  let ruleTable: Table?
  let correctionTable: Table?
  let waiverTable: Table?
  var definitions: ReportSection
  let sectorDefinitions: [SectorDefinition]
  let classification: String
  let words: [String: String]
}

extension Report: TemplateModel {
  static let fields: [TemplateField<Report>] = identity + body + annex

  private static let identity: [TemplateField<Report>] = [
    .text("language", "Language tag for `lang`: `zh-CN`, `en`.") { $0.language.tag },
    .text("title", "The report's title, without area and period.") { $0.title },
    .text("full_title", "Area, title and period in one line.") { $0.fullTitle },
    .text("area", "The area that the figures are of.") { $0.publisher.area[$0.language] },
    .text("office", "The office that publishes.") { $0.publisher.office[$0.language] },
    .text("contact", "Whom to ask.") { $0.publisher.contact?[$0.language] },
    .text("notice", "The publisher's notice.") { $0.publisher.notice?[$0.language] },
    .text("period", "The period in words: 2021年1—5月.") { $0.periodWords.title },
    .text("period_id", "The period as the command line writes it: `2021-05`.") {
      $0.period.description
    },
    .text("synthetic", "That all data are invented; absent where they are not.") {
      $0.syntheticNotice
    },
    .markup("synthetic_page", "The same for each printed page, as a CSS string with quotes.") {
      $0.syntheticPageNotice.map(cssString)
    },
    .markup("page_foot", "The full title as a CSS string with quotes, for page margins.") {
      cssString($0.fullTitle)
    },
    .text("units_line", "How many units reported.") { $0.unitsLine },
  ]

  private static let body: [TemplateField<Report>] = [
    .list("headlines", "Up to seven large numbers.") { $0.headlines },
    .object("overview", "The total, in sentences.") { $0.overview },
    .object("sectors", "The sectors, in sentences and a table.") { $0.sectors },
    .object("chart", "The chart of growth; absent with fewer than two points.") { $0.chart },
    .text("chart_absence", "Why there is no chart.") { $0.chartAbsence },
    .object("indicators", "The other indicators.") { $0.indicators },
    .object("targets", "The plan's targets.") { $0.targets },
    .object("bureau", "The bureau's figures beside the own sums.") { $0.bureau },
  ]

  private static let annex: [TemplateField<Report>] = [
    .object("coverage", "The files that the report rests on.") { $0.coverage },
    .object("unit_table", "Units expected, reported and missing by period.") { $0.unitTable },
    .object("quality", "What was found in the data.") { $0.quality },
    .object("rule_table", "How often each edit rule passed and failed.") { $0.ruleTable },
    .object("correction_table", "Each correction with its reason.") { $0.correctionTable },
    .object("waiver_table", "Each waived failure with its reason.") { $0.waiverTable },
    .list("quality_groups", "The warnings, grouped by code.") { $0.qualityGroups },
    .object("definitions", "Methods in short, one paragraph each.") { $0.definitions },
    .list("sector_definitions", "Every sector that the report prints.") { $0.sectorDefinitions },
    .text("classification", "The classification and its edition.") { $0.classification },
    .words("words", "Fixed words by their name in the catalogue.") { $0.words },
  ]
}
