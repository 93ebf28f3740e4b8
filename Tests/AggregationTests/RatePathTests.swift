// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

@Suite struct RatePathTests {
  private static func ratio(_ text: String) throws -> Ratio {
    Ratio(try #require(ExactDecimal(text)))
  }

  @Test(arguments: [
    ("100", "121", 1, 2, "110", false), ("100", "121", 12, 24, "110", false),
    ("100", "121", 0, 2, "100", false), ("100", "121", 2, 2, "121", false),
    ("100", "121", 4, 2, "146.41", false), ("121", "100", 1, 2, "110", false),
    // 19.73 × (35 ÷ 19.73)^(1/3) = 23.8840188325…; by months the same.
    ("19.73", "35", 1, 3, "23.88401883257505", true),
    ("19.73", "35", 12, 36, "23.88401883257505", true),
  ])
  func liesOnTheWay(
    base: String, goal: String, elapsed: Int, total: Int, value: String, isCut: Bool
  ) throws {
    let path = try #require(
      try RatePath(
        from: Self.ratio(base), to: Self.ratio(goal), elapsed: elapsed, total: total))
    let result = try path.value()
    #expect(result.value.exactText.hasPrefix(value) && result.isCut == isCut)
  }

  /// Comparison is exact where the printed value is cut.
  @Test func comparesExactlyAroundACutValue() throws {
    let path = try #require(RatePath(from: Ratio(1), to: Ratio(2), elapsed: 1, total: 36))
    let cut = try path.value().value
    let next = try cut.adding(Ratio(1, over: Int128.powerOfTen(15)))
    #expect(path.isAtLeast(cut) && !path.isAtMost(cut))
    #expect(path.isAtMost(next) && !path.isAtLeast(next))
  }

  @Test func whatIsReachedExactlyIsBothAtMostAndAtLeast() throws {
    let path = try #require(RatePath(from: Ratio(100), to: Ratio(121), elapsed: 6, total: 12))
    #expect(path.isAtMost(Ratio(110)) && path.isAtLeast(Ratio(110)))
    #expect(!path.isAtMost(.zero) && path.isAtLeast(Ratio(-1)))
  }

  /// A way has two ends above zero and a length that powers can be computed of.
  @Test(arguments: [
    (0, 1, 1, 2), (1, 0, 1, 2), (-1, 1, 1, 2), (1, 2, -1, 2), (1, 2, 1, 0), (1, 2, 1, 1201),
    (1, 2, 1201, 1),
  ])
  func refusesWhatHasNoRate(base: Int128, goal: Int128, elapsed: Int, total: Int) {
    #expect(RatePath(from: Ratio(base), to: Ratio(goal), elapsed: elapsed, total: total) == nil)
  }

  @Test func aHighRootIsCutToo() throws {
    let path = try #require(RatePath(from: Ratio(1), to: Ratio(2), elapsed: 1, total: 360))
    let (value, isCut) = try path.value()
    #expect(isCut && value.exactText == "1.001927263624698")
  }

  @Test func whatLeavesAllDigitsOverflows() throws {
    let path = try #require(
      RatePath(from: Ratio(1), to: Ratio(1_000_000), elapsed: 1200, total: 1))
    #expect(throws: ArithmeticError.overflow) { try path.value() }
  }
}
