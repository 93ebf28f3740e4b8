// SPDX-License-Identifier: Apache-2.0
import Glibc
import Statistics

/// How far units' changes lie from the median change, in quartile distances.
///
/// M. A. Hidiroglou and J.-M. Berthelot, Statistical editing and imputation for periodic business
/// surveys, Survey Methodology 12 (1986), 73–83. With the ratio r = current ÷ earlier and its median
/// m, a change is s = 1 − m ÷ r below the median and r ÷ m − 1 from it on; its effect is
/// E = s × √max(current, earlier), so U = 0.5; the distance is (E − median E) over
/// max(median E − first quartile, |A × median E|) below the median of E, and over
/// max(third quartile − median E, |A × median E|) above it, A = 0.05.
///
/// Computed with + − × ÷ and square roots alone, which IEEE 754 rounds alike on every machine, and
/// rounded to six decimals.
enum HidiroglouBerthelot {
  private static let share = 0.05
  private static let decimals = 1_000_000.0
  /// Distances beyond it are cut: nothing is gained by telling them apart.
  private static let farthest = 1_000_000_000.0

  /// - Returns: a distance in millionths for each pair, in their order; NaN where one of the pair is
  ///   missing (NaN) or not positive, everywhere where fewer than five pairs are left, and where the
  ///   changes do not spread at all.
  static func millionths(current: [Double], earlier: [Double]) -> [Double] {
    var ratios: [Double] = []
    for (x, y) in zip(current, earlier) where x > 0 && y > 0 { ratios.append(x / y) }
    var result = [Double](repeating: .nan, count: current.count)
    var ratioOrder = OrderStatistics(ratios)
    guard ratios.count >= Divisions.fewest, let median = ratioOrder.median() else { return result }
    for index in current.indices {
      let (x, y) = (current[index], earlier[index])
      guard x > 0, y > 0 else { continue }
      let ratio = x / y
      let change = ratio < median ? 1 - median / ratio : ratio / median - 1
      result[index] = change * max(x, y).squareRoot()
    }
    var order = OrderStatistics(result.filter { !$0.isNaN })
    guard let middle = order.median(), let first = order.quantile(1, of: 4),
      let third = order.quantile(3, of: 4)
    else { return result }
    let below = max(middle - first, abs(share * middle))
    let above = max(third - middle, abs(share * middle))
    for index in result.indices where !result[index].isNaN {
      let effect = result[index]
      result[index] = rounded(effect - middle, over: effect < middle ? below : above)
    }
    return result
  }

  private static func rounded(_ difference: Double, over spread: Double) -> Double {
    guard spread > 0, spread.isFinite else { return .nan }
    let distance = min(max(difference / spread, -farthest), farthest)
    return (distance * decimals).rounded(.toNearestOrAwayFromZero)
  }

  static func ratio(millionths: Double) -> Ratio? {
    guard let whole = Int128(exactly: millionths) else { return nil }
    return try? Ratio(whole, over: 1_000_000)
  }
}
