// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

/// The growth ladder as aligned tables for a terminal.
struct LadderText {
  private let printer: LadderPrinter
  private var words: LadderWords { printer.words }

  init(_ printer: LadderPrinter) { self.printer = printer }

  var text: String {
    let heading =
      [words.sentence("internal")] + (words.isSynthetic ? [words.sentence("synthetic")] : [])
    return (heading + printer.reports.flatMap { [""] + lines(of: $0) }).joined(separator: "\n")
  }

  private func lines(of report: LadderReport) -> [String] {
    let steps = printer.steps(of: report)
    let lists: [(LadderEvidence.Standing, [LadderReport.Step])] =
      (printer.step == nil ? [] : [(.on, steps)]) + [(.near, steps), (.unknown, steps)]
    return [words.sentence("title", ["period": report.period.description])]
      + overview(steps).lines
      + words.comparison(report, printer.moves(of: report), name: \.description)
      + moves(printer.moves(of: report))
      + lists.flatMap { entries($0, of: $1) } + candidates(printer.candidates(of: report))
  }

  private func heads(_ keys: [String]) -> [String] { keys.map { words.sentence("head_" + $0) } }

  /// Under its own line, unless nothing is in it.
  private func titled(_ key: String, _ table: TextTable) -> [String] {
    table.rows.isEmpty ? [] : ["", words.sentence(key)] + table.lines
  }

  private func overview(_ steps: [LadderReport.Step]) -> TextTable {
    var table = TextTable(
      header: heads(["step", "on", "before", "near", "unknown"]), rightAligned: [1, 2, 3, 4])
    table.rows = steps.map { step in
      [
        words.name(step.step.name), String(step.on.count), step.before.map(String.init) ?? "—",
        step.step.amount?.threshold.near == nil ? "" : String(step.near.count),
        step.step.amount == nil ? "" : String(step.unknown.count),
      ]
    }
    return table
  }

  // MARK: - Moves

  private func moves(_ moves: [LadderMove]) -> [String] {
    var table = TextTable(
      header: heads(["move", "unit", "name", "from", "to", "amount_before", "amount_now", "place"]),
      rightAligned: [5, 6])
    table.rows = moves.map { move in
      [
        words.sentence("move_" + move.kind.rawValue), move.unit.description,
        (move.name ?? "").onOneLine, words.step(move.from), words.step(move.to),
        amount(move.before, move.step), amount(move.now, move.step),
        (move.now ?? move.before)?.location.description ?? "",
      ]
    }
    return titled("moves", table)
  }

  private func amount(_ evidence: LadderEvidence?, _ step: String) -> String {
    words.amount(evidence?.amount, words.threshold(ofStep: step)).map { "\($0.rounded) \($0.unit)" }
      ?? ""
  }

  // MARK: - Units

  private func entries(
    _ standing: LadderEvidence.Standing, of steps: [LadderReport.Step]
  ) -> [String] {
    var table = TextTable(
      header: heads(["step", "unit", "name", "amount", "share", "period", "place"]),
      rightAligned: [3, 4])
    for step in steps {
      table.rows += step.entries(standing).map { entry in
        [
          words.name(step.step.name), entry.unit.description, (entry.name ?? "").onOneLine,
          amount(entry.evidence, step.step.id),
          entry.evidence.share.map { $0.rounded(decimals: 1) } ?? "",
          entry.evidence.period?.description ?? "", entry.evidence.location.description,
        ]
      }
    }
    return titled("units_" + standing.rawValue, table)
  }

  private func candidates(_ candidates: [LadderCandidateStanding]) -> [String] {
    var table = TextTable(
      header: heads(["standing", "unit", "name", "revenue", "share", "year", "source"]),
      rightAligned: [3, 4])
    table.rows = candidates.map { standing in
      let candidate = standing.candidate
      let key = standing.hasEntered ? "entered" : standing.standing.rawValue
      let revenue = words.amount(candidate.revenue, words.definition.candidates?.threshold)
      return [
        words.sentence("candidate_" + key), candidate.unit.description, candidate.name.onOneLine,
        revenue.map { "\($0.rounded) \($0.unit)" } ?? "",
        standing.share.map { $0.rounded(decimals: 1) } ?? "", String(candidate.year),
        candidate.source.onOneLine,
      ]
    }
    return titled("candidates", table)
  }
}

extension LadderReport.Step {
  /// Its units of one standing; none that are below it.
  func entries(_ standing: LadderEvidence.Standing) -> [LadderReport.Entry] {
    switch standing {
    case .on: on
    case .near: near
    case .unknown: unknown
    case .below: []
    }
  }
}
