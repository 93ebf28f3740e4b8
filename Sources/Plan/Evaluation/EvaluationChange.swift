// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// How a unit stands against the year before under the same scheme.
package struct EvaluationChange: Hashable, Sendable {
  package enum Movement: String, Hashable, Sendable {
    /// In a better or worse class; without classes, at a better or worse place.
    case up, down
    case same
    /// In no data of the year before, or not assessed then.
    case entered
    /// Assessed the year before and not now.
    case left
  }

  package let code: UnitCode
  package let name: String
  package let movement: Movement
  /// Of the year before and this one; `nil` where not assessed.
  package let before: ScoreSheet.Result?
  package let now: ScoreSheet.Result?

  /// This year's score minus last year's; `nil` where one is missing.
  package var scoreChange: ExactFraction? {
    guard let before, let now else { return nil }
    return now.score - before.score
  }
}

extension Evaluation {
  /// The changes of every unit that is assessed in either year, by unit code.
  package func changes(since earlier: Evaluation) -> [EvaluationChange] {
    let before = Self.assessed(earlier)
    let now = Self.assessed(self)
    return Set(before.keys).union(now.keys).map { code in
      EvaluationChange(
        code: code, name: (now[code] ?? before[code])?.unit.name ?? "",
        movement: movement(from: before[code]?.result, to: now[code]?.result),
        before: before[code]?.result, now: now[code]?.result)
    }.sorted { $0.code.description < $1.code.description }
  }

  private static func assessed(_ evaluation: Evaluation) -> [UnitCode: ScoreSheet] {
    Dictionary(
      evaluation.sheets.filter { $0.result != nil }.map { ($0.unit.code, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func movement(
    from before: ScoreSheet.Result?, to now: ScoreSheet.Result?
  ) -> EvaluationChange.Movement {
    guard let before else { return .entered }
    guard let now else { return .left }
    let ids = scheme.classes?.all.map(\.id) ?? []
    func standing(_ result: ScoreSheet.Result) -> Int {
      result.finalClass.flatMap { ids.firstIndex(of: $0.id) } ?? result.place
    }
    let (old, new) = (standing(before), standing(now))
    return new < old ? .up : new > old ? .down : .same
  }
}
