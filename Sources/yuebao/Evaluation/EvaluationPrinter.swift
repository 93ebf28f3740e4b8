// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Reports
import Statistics

/// Prints an evaluation.
struct EvaluationPrinter {
  let result: EvaluationResult
  let catalogue: MessageCatalogue
  let isSynthetic: Bool

  func print(_ format: OutputFormat) throws {
    let words = EvaluationWords(catalogue: catalogue, scheme: result.evaluation.scheme)
    switch format {
    case .text:
      try Console.print(
        EvaluationText(result: result, words: words, isSynthetic: isSynthetic).lines
          .joined(separator: "\n"))
    case .json:
      try Console.print(
        JSONText.of(EvaluationDocument(result, words: words, isSynthetic: isSynthetic)))
    case .csv:
      try Console.print(EvaluationCSV(result: result, words: words).text)
    }
  }
}

/// The words that text, JSON and CSV share.
struct EvaluationWords {
  let catalogue: MessageCatalogue
  let scheme: EvaluationScheme

  func name(_ name: LocalizedName) -> String { name[catalogue.language] }

  func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.text(of: Message("evaluate_" + key, arguments))
  }

  /// Rounded as the scheme says, from the exact number.
  func points(_ value: ExactFraction) -> String { value.rounded(decimals: scheme.decimals) }

  /// With its sign, also where that is a plus.
  func signed(_ value: ExactFraction) -> String {
    let text = points(value)
    return text.hasPrefix("-") ? text : "+" + text
  }

  /// Values have no decimals of their own: four, as published schemes print.
  func value(_ value: ExactFraction) -> String { value.rounded(decimals: 4) }

  /// Why a unit is not assessed.
  func reason(_ reason: ScoreSheet.Reason) -> String {
    switch reason {
    case .exempt(let exemption): name(exemption.name)
    case .missingItem(let id):
      sentence(
        "missing_item",
        [
          "item": scheme.groups.flatMap(\.items).first { $0.id == id }.map { name($0.name) } ?? id
        ])
    case .noGroup: sentence("no_group")
    }
  }

  func standing(_ standing: ItemScore.Standing) -> String {
    standing == .scored ? "" : sentence("standing_" + standing.rawValue.replacing("-", with: "_"))
  }
}
