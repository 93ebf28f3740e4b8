// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// 企业成长梯队, for internal use: the steps, who moved, who is near.
  var ladderSections: [ReportSection] {
    guard let ladder = content.ladder else { return [] }
    let words = LadderWords(
      catalogue: catalogue, definition: ladder.definition,
      isSynthetic: content.publisher.isSynthetic)
    let pages = LadderTables(report: ladder.report, words: words)
    return [
      section(
        .ladderSteps, pages.comparison.map { Paragraph($0) }, tables: [pages.steps]),
      section(.ladderMoves, tables: [pages.moves]),
      section(.ladderNear, tables: [pages.near]),
      section(.ladderCandidates, tables: [pages.candidates]),
    ].filter { !$0.isEmpty }
  }
}

/// The tables of the growth ladder's page.
private struct LadderTables {
  let report: LadderReport
  let words: LadderWords

  private func table(
    _ caption: String, _ heads: [(key: String, isText: Bool)], _ rows: [TableRow]
  ) -> Table? {
    guard !rows.isEmpty else { return nil }
    let names = heads.map { words.sentence("head_" + $0.key) }
    return Table(
      caption: caption, stubHead: names[0],
      columns: zip(names, heads).dropFirst().map { name, head in
        TableColumn(heading: name, unit: nil, flatHeading: name, isText: head.isText)
      }, rows: rows)
  }

  private var title: String {
    words.sentence(
      "title", ["period": PeriodWords(report.period, in: words.catalogue.language).title])
  }

  // MARK: - Steps

  var steps: Table? {
    table(
      title,
      [
        ("step", true), ("on", false), ("before", false), ("near", false), ("unknown", false),
      ],
      report.steps.map { step in
        let counts = [
          String(step.on.count), step.before.map(String.init) ?? "—",
          step.step.amount?.threshold.near == nil ? "" : String(step.near.count),
          step.step.amount == nil ? "" : String(step.unknown.count),
        ]
        return TableRow(
          stub: words.name(step.step.name), cells: counts.map { TableCell(text: $0) })
      })
  }

  var comparison: [String] {
    words.comparison(report, report.comparison.moves) {
      PeriodWords($0, in: words.catalogue.language).title
    }
  }

  // MARK: - Units

  var moves: Table? {
    table(
      words.sentence("moves_caption"),
      [
        ("unit", true), ("name", true), ("move", true), ("from", true), ("to", true),
        ("amount_before", false), ("amount_now", false), ("place", true),
      ],
      report.comparison.moves.map { move in
        TableRow(
          stub: move.unit.description,
          cells: [
            .words(move.name ?? ""), .words(words.sentence("move_" + move.kind.rawValue)),
            .words(words.step(move.from)), .words(words.step(move.to)),
            TableCell(text: amount(move.before, move.step)),
            TableCell(text: amount(move.now, move.step)),
            .words((move.now ?? move.before)?.location.description ?? ""),
          ])
      })
  }

  var near: Table? {
    table(
      words.sentence("near_caption"),
      [
        ("unit", true), ("name", true), ("step", true), ("amount", false), ("share", false),
        ("place", true),
      ],
      report.steps.flatMap { step in
        step.near.map { entry in
          TableRow(
            stub: entry.unit.description,
            cells: [
              .words(entry.name ?? ""), .words(words.name(step.step.name)),
              TableCell(text: amount(entry.evidence, step.step.id)),
              TableCell(text: entry.evidence.share.map { $0.rounded(decimals: 1) } ?? ""),
              .words(entry.evidence.location.description),
            ])
        }
      })
  }

  var candidates: Table? {
    table(
      words.sentence("candidates_caption"),
      [
        ("unit", true), ("name", true), ("standing", true), ("revenue", false),
        ("share", false), ("year", false), ("source", true),
      ],
      report.candidates.map { standing in
        let candidate = standing.candidate
        let key = standing.hasEntered ? "entered" : standing.standing.rawValue
        let revenue = words.amount(candidate.revenue, words.definition.candidates?.threshold)
        return TableRow(
          stub: candidate.unit.description,
          cells: [
            .words(candidate.name), .words(words.sentence("candidate_" + key)),
            TableCell(text: revenue.map(words.text) ?? ""),
            TableCell(text: standing.share.map { $0.rounded(decimals: 1) } ?? ""),
            TableCell(text: String(candidate.year)), .words(candidate.source),
          ])
      })
  }

  private func amount(_ evidence: LadderEvidence?, _ step: String) -> String {
    words.amount(evidence?.amount, words.threshold(ofStep: step)).map(words.text) ?? ""
  }
}

extension LadderWords {
  fileprivate func text(_ amount: Amount) -> String {
    amount.rounded + amount.unit.behindNumber(in: catalogue.language)
  }
}
