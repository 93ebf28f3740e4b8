// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

/// The growth ladder as CSV that spreadsheets open safely: a line a unit and step, a move, a candidate.
/// Documented in Documentation/Ladder.md.
struct LadderCSV {
  private let printer: LadderPrinter
  private var words: LadderWords { printer.words }

  init(_ printer: LadderPrinter) { self.printer = printer }

  private static let columns = [
    "period", "kind", "step", "unit", "name", "from", "to", "amount_before", "amount",
    "unit_of_measure", "share", "amount_period", "place", "source",
  ]

  /// Lines without a line feed behind the last.
  var text: String {
    let lines = printer.reports.flatMap { report in
      (printer.steps(of: report).flatMap(units) + printer.moves(of: report).map(line)
        + printer.candidates(of: report).map(line)).map { [report.period.description] + $0 }
    }
    return ([Self.columns] + lines).map(CSVText.line).joined(separator: "\n")
  }

  private func units(of step: LadderReport.Step) -> [[String]] {
    [LadderEvidence.Standing.on, .near, .unknown].flatMap { standing in
      step.entries(standing).map { entry in
        let amount = words.amount(entry.evidence.amount, step.step.amount?.threshold)
        return [
          standing.rawValue, step.step.id, entry.unit.description, entry.name ?? "", "", "", "",
          amount?.rounded ?? "", amount?.unit.symbol ?? "",
          entry.evidence.share?.rounded(decimals: 1) ?? "",
          entry.evidence.period?.description ?? "", entry.evidence.location.description, "",
        ]
      }
    }
  }

  private func line(_ move: LadderMove) -> [String] {
    let threshold = words.threshold(ofStep: move.step)
    let (before, now) = (
      words.amount(move.before?.amount, threshold), words.amount(move.now?.amount, threshold)
    )
    return [
      move.kind.rawValue, move.step, move.unit.description, move.name ?? "", move.from ?? "",
      move.to ?? "", before?.rounded ?? "", now?.rounded ?? "",
      (before ?? now)?.unit.symbol ?? "", move.now?.share?.rounded(decimals: 1) ?? "",
      move.now?.period?.description ?? "",
      (move.now ?? move.before)?.location.description ?? "", "",
    ]
  }

  private func line(_ standing: LadderCandidateStanding) -> [String] {
    let candidate = standing.candidate
    let revenue = words.amount(candidate.revenue, words.definition.candidates?.threshold)
    return [
      standing.hasEntered ? "candidate entered" : "candidate " + standing.standing.rawValue,
      words.definition.candidates?.step ?? "", candidate.unit.description, candidate.name, "", "",
      "", revenue?.rounded ?? "", revenue?.unit.symbol ?? "",
      standing.share?.rounded(decimals: 1) ?? "", String(candidate.year),
      candidate.location.description, candidate.source,
    ]
  }
}
