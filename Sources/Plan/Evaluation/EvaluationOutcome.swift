// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A year's evaluation beside the year before's.
package struct EvaluationOutcome: Sendable {
  package let evaluation: Evaluation
  /// Against the year before; `nil` where that year cannot be evaluated.
  package let changes: [EvaluationChange]?

  package init(evaluation: Evaluation, changes: [EvaluationChange]?) {
    self.evaluation = evaluation
    self.changes = changes
  }

  package func change(of sheet: ScoreSheet) -> EvaluationChange? {
    changes?.first { $0.code == sheet.unit.code }
  }
}
