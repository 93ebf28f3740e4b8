// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

/// The shape `yuebao.ladder/1`, documented in Documentation/Ladder.md.
struct LadderDocument: Encodable {
  let schema = "yuebao.ladder/1"
  let audience = "internal"
  let confidential = true
  let synthetic: Bool
  let ladders: [Ladder]

  init(_ printer: LadderPrinter) {
    synthetic = printer.words.isSynthetic
    ladders = printer.reports.map { Ladder($0, printer) }
  }

  struct Ladder: Encodable {
    let period: String
    let steps: [Step]
    let comparison: Comparison
    let candidates: [Candidate]

    init(_ report: LadderReport, _ printer: LadderPrinter) {
      let words = printer.words
      period = report.period.description
      steps = printer.steps(of: report).map { Step($0, words) }
      comparison = Comparison(report.comparison, printer.moves(of: report), words)
      candidates = printer.candidates(of: report).map { Candidate($0, words) }
    }
  }

  struct Step: Encodable {
    let step: String
    let name: String
    let flag: String?
    let indicator: String?
    let threshold: Amount?
    let before: Int?
    let on: [Entry]
    let near: [Entry]
    let unknown: [Entry]

    init(_ step: LadderReport.Step, _ words: LadderWords) {
      let threshold = step.step.amount?.threshold
      self.step = step.step.id
      name = words.name(step.step.name)
      flag = step.step.flag
      indicator = step.step.amount?.indicator
      self.threshold = Amount(threshold?.value, threshold, words)
      before = step.before
      on = step.on.map { Entry($0, threshold, words) }
      near = step.near.map { Entry($0, threshold, words) }
      unknown = step.unknown.map { Entry($0, threshold, words) }
    }
  }

  struct Amount: Encodable {
    let value: String
    let rounded: String
    let unit: String

    init?(_ amount: ExactDecimal?, _ threshold: LadderThreshold?, _ words: LadderWords) {
      guard let amount = words.amount(amount, threshold) else { return nil }
      value = amount.value.exactText
      rounded = amount.rounded
      unit = amount.unit.symbol
    }
  }

  struct Entry: Encodable {
    let unit: String
    let name: String?
    let evidence: Evidence

    init(_ entry: LadderReport.Entry, _ threshold: LadderThreshold?, _ words: LadderWords) {
      unit = entry.unit.description
      name = entry.name
      evidence = Evidence(entry.evidence, threshold, words)
    }
  }

  struct Evidence: Encodable {
    let standing: String
    let amount: Amount?
    let share: String?
    let period: String?
    let place: String

    init(_ evidence: LadderEvidence, _ threshold: LadderThreshold?, _ words: LadderWords) {
      standing = evidence.standing.rawValue
      amount = Amount(evidence.amount, threshold, words)
      share = evidence.share?.exactText
      period = evidence.period?.description
      place = evidence.location.description
    }
  }

  struct Comparison: Encodable {
    let with: String
    let steps: [String]
    let lacking: [String]
    let unknown: [String]
    let moves: [Move]

    init(
      _ comparison: LadderReport.Comparison, _ moves: [LadderMove], _ words: LadderWords
    ) {
      with = comparison.with.description
      steps = comparison.steps
      lacking = comparison.lacking.map(\.description)
      unknown = comparison.unknown.map(\.description)
      self.moves = moves.map { Move($0, words) }
    }
  }

  struct Move: Encodable {
    let movement: String
    let unit: String
    let name: String?
    let from: String?
    let to: String?
    let step: String
    let before: Evidence?
    let now: Evidence?

    init(_ move: LadderMove, _ words: LadderWords) {
      let threshold = words.threshold(ofStep: move.step)
      movement = move.kind.rawValue
      unit = move.unit.description
      name = move.name
      (from, to, step) = (move.from, move.to, move.step)
      before = move.before.map { Evidence($0, threshold, words) }
      now = move.now.map { Evidence($0, threshold, words) }
    }
  }

  struct Candidate: Encodable {
    let unit: String
    let name: String
    let standing: String
    let entered: Bool
    let revenue: Amount?
    let share: String?
    let year: Int
    let source: String
    let place: String

    init(_ standing: LadderCandidateStanding, _ words: LadderWords) {
      let candidate = standing.candidate
      unit = candidate.unit.description
      name = candidate.name
      self.standing = standing.standing.rawValue
      entered = standing.hasEntered
      revenue = Amount(candidate.revenue, words.definition.candidates?.threshold, words)
      share = standing.share?.exactText
      year = candidate.year
      source = candidate.source
      place = candidate.location.description
    }
  }
}
