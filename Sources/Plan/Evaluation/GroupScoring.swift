// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// Scores the units of one group.
struct GroupScoring {
  let scheme: EvaluationScheme
  let group: EvaluationGroup
  let year: Int
  /// Of both years, the group's units that are not exempt.
  let units: [EvaluationUnit]
  let before: [EvaluationUnit]?

  /// What a value of an item gives; `nil` where there is no value, no baseline, or a value at or below
  /// zero where lower is better and there is no cap.
  private struct Scored {
    let points: ExactFraction
    let standing: ItemScore.Standing
  }

  /// In no order.
  func sheets() throws(EvaluationError) -> [ScoreSheet] {
    let assessable = Self.assessable(units, group)
    let kept = Set(assessable.map(\.code))
    let dropped = units.filter { !kept.contains($0.code) }
    let baselines = try self.baselines(assessable)
    let averages = averages(assessable, baselines)
    var sheets = dropped.map { unit in
      let item = group.items.first { $0.missing == .notAssessed && $0.value(of: unit) == nil }
      return sheet(unit, notAssessed: item?.id ?? "")
    }
    var scored: [(unit: EvaluationUnit, items: [ItemScore])] = []
    for unit in assessable {
      switch items(of: unit, baselines, averages) {
      case .items(let items): scored.append((unit, items))
      case .missing(let item): sheets.append(sheet(unit, notAssessed: item))
      }
    }
    sheets += ranked(scored)
    return sheets
  }

  /// The units that have every item without which none is assessed.
  private static func assessable(
    _ units: [EvaluationUnit], _ group: EvaluationGroup
  ) -> [EvaluationUnit] {
    let needed = group.items.filter { $0.missing == .notAssessed }
    return units.filter { unit in needed.allSatisfy { $0.value(of: unit) != nil } }
  }

  private func sheet(_ unit: EvaluationUnit, notAssessed item: String) -> ScoreSheet {
    ScoreSheet(
      unit: unit, group: group, items: [], adjustments: [], vetoes: [],
      outcome: .notAssessed(.missingItem(item)))
  }

  /// In the order of the group's items.
  private func baselines(
    _ assessable: [EvaluationUnit]
  ) throws(EvaluationError) -> [ExactFraction?] {
    let earlier = before.map { Self.assessable($0, group) }
    var baselines: [ExactFraction?] = []
    for item in group.items {
      baselines.append(try item.baseline(year: year, units: assessable, before: earlier))
    }
    return baselines
  }

  // MARK: - Items

  private func scored(
    _ item: EvaluationItem, _ value: ExactFraction?, _ baseline: ExactFraction?
  ) -> Scored? {
    guard let value, let baseline else { return nil }
    let weight = ExactFraction(Ratio(item.weight))
    let cap = item.cap.map { ExactFraction(Ratio($0)) * weight }
    let floor = item.floor.map { ExactFraction(Ratio($0)) * weight }
    let points: ExactFraction
    if item.direction == .higher {
      points = value / baseline * weight
    } else if value.isPositive {
      points = baseline / value * weight
    } else {
      return cap.map { Scored(points: $0, standing: .capped) }
    }
    if let cap, points > cap { return Scored(points: cap, standing: .capped) }
    if let floor, points < floor { return Scored(points: floor, standing: .floored) }
    return Scored(points: points, standing: .scored)
  }

  /// The mean points of each item whose missing rule asks for it, over the units that have it; each
  /// cut behind 15 decimals first, since a mean of a thousand fractions has no readable denominator.
  private func averages(
    _ assessable: [EvaluationUnit], _ baselines: [ExactFraction?]
  ) -> [ExactFraction?] {
    zip(group.items, baselines).map { item, baseline in
      guard item.missing == .groupAverage else { return nil }
      let points = assessable.compactMap { scored(item, item.value(of: $0), baseline)?.points }
      guard !points.isEmpty else { return nil }
      let sum = points.reduce(.zero) { $0 + $1.cutBehind15Decimals }
      return (sum / ExactFraction(Ratio(Int128(points.count)))).cutBehind15Decimals
    }
  }

  private enum Items {
    case items([ItemScore])
    /// The id of an item that has neither a value nor a rule that helps.
    case missing(String)
  }

  private func items(
    of unit: EvaluationUnit, _ baselines: [ExactFraction?], _ averages: [ExactFraction?]
  ) -> Items {
    var items: [ItemScore] = []
    for (index, item) in group.items.enumerated() {
      let value = item.value(of: unit)
      let scored = scored(item, value, baselines[index]) ?? substitute(item, averages[index])
      guard let scored else { return .missing(item.id) }
      items.append(
        ItemScore(
          item: item, value: value, baseline: baselines[index],
          weight: ExactFraction(Ratio(item.weight)), points: scored.points,
          standing: scored.standing))
    }
    return reweighted(items)
  }

  private func substitute(_ item: EvaluationItem, _ average: ExactFraction?) -> Scored? {
    switch item.missing {
    case .zero: Scored(points: .zero, standing: .zero)
    case .groupAverage: average.map { Scored(points: $0, standing: .groupAverage) }
    case .reweight: Scored(points: .zero, standing: .leftOut)
    case .notAssessed: nil
    }
  }

  /// Raises the weights of the items that stay to the whole.
  private func reweighted(_ items: [ItemScore]) -> Items {
    let left = items.filter { $0.standing == .leftOut }
    guard let first = left.first else { return .items(items) }
    let whole = items.reduce(.zero) { $0 + $1.weight }
    let kept = items.filter { $0.standing != .leftOut }.reduce(.zero) { $0 + $1.weight }
    guard kept.isPositive else { return .missing(first.item.id) }
    let factor = whole / kept
    return .items(
      items.map { item in
        let factor = item.standing == .leftOut ? .zero : factor
        return ItemScore(
          item: item.item, value: item.value, baseline: item.baseline,
          weight: item.weight * factor, points: item.points * factor, standing: item.standing)
      })
  }

  // MARK: - Ranking

  private func ranked(_ scored: [(unit: EvaluationUnit, items: [ItemScore])]) -> [ScoreSheet] {
    let adjustments = scored.map { entry in
      scheme.adjustments.filter { $0.condition.holds(for: entry.unit) }
    }
    let scores = zip(scored, adjustments).map { entry, adjustments in
      entry.items.reduce(.zero) { $0 + $1.points }
        + adjustments.reduce(.zero) { $0 + ExactFraction(Ratio($1.points)) }
    }
    let places = Self.places(of: scores)
    return scored.indices.map { index in
      let unit = scored[index].unit
      let vetoes = scheme.vetoes.filter { $0.condition.holds(for: unit) }
      let earned = scheme.classes?.earned(
        score: scores[index], place: places[index], of: scores.count)
      return ScoreSheet(
        unit: unit, group: group, items: scored[index].items, adjustments: adjustments[index],
        vetoes: vetoes,
        outcome: .assessed(
          ScoreSheet.Result(
            score: scores[index], place: places[index], ranked: scores.count,
            classBeforeVetoes: earned,
            finalClass: earned.flatMap { scheme.classes?.lowered($0, by: vetoes) })))
    }
  }

  /// 1 for the highest; equal scores share the best of their places, and the next place is left out.
  private static func places(of scores: [ExactFraction]) -> [Int] {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var places = Array(repeating: 1, count: scores.count)
    for (position, index) in order.enumerated() {
      let isTied = position > 0 && scores[order[position - 1]] == scores[index]
      places[index] = isTied ? places[order[position - 1]] : position + 1
    }
    return places
  }
}
