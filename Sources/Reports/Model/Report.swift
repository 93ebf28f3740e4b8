// SPDX-License-Identifier: Apache-2.0

/// The whole report in one language: what `report.*.mustache` sees at its outermost level.
struct Report: PrintedPage {
  let front: FrontMatter
  /// `nil` where there are no unit returns.
  let unitsLine: String?
  let headlines: [Headline]
  /// How many targets have each light; empty without a plan.
  let lights: [LightCount]
  var overview: ReportSection
  var sectors: ReportSection?
  var structure: ReportSection?
  var investment: ReportSection?
  var indicators: ReportSection?
  var targets: ReportSection?
  var tasks: ReportSection?
  var clusters: ReportSection?
  var comparison: ReportSection?
  var bureau: ReportSection?
  /// `nil` in a first vintage.
  var revisions: ReportSection?
  var coverage: ReportSection
  var quality: ReportSection
  let qualityGroups: [FindingGroup]
  var definitions: ReportSection
  let sectorDefinitions: [SectorDefinition]
  let classification: String
}

extension Report {
  static let fields: [TemplateField<Report>] = frontFields + head + body + annex

  private static let head: [TemplateField<Report>] = [
    .text("units_line", "How many units reported.") { $0.unitsLine },
    .list("headlines", "Up to seven large numbers.") { $0.headlines },
    .flag("has_lights", "Whether there is a plan.") { !$0.lights.isEmpty },
    .list("lights", "How many of the plan's targets have each light.") { $0.lights },
  ]

  private static let body: [TemplateField<Report>] = [
    .object("overview", "The total, in sentences, with its chart.") { $0.overview },
    .object("sectors", "The sectors, in sentences and a table.") { $0.sectors },
    .object("structure", "Shares, pulls and industries.") { $0.structure },
    .object("investment", "Investment.") { $0.investment },
    .object("indicators", "The other indicators.") { $0.indicators },
    .object("targets", "The plan's targets.") { $0.targets },
    .object("tasks", "The plan's tasks by department.") { $0.tasks },
    .object("clusters", "The clusters.") { $0.clusters },
    .object("comparison", "The total beside wider areas.") { $0.comparison },
    .object("bureau", "The bureau's figures beside the own sums.") { $0.bureau },
  ]

  private static let annex: [TemplateField<Report>] = [
    .object("revisions", "What a correction changed, and why.") { $0.revisions },
    .object("coverage", "The files that the report rests on.") { $0.coverage },
    .object("quality", "What was found in the data.") { $0.quality },
    .flag("has_quality_groups", "Whether there are warnings to list.") {
      !$0.qualityGroups.isEmpty
    },
    .list("quality_groups", "The warnings, grouped by code; none in public releases.") {
      $0.qualityGroups
    },
    .object("definitions", "Methods in short, one paragraph each.") { $0.definitions },
    .list("sector_definitions", "Every sector that the report prints.") { $0.sectorDefinitions },
    .text("classification", "The classification and its edition.") { $0.classification },
  ]
}

/// How many targets have a light.
struct LightCount: Sendable {
  /// `● 按进度`: a sign and a word.
  let light: String
  let count: String
}

extension LightCount: TemplateModel {
  static let fields: [TemplateField<LightCount>] = [
    .text("light", "A sign and a word: `● 按进度`.") { $0.light },
    .text("count", "How many.") { $0.count },
  ]
}
