// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct PossibleValueTests {
  @Test(arguments: [
    (Target.Kind.share, "%", "0", true), (.share, "%", "100", true), (.share, "%", "100.1", false),
    (.share, "%", "-0.1", false), (.cumulativeGrowth, "%", "-13.5", true),
    (.compoundedRate, "%", "-100.1", false), (.count, "家", "300", true), (.count, "家", "0", true),
    (.count, "家", "-1", false), (.count, "家", "1.5", false), (.count, "万家", "1.5", true),
    (.count, "万家", "1.00001", false), (.deliverable, "个", "0", true),
    (.mechanism, "项", "0.5", false), (.level, "亿元", "-3", true), (.level, "%", "-5", true),
    (.level, "人", "-3", false), (.cumulativeQuantity, "亩", "0.5", true),
    (.cumulativeQuantity, "亩", "-0.5", false), (.level, "万元/人", "-1", true),
  ])
  func whatAValueCanBe(kind: Target.Kind, unit: String, value: String, isPossible: Bool) throws {
    let possible = PossibleValue(kind: kind, unit: try #require(UnitOfMeasure(unit)))
    let number = try #require(ExactDecimal(value))
    #expect((possible.expected(insteadOf: number) == nil) == isPossible)
  }
}
