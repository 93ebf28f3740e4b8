// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Finds who has moved between two views of the ladder.
struct LadderComparer {
  private let steps: [LadderStep]
  private let before: LadderView
  private let now: LadderView
  /// The positions of the steps that can be told at both times.
  private let compared: [Int]

  init(_ steps: [LadderStep], before: LadderView, now: LadderView) {
    self.steps = steps
    self.before = before
    self.now = now
    // Nobody entered or left where nobody's return was kept.
    compared =
      before.returns.units.isEmpty
      ? []
      : steps.indices.filter { position in
        [before, now].allSatisfy { !$0.returns.lacksReturns(for: steps[position]) }
      }
  }

  var comparison: LadderReport.Comparison {
    let units = Set(before.evidence.keys).union(now.evidence.keys)
      .sorted { $0.description < $1.description }
    var moves: [(move: LadderMove, position: Int)] = []
    var unknown: [UnitCode] = []
    for unit in units where !compared.isEmpty {
      let (then, current) = (place(of: unit, in: before), place(of: unit, in: now))
      guard case .known(let old) = then, case .known(let new) = current else {
        unknown.append(unit)
        continue
      }
      if let move = move(unit, from: old, to: new) { moves.append(move) }
    }
    let ranks = LadderMove.Kind.allCases
    let ranked = moves.map { move, position in
      (ranks.firstIndex(of: move.kind) ?? 0, position, move)
    }
    return LadderReport.Comparison(
      with: before.returns.period, steps: compared.map { steps[$0].id }, lacking: lacking,
      moves: ranked.sorted {
        ($0.0, $0.1, $0.2.unit.description) < ($1.0, $1.1, $1.2.unit.description)
      }.map(\.2),
      unknown: unknown)
  }

  private var lacking: [Period] {
    guard !before.returns.units.isEmpty else { return [before.returns.period] }
    return [before, now].compactMap { view in
      steps.contains(where: view.returns.lacksReturns) ? view.returns.yearEnd : nil
    }
  }

  // MARK: - One unit

  private enum Place {
    /// The position of the highest step that it stands on; `nil` for none.
    case known(Int?)
    case unknown
  }

  private func place(of unit: UnitCode, in view: LadderView) -> Place {
    guard let evidence = view.evidence[unit] else { return .known(nil) }
    for position in compared {
      switch evidence[position].standing {
      case .on: return .known(position)
      case .unknown: return .unknown
      case .near, .below: continue
      }
    }
    return .known(nil)
  }

  private func move(
    _ unit: UnitCode, from old: Int?, to new: Int?
  ) -> (LadderMove, Int)? {
    guard old != new, let higher = [old, new].compactMap(\.self).min() else { return nil }
    let kind: LadderMove.Kind =
      switch (old, new) {
      case (nil, _): .in
      case (_, nil): .out
      case (let old?, let new?): new < old ? .up : .down
      }
    let move = LadderMove(
      kind: kind, unit: unit, name: now.names[unit] ?? before.names[unit],
      from: old.map { steps[$0].id }, to: new.map { steps[$0].id }, step: steps[higher].id,
      before: before.evidence[unit]?[higher], now: now.evidence[unit]?[higher])
    return (move, higher)
  }
}
