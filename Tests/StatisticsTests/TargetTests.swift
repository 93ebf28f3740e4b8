// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct TargetTests {
  /// 以上 and 达 include the number, 突破 and 超 do not (methods.md §4).
  @Test(arguments: [
    (Target.Comparator.above, [false, false, true]), (.atLeast, [false, true, true]),
    (.below, [true, false, false]), (.atMost, [true, true, false]),
  ])
  func theComparatorDecidesTheBoundary(comparator: Target.Comparator, holds: [Bool]) throws {
    let values = try [Ratio(4999, over: 100), Ratio(50), Ratio(5001, over: 100)]
    #expect(values.map { comparator.holds($0, against: Ratio(50)) } == holds)
  }
}
