// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Rules

@Suite struct IndustryStatisticsTests {
  private static func table(_ outputs: [String?], division: String = "39") -> Table {
    Table(
      rows: outputs.map { output in
        var row = Table.Row(industry: division + "11")
        row.values["output.ytd"] = output
        return row
      })
  }

  private static func failed(_ expression: String, _ table: Table) throws -> [Int] {
    RuleEvaluation(over: table).outcome(of: try Fixture.rule(expression)).failedRows
  }

  @Test func theMedianIsOfTheDivision() throws {
    var table = Self.table(["1", "2", "3", "4", "100"])
    table.rows += Self.table(["10", "20", "30", "40", "50", "60"], division: "38").rows
    #expect(
      try Self.failed("output.ytd <= industry_median(output.ytd)", table) == [3, 4, 8, 9, 10])
    #expect(try Self.failed("industry_median(output.ytd) != 3元", table) == [0, 1, 2, 3, 4])
    #expect(try Self.failed("industry_median(output.ytd) != 35元", table) == [5, 6, 7, 8, 9, 10])
  }

  /// Missing values do not count among the five.
  @Test func fewerThanFiveValuesHaveNoMedian() throws {
    let rule = try Fixture.rule("output.ytd > industry_median(output.ytd)")
    let outcome = RuleEvaluation(over: Self.table(["1", "2", "3", "4", nil])).outcome(of: rule)
    #expect(outcome == RuleOutcome(passed: 0, notEvaluable: 5, failedRows: []))
  }

  @Test func theMedianOfTwoInTheMiddleIsExact() throws {
    let table = Self.table(["1", "1", "0.1", "0.2", "0", "0"])
    #expect(try Self.failed("industry_median(output.ytd) = 0.15元", table) == [])
  }

  /// The sum of the two in the middle is lost in binary numbers.
  @Test func theMedianOfOppositeNumbersIsExact() throws {
    let table = Self.table([
      "-9000000000000001", "-9000000000000000", "-1000000000000000.0000000001", "1000000000000000",
      "9000000000000000", "9000000000000001",
    ])
    #expect(try Self.failed("industry_median(output.ytd) < 0", table) == [])
    #expect(try Self.failed("industry_median(output.ytd) = -0.00000000005元", table) == [])
  }

  @Test func quantilesLieBetweenNumbers() throws {
    var order = OrderStatistics([9, 1, 5, 3])
    #expect(order.quantile(1, of: 4) == 2.5)
    #expect(order.median() == 4)
    #expect(order.quantile(3, of: 4) == 6)
    var none = OrderStatistics([])
    #expect(none.median() == nil)
  }

  @Test func selectionIsSorting() throws {
    var generator = SeededGenerator(seed: 7)
    for count in 1...60 {
      let numbers = (0..<count).map { _ in Double(Int.random(in: 0...20, using: &generator)) }
      let sorted = numbers.sorted()
      for index in 0..<count where count > 1 {
        var order = OrderStatistics(numbers)
        #expect(order.quantile(index, of: count - 1) == sorted[index])
      }
    }
  }

  /// Computed by hand: ratios 1, 1.1, 1.2, 1.3, 1.4 and 4; their median is 1.25. All earlier values
  /// are 100.
  @Test func distancesAreThoseOfHidiroglouAndBerthelot() throws {
    let current: [Double] = [100, 110, 120, 130, 140, 400]
    let found = HidiroglouBerthelot.millionths(
      current: current, earlier: Array(repeating: 100, count: 6))
    let effects = current.map { x -> Double in
      let ratio = x / 100
      return (ratio < 1.25 ? 1 - 1.25 / ratio : ratio / 1.25 - 1) * x.squareRoot()
    }
    let middle = (effects[2] + effects[3]) / 2
    // Quartiles at positions 1.25 and 3.75.
    let first = effects[1] + (effects[2] - effects[1]) * 0.25
    let third = effects[3] + (effects[4] - effects[3]) * 0.75
    for (effect, distance) in zip(effects, found) {
      let spread =
        effect < middle
        ? max(middle - first, abs(0.05 * middle)) : max(third - middle, abs(0.05 * middle))
      #expect(abs(distance / 1_000_000 - (effect - middle) / spread) < 0.000_001)
    }
    #expect(found[5] > 30_000_000 && found[0] < 0)
  }

  @Test func distancesNeedPositivePairsThatSpread() throws {
    let few = HidiroglouBerthelot.millionths(
      current: [1, 2, 3, 4, 0, .nan], earlier: [1, 1, 1, 1, 1, 1])
    #expect(!few.contains { !$0.isNaN })
    let same = HidiroglouBerthelot.millionths(
      current: [2, 2, 2, 2, 2, 9], earlier: [1, 1, 1, 1, 1, 1])
    #expect(!same.contains { !$0.isNaN })
  }

  @Test func anOutlierFails() throws {
    var table = Self.table((0..<20).map { "\(1000 + 10 * $0)" })
    for row in table.rows.indices { table.rows[row].values["output.reference_ytd"] = "1000" }
    table.rows[7].values["output.ytd"] = "100000"
    let rule = "abs(hidiroglou_berthelot(output.ytd, output.reference_ytd)) <= 20"
    #expect(try Self.failed(rule, table) == [7])
    table.rows[3].values["output.reference_ytd"] = "0"
    let outcome = RuleEvaluation(over: table).outcome(of: try Fixture.rule(rule))
    #expect(outcome.notEvaluable == 1)
  }
}
