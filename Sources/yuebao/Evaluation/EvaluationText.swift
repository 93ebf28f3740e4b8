// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Reports
import Statistics

/// An evaluation as aligned tables for a terminal.
struct EvaluationText {
  let result: EvaluationResult
  let words: EvaluationWords
  let isSynthetic: Bool

  private var scheme: EvaluationScheme { result.evaluation.scheme }

  var lines: [String] {
    heading
      + (result.isOfOneUnit
        ? result.sheets.flatMap(sheet)
        : scheme.groups.flatMap(table) + notAssessed + movements + support)
  }

  /// Confidentiality first, then whose scheme it is.
  private var heading: [String] {
    [
      words.sentence("confidential"),
      words.sentence(
        "title", ["name": words.name(scheme.name), "year": String(result.evaluation.year)]),
      words.sentence(
        "owner", ["owner": words.name(scheme.owner), "document": scheme.document]),
    ] + (isSynthetic ? [words.sentence("synthetic")] : [])
      + (scheme.note.map { [words.name($0)] } ?? [])
  }

  // MARK: - Groups

  private func table(of group: EvaluationGroup) -> [String] {
    let sheets = result.sheets.filter { $0.group?.id == group.id && $0.result != nil }
    let heads =
      [head("place"), head("unit"), head("name")] + group.items.map { words.name($0.name) }
      + (scheme.adjustments.isEmpty ? [] : [head("adjustments")]) + [head("score")]
      + (scheme.classes == nil ? [] : [head("class")])
      + (result.changes == nil ? [] : [head("change")])
    let numbers = group.items.count + (scheme.adjustments.isEmpty ? 4 : 5)
    var table = TextTable(header: heads, rightAligned: Set([0] + (3..<numbers)))
    table.rows = sheets.map { row(of: $0) }
    let isMarked = sheets.contains { $0.items.contains { $0.standing != .scored } }
    return ["", words.sentence("group", ["group": words.name(group.name)])]
      + (sheets.isEmpty ? [words.sentence("nobody")] : table.lines)
      + (isMarked ? [words.sentence("marked")] : []) + [counts(of: group)].filter { !$0.isEmpty }
  }

  private func row(of sheet: ScoreSheet) -> [String] {
    let adjustments = sheet.adjustments.reduce(ExactFraction.zero) {
      $0 + ExactFraction(Ratio($1.points))
    }
    return [
      sheet.result.map { String($0.place) } ?? "", sheet.unit.code.description,
      sheet.unit.name.onOneLine,
    ]
      + sheet.items.map { words.points($0.points) + ($0.standing == .scored ? "" : "*") }
      + (scheme.adjustments.isEmpty
        ? [] : [sheet.adjustments.isEmpty ? "" : words.points(adjustments)])
      + [sheet.result.map { words.points($0.score) } ?? ""]
      + (scheme.classes == nil ? [] : [words.className(of: sheet)])
      + (result.changes == nil ? [] : [words.change(result.outcome.change(of: sheet))])
  }

  private func counts(of group: EvaluationGroup) -> String {
    let counts = result.evaluation.counts(in: group).compactMap { entry, count -> String? in
      guard let entry = entry ?? scheme.classes?.notAssessed else {
        return count == 0 ? nil : words.sentence("count_none", ["count": String(count)])
      }
      return words.sentence("count", ["class": entry.id, "count": String(count)])
    }
    return counts.joined(separator: words.sentence("and"))
  }

  // MARK: - The others

  private var notAssessed: [String] {
    let sheets = result.sheets.filter { $0.result == nil }
    guard !sheets.isEmpty else { return [] }
    var table = TextTable(
      header: [head("unit"), head("name"), head("reason")], rightAligned: [])
    table.rows = sheets.map { sheet in
      [sheet.unit.code.description, sheet.unit.name.onOneLine, reason(of: sheet)]
    }
    return ["", words.sentence("not_assessed")] + table.lines
  }

  private func reason(of sheet: ScoreSheet) -> String {
    sheet.reason.map(words.reason) ?? ""
  }

  private var movements: [String] {
    let left = (result.changes ?? []).filter { $0.movement == .left }.map(\.name)
    return ["", words.totals(result.changes)]
      + (left.isEmpty
        ? [] : [words.sentence("left", ["names": left.joined(separator: words.sentence("comma"))])])
  }

  private var support: [String] {
    let entries = SupportList(result.evaluation).entries
    guard !entries.isEmpty else { return [] }
    return ["", words.sentence("support")]
      + entries.map { entry in
        words.sentence(
          "support_line",
          [
            "group": words.name(entry.group.name), "class": entry.unitClass.id,
            "name": words.name(entry.unitClass.name),
            "support": entry.unitClass.support.map(words.name) ?? "",
            "units": entry.units.map(\.name.onOneLine).joined(separator: words.sentence("comma")),
          ])
      }
  }

  // MARK: - One unit

  /// Every factor, so that the score can be computed again by hand.
  private func sheet(of sheet: ScoreSheet) -> [String] {
    var table = TextTable(
      header: ["item", "numerator", "denominator", "value", "unit_of_measure", "baseline"].map(head)
        + ["weight", "points", "note"].map(head),
      rightAligned: [1, 2, 3, 5, 6, 7])
    table.rows = sheet.items.map { item in factors(of: item, sheet.unit) }
    table.rows += sheet.adjustments.map { adjustment in
      [words.name(adjustment.name)] + Array(repeating: "", count: 6)
        + [words.points(ExactFraction(Ratio(adjustment.points))), ""]
    }
    let title =
      sheet.unit.code.description + " " + sheet.unit.name.onOneLine + " "
      + (sheet.group.map { words.name($0.name) } ?? "")
    guard let result = sheet.result else {
      return ["", title, words.sentence("not_assessed_because", ["reason": reason(of: sheet)])]
    }
    return ["", title] + table.lines + [
      words.sentence(
        "result",
        [
          "score": words.points(result.score), "place": String(result.place),
          "ranked": String(result.ranked), "class": words.className(of: sheet),
        ])
    ]
      + sheet.vetoes.map {
        words.sentence("veto", ["name": words.name($0.name), "class": $0.atMost])
      }
  }

  private func factors(of score: ItemScore, _ unit: EvaluationUnit) -> [String] {
    let cells = [score.item.numerator, score.item.denominator].map { id in
      id.flatMap { unit.cells[$0]?.number?.description } ?? ""
    }
    return [words.name(score.item.name)] + cells
      + [
        score.value.map(words.value) ?? "—", scheme.unit(of: score.item),
        score.baseline.map(words.value) ?? "—", words.points(score.weight),
        words.points(score.points), words.standing(score.standing),
      ]
  }

  private func head(_ name: String) -> String { words.sentence("head_" + name) }
}
