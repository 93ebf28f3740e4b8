// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Reports
import Statistics

/// The shape `yuebao.evaluation/1`, documented in Documentation/Evaluation.md.
struct EvaluationDocument: Encodable {
  let schema = "yuebao.evaluation/1"
  let audience = "internal"
  let confidential = true
  let synthetic: Bool
  let scheme: String
  let name: String
  let owner: String
  let document: String
  let year: Int
  let decimals: Int
  let sheets: [Sheet]
  /// Absent where the year before cannot be evaluated.
  let changes: [Change]?
  let support: [Support]

  init(_ result: EvaluationResult, words: EvaluationWords, isSynthetic: Bool) {
    let evaluation = result.evaluation
    synthetic = isSynthetic
    scheme = evaluation.scheme.id
    name = words.name(evaluation.scheme.name)
    owner = words.name(evaluation.scheme.owner)
    document = evaluation.scheme.document
    year = evaluation.year
    decimals = evaluation.scheme.decimals
    sheets = result.sheets.map { Sheet($0, in: evaluation, words) }
    let shown = Set(result.sheets.map(\.unit.code))
    changes = result.changes.map { changes in
      changes.filter { !result.isOfOneUnit || shown.contains($0.code) }
        .map { Change($0, words) }
    }
    support =
      result.isOfOneUnit
      ? [] : SupportList(evaluation).entries.map { Support($0, words) }
  }

  struct Sheet: Encodable {
    let unit: String
    let name: String
    let group: String?
    let place: Int?
    let ranked: Int?
    let score: Number?
    let `class`: String?
    let classBeforeVetoes: String?
    let items: [Item]
    let adjustments: [Adjustment]
    let vetoes: [String]
    let reason: String?

    private enum CodingKeys: String, CodingKey {
      case unit, name, group, place, ranked, score, items, adjustments, vetoes, reason
      case `class`
      case classBeforeVetoes = "class_before_vetoes"
    }

    init(_ sheet: ScoreSheet, in evaluation: Evaluation, _ words: EvaluationWords) {
      unit = sheet.unit.code.description
      name = sheet.unit.name
      group = sheet.group?.id
      place = sheet.result?.place
      ranked = sheet.result?.ranked
      score = sheet.result.map { Number($0.score, words.points($0.score)) }
      `class` = evaluation.classOf(sheet)?.id
      classBeforeVetoes = sheet.result?.classBeforeVetoes?.id
      items = sheet.items.map { Item($0, sheet.unit, words) }
      adjustments = sheet.adjustments.map {
        Adjustment(name: words.name($0.name), points: $0.points.description)
      }
      vetoes = sheet.vetoes.map { words.name($0.name) }
      reason = sheet.reason.map(words.reason)
    }
  }

  struct Number: Encodable {
    let value: String
    let rounded: String

    init(_ value: ExactFraction, _ rounded: String) {
      self.value = value.exactText
      self.rounded = rounded
    }
  }

  struct Item: Encodable {
    let item: String
    let name: String
    let numerator: Cell?
    let denominator: Cell?
    let value: Number?
    let unitOfMeasure: String
    let baseline: Number?
    let weight: Number
    let points: Number
    let standing: String

    private enum CodingKeys: String, CodingKey {
      case item, name, numerator, denominator, value, baseline, weight, points, standing
      case unitOfMeasure = "unit_of_measure"
    }

    init(_ score: ItemScore, _ unit: EvaluationUnit, _ words: EvaluationWords) {
      item = score.item.id
      name = words.name(score.item.name)
      numerator = Cell(unit.cells[score.item.numerator], of: score.item.numerator, words.scheme)
      denominator = score.item.denominator.flatMap { Cell(unit.cells[$0], of: $0, words.scheme) }
      value = score.value.map { Number($0, words.value($0)) }
      unitOfMeasure = words.scheme.unit(of: score.item)
      baseline = score.baseline.map { Number($0, words.value($0)) }
      weight = Number(score.weight, words.points(score.weight))
      points = Number(score.points, words.points(score.points))
      standing = score.standing.rawValue
    }
  }

  struct Cell: Encodable {
    let column: String
    let source: String
    let value: String
    let place: String

    init?(_ cell: EvaluationUnit.Cell?, of column: String, _ scheme: EvaluationScheme) {
      guard let cell, let number = cell.number else { return nil }
      self.column = column
      source = scheme.column(column)?.source.rawValue ?? ""
      value = number.description
      place = cell.location.description
    }
  }

  struct Adjustment: Encodable {
    let name: String
    let points: String
  }

  struct Change: Encodable {
    let unit: String
    let name: String
    let movement: String
    let classBefore: String?
    let placeBefore: Int?
    let scoreBefore: Number?
    let scoreChange: Number?

    private enum CodingKeys: String, CodingKey {
      case unit, name, movement
      case classBefore = "class_before"
      case placeBefore = "place_before"
      case scoreBefore = "score_before"
      case scoreChange = "score_change"
    }

    init(_ change: EvaluationChange, _ words: EvaluationWords) {
      unit = change.code.description
      name = change.name
      movement = change.movement.rawValue
      classBefore = change.before?.finalClass?.id
      placeBefore = change.before?.place
      scoreBefore = change.before.map { Number($0.score, words.points($0.score)) }
      scoreChange = change.scoreChange.map { Number($0, words.points($0)) }
    }
  }

  struct Support: Encodable {
    let group: String
    let `class`: String
    let name: String
    let support: String
    let units: [String]

    init(_ entry: SupportList.Entry, _ words: EvaluationWords) {
      group = entry.group.id
      `class` = entry.unitClass.id
      name = words.name(entry.unitClass.name)
      support = entry.unitClass.support.map(words.name) ?? ""
      units = entry.units.map(\.code.description)
    }
  }
}
