// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Plan
import Reports
import Statistics

extension Reading {
  /// What one period's release says.
  func content(
    of period: Period, for audience: Audience, _ options: WorkspaceOptions,
    evaluations: [EvaluationOutcome]
  ) throws -> ReleaseContent {
    let scope = scope(of: period)
    let own = Set(period.surveyPeriods)
    return ReleaseContent(
      publisher: Publisher(definitions.configuration),
      areaID: Area.ownID(among: definitions.areas), audience: audience, period: period,
      languages: options.lang?.languages ?? definitions.configuration.languages,
      figures: figures, plan: try planProgress(at: period), courses: try courses(at: period),
      clusters: try clusterReports(of: period), communities: try communityFigures(at: period),
      ladder: ladder(of: period), evaluations: evaluations,
      coverage: Coverage(
        files: ingest.files.filter { file in file.periods.contains { scope.contains($0) } },
        unitsReported: ingest.unitsReported(in: period.lastSurveyPeriod),
        unitsRegistered: definitions.register?.expectedCount(in: period.lastSurveyPeriod),
        units: unitCoverage(of: [period]), rules: try ruleCoverage(of: [period])),
      findings: try findings(for: period).filter { finding in
        finding.period.map(own.contains) ?? true
      })
  }

  /// - Throws: `Stop` where a target's arithmetic overflows.
  func planProgress(at period: Period) throws -> PlanProgress? {
    guard let plan = definitions.plan else { return nil }
    do { return try PlanProgress(plan, figures: figures, at: period) } catch {
      switch error {
      case .figure(let error): throw error
      case .arithmetic(_, let target):
        throw Stop(.badData, Message("overflow_target", ["target": target]))
      }
    }
  }

  /// By target.
  private func courses(at period: Period) throws -> [String: [CoursePoint]] {
    guard let plan = definitions.plan else { return [:] }
    let assessor = PlanAssessor(plan, figures: figures)
    var courses: [String: [CoursePoint]] = [:]
    for target in plan.targets { courses[target.id] = try assessor.course(of: target, at: period) }
    return courses
  }

  func ladder(
    of period: Period
  ) -> (definition: LadderDefinition, report: LadderReport)? {
    definitions.ladder.map { ladder in
      let monitor = LadderMonitor(
        ladder, indicators: definitions.indicators, flagNames: definitions.flagNames
      ) { period, indicator in
        unitValues(in: period, ofIndicator: indicator)
      }
      return (ladder, monitor.report(of: period))
    }
  }

  func clusterReports(of period: Period) throws -> [ClusterReport] {
    guard let clusters = definitions.clusters else { return [] }
    return try ClusterMonitor(
      clusters, figures: figures, reports: definitions.plan?.reports ?? []
    ) { period, indicator in
      unitValues(in: period, ofIndicator: indicator)
    }.reports(of: period)
  }

  private func communityFigures(at period: Period) throws -> CommunityFigures? {
    guard let plan = definitions.plan, !definitions.communities.isEmpty else { return nil }
    return try CommunityFigures(
      of: plan.targets, by: Definitions.community, figures: figures, at: period)
  }
}
