// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

/// What `yuebao ladder` prints: reports of the ladder by period, all of them or one step's part.
struct LadderPrinter {
  let reports: [LadderReport]
  /// `LadderStep.id`; `nil` for all.
  let step: String?
  let words: LadderWords

  func print(_ format: OutputFormat) throws {
    switch format {
    case .text: try Console.print(LadderText(self).text)
    case .json: try Console.print(JSONText.of(LadderDocument(self)))
    case .csv: try Console.print(LadderCSV(self).text)
    }
  }

  // MARK: - The chosen step

  func steps(of report: LadderReport) -> [LadderReport.Step] {
    report.steps.filter { step == nil || $0.step.id == step }
  }

  /// Moves from the step or to it.
  func moves(of report: LadderReport) -> [LadderMove] {
    report.comparison.moves.filter { step == nil || $0.from == step || $0.to == step }
  }

  func candidates(of report: LadderReport) -> [LadderCandidateStanding] {
    step == nil || step == words.definition.candidates?.step ? report.candidates : []
  }
}
