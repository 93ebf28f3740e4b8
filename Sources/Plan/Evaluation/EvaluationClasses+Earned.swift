// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension EvaluationClasses {
  /// The class that a score or its place gives.
  ///
  /// By rank, a place is in the first class whose last percent it does not pass: with 20 % of 11
  /// units, places 1 and 2 (18.2 %) are A and place 3 (27.3 %) is not. Units that share a place share
  /// its class.
  func earned(score: ExactFraction, place: Int, of count: Int) -> Class? {
    let percent = ExactFraction(Ratio(Int128(100 * place))) / ExactFraction(Ratio(Int128(count)))
    return all.first { entry in
      guard let bound = entry.bound.map({ ExactFraction(Ratio($0)) }) else { return true }
      return basis == .rank ? percent <= bound : score >= bound
    } ?? all.last
  }

  /// The worst of a class and those that vetoes allow at best.
  func lowered(_ earned: Class, by vetoes: [EvaluationVeto]) -> Class {
    let ids = all.map(\.id)
    let worst = ([earned.id] + vetoes.map(\.atMost)).compactMap(ids.firstIndex).max()
    return worst.map { all[$0] } ?? earned
  }
}
