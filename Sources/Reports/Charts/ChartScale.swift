// SPDX-License-Identifier: Apache-2.0

/// The vertical scale: round ticks around the data, zero always among them. All in tenths of the
/// unit and whole arithmetic, so that every machine draws the same picture.
struct ChartScale: Hashable, Sendable {
  let ticks: [Int]

  var lowest: Int { ticks.first ?? 0 }
  var highest: Int { ticks.last ?? 10 }

  /// - Parameter values: In tenths.
  init(around values: [Int]) {
    let low = min(0, values.min() ?? 0)
    // All at zero: one interval, so that there is a scale at all.
    let high = max(low == 0 ? 1 : 0, values.max() ?? 0)
    let step = ChartScale.step(for: high - low)
    let first = -((-low + step - 1) / step) * step
    let last = (high + step - 1) / step * step
    ticks = Array(stride(from: first, through: last, by: step))
  }

  /// 1, 2 or 5 times a power of ten, at least one unit, for at most six intervals.
  private static func step(for range: Int) -> Int {
    var power = 10
    while true {
      for factor in [1, 2, 5] where power * factor * 6 >= range { return power * factor }
      power *= 10
    }
  }

  /// The distance from the top in tenths of a pixel.
  func y(_ value: Int, top: Int, height: Int) -> Int {
    top * 10 + (highest - value) * height * 10 / max(1, highest - lowest)
  }
}
