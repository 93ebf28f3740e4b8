// SPDX-License-Identifier: Apache-2.0

/// A random number that is found by its place, not by its turn.
///
/// SplitMix64 (Steele, Lea, Flood 2014) over a path of integers such as seed, unit, year, period,
/// indicator: every value can be computed alone and again, so nothing has to be kept in memory
/// between two files that both print it. Integers only: the same bits on every machine.
struct Draw: Sendable {
  private let state: UInt64

  init(seed: UInt64) { state = Draw.mixed(seed &+ Draw.gamma) }

  private init(state: UInt64) { self.state = state }

  /// The draw at `step` below this one.
  func at(_ step: Int) -> Draw {
    Draw(state: Draw.mixed(state &+ Draw.gamma &* (UInt64(truncatingIfNeeded: step) &+ 1)))
  }

  /// 0 ..< `bound`, for bounds up to 2³².
  func below(_ bound: Int) -> Int { Int(((state >> 32) &* UInt64(bound)) >> 32) }

  /// 1000 − `spread` … 1000 + `spread`: a factor in thousandths.
  func permille(_ spread: Int) -> Int { 1000 - spread + below(2 * spread + 1) }

  private static let gamma: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Int {
  /// The quotient of two non-negative numbers, rounded half up.
  func divided(by divisor: Int) -> Int { (self + divisor / 2) / divisor }
}
