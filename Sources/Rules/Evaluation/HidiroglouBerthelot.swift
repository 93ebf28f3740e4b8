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
    let known = ratios(current, earlier)
    var ratioOrder = OrderStatistics(known)
    guard known.count >= Divisions.fewest, let median = ratioOrder.median() else {
      return [Double](repeating: .nan, count: current.count)
    }
    var result = effects(current, earlier, median)
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

  /// Of the pairs that have one, in their order.
  private static func ratios(_ current: [Double], _ earlier: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: current.count) { ratios, count in
      for (x, y) in zip(current, earlier) {
        guard x > 0, y > 0 else { continue }
        ratios[count] = x / y
        count += 1
      }
    }
  }

  /// Of each pair the effect, eight at once; NaN where it has none.
  private static func effects(
    _ current: [Double], _ earlier: [Double], _ median: Double
  ) -> [Double] {
    let size = min(current.count, earlier.count)
    return [Double](unsafeUninitializedCapacity: current.count) { effects, count in
      effects.initialize(repeating: .nan)
      count = effects.count
      guard let target = effects.baseAddress else { return }
      current.withUnsafeBufferPointer { current in
        earlier.withUnsafeBufferPointer { earlier in
          guard let current = current.baseAddress, let earlier = earlier.baseAddress else { return }
          for index in stride(from: 0, to: size, by: Lanes.scalarCount) {
            let count = size - index
            effect(Lanes(current + index, count), Lanes(earlier + index, count), median)
              .store(to: target + index, count)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func effect(_ x: Lanes, _ y: Lanes, _ median: Double) -> Lanes {
    let medians = Lanes(repeating: median)
    let ratio = x / y
    let isLess = ratio .< medians
    // 1 − m ÷ r is the negative of m ÷ r − 1 to the last digit.
    let rise =
      medians.replacing(with: ratio, where: .!isLess)
      / ratio.replacing(with: medians, where: .!isLess) - 1
    let change = rise.replacing(with: -rise, where: isLess)
    let effect = change * x.replacing(with: y, where: x .< y).squareRoot()
    return effect.replacing(with: .nan, where: .!((x .> 0) .& (y .> 0)))
  }

  private static func rounded(_ difference: Double, over spread: Double) -> Double {
    guard spread > 0, spread.isFinite else { return .nan }
    let distance = min(max(difference / spread, -farthest), farthest)
    return roundedAwayFromZero(distance * decimals)
  }

  /// To the nearest whole number, a half away from zero: as `rounded`, without a call. What the cut off
  /// leaves is exact below 2⁵³, far beyond the farthest distance.
  @inline(__always)
  private static func roundedAwayFromZero(_ number: Double) -> Double {
    guard abs(number) < 0x1p52 else { return number.rounded(.toNearestOrAwayFromZero) }
    let whole = Double(Int64(number))
    return abs(number - whole) < 0.5 ? whole : whole + (number < 0 ? -1 : 1)
  }

  static func ratio(millionths: Double) -> Ratio? {
    guard let whole = Int128(exactly: millionths) else { return nil }
    return try? Ratio(whole, over: 1_000_000)
  }
}
