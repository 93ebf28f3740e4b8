// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Rules

@Suite struct ContradictionsTests {
  private static func remarks(_ expressions: [String]) throws -> [Contradictions.Remark] {
    Contradictions.remarks(on: try expressions.map { try Fixture.rule($0) })
  }

  @Test(arguments: [
    ("output.ytd > 5元", "output.ytd < 3元"), ("output.ytd > 5元", "output.ytd <= 5元"),
    ("output.ytd < sales.ytd", "sales.ytd < output.ytd"),
    ("output.ytd - sales.ytd > 1元", "2 * sales.ytd > 2 * output.ytd"),
    ("output.ytd = 1元", "output.ytd != 1元"), ("output.ytd = 1元", "output.ytd = 2元"),
    ("rate.ytd < 1 and output.ytd > 5万元", "sales.ytd > 0 and not (output.ytd > 5元)"),
    ("output.ytd / sales.ytd >= 90%", "output.ytd / sales.ytd <= 50%"),
    ("abs(output.ytd) < 3元", "output.ytd >= 3元"),
    ("rate.ytd / 4 > 1", "rate.ytd <= 4"), ("rate.ytd in [1]", "rate.ytd > 2"),
    ("not (output.ytd > 0 or sales.ytd > 0)", "output.ytd > 0"),
    ("lag(output.ytd) > 0", "lag(output.ytd) < 0"),
  ])
  func areFound(first: String, second: String) throws {
    #expect(try Self.remarks([first, second]) == [.contradiction(0, 1)])
    #expect(try Self.remarks([second, first]) == [.contradiction(0, 1)])
  }

  @Test(arguments: [
    ("output.ytd > 5元", "output.ytd < 6元"), ("output.ytd >= 5元", "output.ytd <= 5元"),
    ("output.ytd > 5元", "lag(output.ytd) < 3元"), ("output.ytd > 5元", "output.month < 3元"),
    ("if rate.ytd > 1 then output.ytd > 5元", "output.ytd < 3元"),
    ("output.ytd > sales.ytd", "output.ytd < 2 * sales.ytd"),
    ("rate.ytd != 1", "rate.ytd != 2"), ("abs(output.ytd) > 3元", "output.ytd < 1元"),
  ])
  func areNotSeenWhereThereAreNone(first: String, second: String) throws {
    #expect(try Self.remarks([first, second]) == [])
  }

  @Test func theSmallestPairsAreNamed() throws {
    let remarks = try Self.remarks([
      "output.ytd > 1元", "output.ytd < 9元", "output.ytd > 5元", "output.ytd < 3元",
    ])
    #expect(remarks == [.contradiction(2, 3)])
  }

  @Test(arguments: [
    "output.ytd < output.ytd", "1 > 2", "rate.ytd > 2 and rate.ytd < 1", "abs(rate.ytd) < -1",
    "not (rate.ytd <= rate.ytd + 1)",
  ])
  func neverHold(expression: String) throws {
    #expect(try Self.remarks([expression]) == [.neverHolds(0)])
    #expect(try Self.remarks(["not (\(expression))"]) == [.alwaysHolds(0)])
  }

  @Test(arguments: ["output.ytd > 0", "rate.ytd != 1", "if rate.ytd > 1 then rate.ytd > 2"])
  func othersAreLeftAlone(expression: String) throws {
    #expect(try Self.remarks([expression]) == [])
  }

  /// Each level would double the work if a product's parts were looked at twice.
  @Test func nestedProductsAreNormalisedOnce() throws {
    let product = "rate.ytd" + String(repeating: " * 1", count: 200)
    #expect(try Self.remarks(["\(product) > 1", "rate.ytd < 1"]) == [.contradiction(0, 1)])
  }
}
