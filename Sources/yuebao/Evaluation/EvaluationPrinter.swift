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
