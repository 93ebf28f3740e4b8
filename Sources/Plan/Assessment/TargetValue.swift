// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A target's value at a period, with where it came from.
package struct TargetValue: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// It is this figure's, or of a quantity over several years the sum of its years' figures.
    case figure(Figure)
    /// A department's newest report.
    case report(ProgressReport)
    /// Nobody has said. The figure that should measure it stands beside it, where there is one.
    case missing(Figure?)
  }

  package let source: Source
  /// In the target's unit; `nil` where it is missing, or only a state was reported.
  package let exact: Ratio?
  /// Decimals when printed: those of the figure, or as many as were reported.
  package let decimals: Int

  package var isMissing: Bool {
    guard case .missing = source else { return false }
    return true
  }

  package var report: ProgressReport? {
    guard case .report(let report) = source else { return nil }
    return report
  }

  package var figure: Figure? {
    switch source {
    case .figure(let figure): figure
    case .missing(let figure): figure
    case .report: nil
    }
  }
}
