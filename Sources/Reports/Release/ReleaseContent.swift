// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

/// What a release says: figures, the plan's progress and findings of one period, without words.
package struct ReleaseContent: Sendable {
  package let publisher: Publisher
  /// `Area.id` of the office's own area, for data files.
  package let areaID: String
  package let audience: Audience
  /// A survey period, a quarter, a half year or a year.
  package let period: Period
  /// 1 for the first release of the period, one more for each correction.
  package private(set) var vintage: Int
  /// Every page is made in each, the first without a suffix where it is Chinese.
  package let languages: [Language]
  package let figures: Figures
  /// The indicator that headlines, sentences, sector table and chart are about.
  package let headlineIndicator: String
  /// `nil` for a workspace without a plan.
  package let plan: PlanProgress?
  /// By target, what its path expects and what came over the survey periods.
  package let courses: [String: [CoursePoint]]
  /// In the order of their definition.
  package let clusters: [ClusterReport]
  /// `nil` where the register has no communities.
  package let communities: CommunityFigures?
  /// `nil` without a definition, and in public releases: it is about single units.
  package let ladder: (definition: LadderDefinition, report: LadderReport)?
  /// Of each scheme with data; none in public releases.
  package let evaluations: [EvaluationOutcome]
  package let coverage: Coverage
  /// Warnings and infos; errors have blocked the release before.
  package let findings: [Finding]

  package init(
    publisher: Publisher, areaID: String = "own", audience: Audience = .internal, period: Period,
    vintage: Int = 1,
    languages: [Language] = Language.allCases, figures: Figures,
    headlineIndicator: String = "value_added", plan: PlanProgress? = nil,
    courses: [String: [CoursePoint]] = [:],
    clusters: [ClusterReport] = [], communities: CommunityFigures? = nil,
    ladder: (definition: LadderDefinition, report: LadderReport)? = nil,
    evaluations: [EvaluationOutcome] = [], coverage: Coverage, findings: [Finding]
  ) {
    self.publisher = publisher
    self.areaID = areaID
    self.audience = audience
    self.period = period
    self.vintage = vintage
    self.languages = languages
    self.figures = figures
    self.headlineIndicator = headlineIndicator
    self.plan = plan
    self.courses = courses
    self.clusters = clusters
    self.communities = communities
    self.ladder = audience == .internal ? ladder : nil
    self.evaluations = audience == .internal ? evaluations : []
    self.coverage = coverage
    self.findings = findings.sorted()
  }

  /// The same as another vintage.
  package func with(vintage: Int) -> ReleaseContent {
    var copy = self
    copy.vintage = vintage
    return copy
  }
}
