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

/// The words and numbers that text, JSON and CSV share.
struct LadderWords {
  let catalogue: MessageCatalogue
  let definition: LadderDefinition
  let isSynthetic: Bool

  func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.text(of: Message("ladder_" + key, arguments))
  }

  func name(_ name: LocalizedName) -> String { name[catalogue.language] }

  /// The name of a step; empty for none.
  func step(_ id: String?) -> String {
    definition.steps.first { $0.id == id }.map { name($0.name) } ?? ""
  }

  func threshold(ofStep id: String) -> LadderThreshold? {
    definition.steps.first { $0.id == id }?.amount?.threshold
  }

  /// An amount of the base unit in the unit of a threshold.
  func amount(_ amount: ExactDecimal?, _ threshold: LadderThreshold?) -> Amount? {
    guard let amount, let unit = threshold?.unit,
      let factor = UnitOfMeasure(unit.dimension).factor(to: unit),
      let value = try? Ratio(amount).multiplied(by: factor)
    else { return nil }
    return Amount(value: value, unit: unit)
  }

  struct Amount {
    let value: Ratio
    let unit: UnitOfMeasure

    var rounded: String { value.rounded(decimals: 2) }
  }
}
