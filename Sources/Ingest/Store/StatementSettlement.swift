// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Decides what counts where several tables state one figure.
///
/// A correction counts before what it corrects. Rows of one rank that contradict each other do not
/// count at all, whatever else they state. The outcome does not depend on the order of files.
struct StatementSettlement {
  private(set) var settled: [AreaFigure: BureauObservation] = [:]
  private(set) var findings: [Finding] = []
  /// Rows that do not count after all, by file.
  private(set) var rejected: [String: Int] = [:]
  private let corrections: Corrections

  private struct Row: Hashable {
    let file: String
    let sheet: String?
    let row: Int?
  }

  init(_ statements: [AreaFigure: [BureauObservation]], corrections: Corrections) {
    self.corrections = corrections
    let conflicting = conflicts(statements)
    for row in conflicting { rejected[row.file, default: 0] += 1 }
    for (key, all) in statements {
      settle(key, all.filter { !conflicting.contains(Self.row(of: $0)) })
    }
  }

  private static func row(of observation: BureauObservation) -> Row {
    let place = observation.location
    return Row(file: place.file, sheet: place.sheet, row: place.row)
  }

  private func rank(of observation: BureauObservation) -> Int {
    corrections.rank(of: observation.location.file)
  }

  /// The rows that contradict one of their rank, with a finding at each but the first.
  private mutating func conflicts(
    _ statements: [AreaFigure: [BureauObservation]]
  ) -> Set<Row> {
    var rows: Set<Row> = []
    for all in statements.values where all.count > 1 {
      for equals in Dictionary(grouping: all, by: { rank(of: $0) }).values {
        let sorted = equals.sorted { $0.location < $1.location }
        let others = sorted.dropFirst().filter { !sorted[0].statesTheSame(as: $0) }
        for other in others { report(other, sorted[0]) }
        if !others.isEmpty { rows.formUnion(sorted.map(Self.row)) }
      }
    }
    return rows
  }

  private mutating func report(_ observation: BureauObservation, _ first: BureauObservation) {
    findings.append(
      Finding(
        .conflictingBureauValues, at: observation.location, period: observation.name.period,
        raw: observation.value.description,
        [
          "figure": observation.name.description, "first": first.location.description,
          "value": first.value.description,
        ]))
  }

  private mutating func settle(_ key: AreaFigure, _ statements: [BureauObservation]) {
    let sorted = statements.sorted { (rank(of: $0), $0.location) < (rank(of: $1), $1.location) }
    guard let highest = sorted.last.map(rank),
      let winner = sorted.first(where: { rank(of: $0) == highest })
    else { return }
    settled[key] = winner
    for old in sorted where rank(of: old) < highest && !winner.statesTheSame(as: old) {
      reportCorrection(of: old, by: winner, corrections[highest])
    }
  }

  private mutating func reportCorrection(
    of old: BureauObservation, by new: BureauObservation, _ correction: Corrections.Correction?
  ) {
    findings.append(
      Finding(
        .corrected, at: new.location, period: new.name.period, raw: new.name.series,
        [
          "old": "\(old.value) \(old.unit.symbol)", "new": "\(new.value) \(new.unit.symbol)",
          "first": old.location.description, "reason": correction?.reason ?? "",
          "date": correction?.date ?? "",
        ]))
  }
}

extension BureauObservation {
  /// Whether both are one amount, be it in different units: 1.5 亿元 and 15000 万元.
  fileprivate func statesTheSame(as other: BureauObservation) -> Bool {
    guard let factor = other.unit.factor(to: unit),
      let converted = try? Ratio(other.value).multiplied(by: factor)
    else { return false }
    return Ratio(value) == converted
  }
}
