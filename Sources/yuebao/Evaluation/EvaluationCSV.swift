// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Reports
import Statistics

/// An evaluation as CSV that spreadsheets open safely: a line an item or adjustment of a unit; of a
/// unit that is not assessed, one line. Documented in Documentation/Evaluation.md.
struct EvaluationCSV {
  let result: EvaluationResult
  let words: EvaluationWords

  private static let columns = [
    "scheme", "year", "group", "unit", "name", "place", "ranked", "score", "class",
    "class_before_vetoes", "movement", "score_change", "factor", "factor_name", "numerator",
    "denominator", "value", "unit_of_measure", "baseline", "weight", "points", "standing", "reason",
  ]

  /// Lines without a line feed behind the last.
  var text: String {
    ([Self.columns] + result.sheets.flatMap(lines)).map(CSVText.line).joined(separator: "\n")
  }

  private func lines(of sheet: ScoreSheet) -> [[String]] {
    let items = sheet.items.map { fields(of: $0, sheet.unit) }
    let adjustments = sheet.adjustments.map { adjustment in
      ["", words.name(adjustment.name)] + Array(repeating: "", count: 6)
        + [words.points(ExactFraction(Ratio(adjustment.points))), "adjustment", ""]
    }
    let reason = sheet.reason.map(words.reason) ?? ""
    let alone = [Array(repeating: "", count: 10) + [reason]]
    let lines = sheet.result == nil ? alone : items + adjustments
    return lines.map { unitFields(of: sheet) + $0 }
  }

  private func unitFields(of sheet: ScoreSheet) -> [String] {
    let (evaluation, result) = (self.result.evaluation, sheet.result)
    let change = self.result.outcome.change(of: sheet)
    return [
      evaluation.scheme.id, String(evaluation.year), sheet.group?.id ?? "",
      sheet.unit.code.description, sheet.unit.name, result.map { String($0.place) } ?? "",
      result.map { String($0.ranked) } ?? "", result.map { words.points($0.score) } ?? "",
      evaluation.classOf(sheet)?.id ?? "", result?.classBeforeVetoes?.id ?? "",
      change?.movement.rawValue ?? "", change?.scoreChange.map(words.points) ?? "",
    ]
  }

  private func fields(of score: ItemScore, _ unit: EvaluationUnit) -> [String] {
    let cells = [score.item.numerator, score.item.denominator].map { id in
      id.flatMap { unit.cells[$0]?.number?.description } ?? ""
    }
    return [score.item.id, words.name(score.item.name)] + cells
      + [
        score.value.map(words.value) ?? "", words.scheme.unit(of: score.item),
        score.baseline.map(words.value) ?? "", words.points(score.weight),
        words.points(score.points), score.standing.rawValue, "",
      ]
  }
}
