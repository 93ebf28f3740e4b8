// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

/// Everything one release is made from. Values only: no path, no clock.
package struct ReleaseContent: Sendable {
  package let publisher: Publisher
  /// A survey period, a quarter, a half year or a year.
  package let period: Period
  package let figures: Figures
  /// The classification's edition: `GB/T 4754-2017`.
  package let classification: String
  /// The indicator that headlines, sentences, sector table and chart are about.
  package let headlineIndicator: String
  /// In the order of the plan.
  package let targets: [TargetProgress]
  package let coverage: Coverage
  /// Warnings and infos; errors have blocked the release before.
  package let findings: [Finding]

  package init(
    publisher: Publisher, period: Period, figures: Figures, classification: String,
    headlineIndicator: String = "value_added", targets: [TargetProgress], coverage: Coverage,
    findings: [Finding]
  ) {
    self.publisher = publisher
    self.period = period
    self.figures = figures
    self.classification = classification
    self.headlineIndicator = headlineIndicator
    self.targets = targets
    self.coverage = coverage
    self.findings = findings.sorted()
  }
}
