// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReportBuilder {
  /// The whole model.
  func report() throws(ReportError) -> Report {
    var report = try unnumbered()
    report.numberHeadings(by: catalogue)
    return report
  }

  private func unnumbered() throws(ReportError) -> Report {
    let chart = try chart()
    let area = content.publisher.area[language]
    let title = content.publisher.title?[language] ?? catalogue.text(.defaultTitle)
    let isSynthetic = content.publisher.isSynthetic
    return Report(
      language: language, title: title,
      fullTitle: catalogue.text(
        .fullTitle, ["area": area, "title": title, "period": period.title]),
      publisher: content.publisher, period: content.period, periodWords: period,
      syntheticNotice: isSynthetic ? catalogue.text(.syntheticNotice) : nil,
      syntheticPageNotice: isSynthetic ? catalogue.text(.syntheticPageNotice) : nil,
      unitsLine: unitsLine, headlines: try headlines(), overview: try overview(),
      sectors: try sectorSection(), chart: chart,
      chartAbsence: chart == nil ? catalogue.text(.chartAbsent) : nil,
      indicators: try indicatorSection(), targets: try targetSection(),
      bureau: try bureauSection(), coverage: coverageSection, quality: qualitySection,
      qualityGroups: findingGroups, unitTable: unitTable, ruleTable: ruleTable,
      correctionTable: correctionTable, waiverTable: waiverTable, definitions: methodSection,
      sectorDefinitions: try sectorDefinitions(),
      classification: catalogue.text(.classification, ["edition": content.classification]),
      words: catalogue.words)
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
