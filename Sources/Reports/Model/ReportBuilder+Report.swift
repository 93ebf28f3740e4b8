// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

extension ReportBuilder {
  /// The whole model.
  func report() throws(ReportError) -> Report {
    var report = try unnumbered()
    report.numberHeadings(by: catalogue)
    return report
  }

  private func unnumbered() throws(ReportError) -> Report {
    Report(
      front: front(of: .report), unitsLine: unitsLine, headlines: try headlines(),
      lights: lightCounts, overview: try overview(), sectors: try sectorSection(),
      structure: try structureSection(), investment: try investmentSection(),
      indicators: try indicatorSection(), targets: targetSection, tasks: taskSection,
      clusters: clusterSection, comparison: try comparisonSection(),
      bureau: try bureauSection(), revisions: revisionSection, coverage: coverageSection,
      quality: qualitySection,
      qualityGroups: content.audience == .internal ? findingGroups : [],
      definitions: methodSection, sectorDefinitions: try sectorDefinitions(),
      classification: catalogue.text(
        .classification, ["edition": content.figures.definitions.classification.edition]))
  }

  private var lightCounts: [LightCount] {
    (content.plan?.lightCounts ?? []).map { light, count in
      LightCount(light: targetWords.light(light), count: numbers.grouped(count))
    }
  }

  private var unitsLine: String? {
    let coverage = content.coverage
    guard coverage.unitsReported > 0 else { return nil }
    let reported = numbers.grouped(coverage.unitsReported)
    guard let registered = coverage.unitsRegistered else {
      return catalogue.text(.unitsLine, ["reported": reported])
    }
    return catalogue.text(
      .unitsLineOfRegister, ["reported": reported, "registered": numbers.grouped(registered)])
  }
}
