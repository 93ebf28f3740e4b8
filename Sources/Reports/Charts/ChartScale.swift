// SPDX-License-Identifier: Apache-2.0

import Statistics

/// A scale with round ticks around the data. All in thousandths of the unit and whole arithmetic, so
/// that every machine draws the same picture.
struct ChartScale: Hashable, Sendable {
  /// In thousandths, at least two.
  let ticks: [Int]

  var lowest: Int { ticks.first ?? 0 }
  var highest: Int { ticks.last ?? 1000 }

  /// - Parameters:
  ///   - values: In thousandths, within ±`ChartNumber.limit`.
  ///   - finest: The smallest step, a power of ten.
  ///   - intervals: At most so many between the ticks, or two more where zero lies between.
  ///   - holdsZero: Whether zero has to be among the ticks, as for every bar.
  init(around values: [Int], finest: Int = 1000, intervals: Int = 6, holdsZero: Bool = true) {
    let low = min(values.min() ?? 0, holdsZero ? 0 : .max)
    var high = max(values.max() ?? 0, holdsZero ? 0 : .min)
    // All the same: one interval, so that there is a scale at all.
    if high == low { high += 1 }
    let step = ChartScale.step(for: high - low, finest: finest, intervals: max(1, intervals))
    ticks = Array(
      stride(from: low.roundedDown(to: step), through: high.roundedUp(to: step), by: step))
  }

  /// 1, 2 or 5 times a power of ten.
  private static func step(for range: Int, finest: Int, intervals: Int) -> Int {
    var power = Int128(finest)
    while true {
      for factor in [1, 2, 5] as [Int128] where power * factor * Int128(intervals) >= range {
        return Int(power * factor)
      }
      power *= 10
    }
  }

  /// Where a value lies between two places, the lowest at the first.
  func place(_ value: Int, from first: Int, to last: Int) -> Int {
    let part = Int128(value - lowest) * Int128(last - first) / Int128(highest - lowest)
    return first + Int(part)
  }

  /// With as many decimals as the steps need.
  func labels(in language: Language) -> [String] {
    let decimals = [1000, 100, 10].firstIndex { step in ticks.allSatisfy { $0 % step == 0 } } ?? 3
    let numbers = NumberText(language: language)
    return ticks.map { tick in
      numbers.grouped(
        Ratio(ExactDecimal(coefficient: Int128(tick), scale: 3)).rounded(decimals: decimals))
    }
  }
}

extension Int {
  fileprivate func roundedDown(to step: Int) -> Int {
    let rest = self % step
    return self - rest - (rest < 0 ? step : 0)
  }

  fileprivate func roundedUp(to step: Int) -> Int {
    let rest = self % step
    return self - rest + (rest > 0 ? step : 0)
  }
}
