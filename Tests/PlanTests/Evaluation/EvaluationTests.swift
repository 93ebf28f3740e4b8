// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics
import Testing

@Suite struct EvaluationTests {
  /// The scores of units with these values of the one item, best first.
  private static func scores(
    _ values: [String], _ items: [EvaluationItem], before: [String]? = nil
  ) throws -> [String] {
    func units(_ values: [String]) -> [EvaluationUnit] {
      values.enumerated().map { index, value in
        Example.unit("\(index)", value.isEmpty ? [:] : ["tax": value])
      }
    }
    let evaluation = try Evaluation(
      Example.scheme(items), year: 2022, units: units(values), before: before.map(units))
    return evaluation.sheets.compactMap { $0.result?.score.exactText }
  }

  @Test(arguments: [
    // value ÷ baseline × weight
    (Example.item(), ["5", "20"], ["200", "50"]),
    (Example.item(direction: .lower, cap: "2"), ["5", "20"], ["200", "50"]),
    (Example.item(direction: .lower, cap: "1.5"), ["5", "0"], ["150", "150"]),
    (Example.item(cap: "1.5", floor: "0"), ["20", "-5"], ["150", "0"]),
    (Example.item(), ["-5"], ["-50"]),
    // Σ ÷ count = 12.5
    (
      Example.item(baseline: .mean(times: ExactDecimal(1), of: .same)), ["5", "20"], ["160", "40"]
    ),
    (Example.item(baseline: .mean(times: ExactDecimal(2), of: .same)), ["5", "20"], ["80", "20"]),
    // 3 of 4 values are 75 %
    (
      Example.item(baseline: .percentile(ExactDecimal(75), of: .same)), ["1", "2", "4", "8"],
      ["200", "100", "50", "25"]
    ),
    (
      Example.item(baseline: .percentile(Example.number("75.1"), of: .same)),
      ["1", "2", "4", "8"], ["100", "50", "25", "12.5"]
    ),
    // A mean that is not above zero is no baseline.
    (Example.item(baseline: .mean(times: ExactDecimal(1), of: .same)), ["5", "-5"], []),
    // Missing rules: zero, average of 50 and 200.
    (Example.item(missing: .zero), ["5", "", "20"], ["200", "50", "0"]),
    (Example.item(missing: .groupAverage), ["5", "", "20"], ["200", "125", "50"]),
    (Example.item(missing: .notAssessed), ["5", "", "20"], ["200", "50"]),
    (Example.item(missing: .groupAverage), ["", ""], []),
    (Example.item(missing: .reweight), ["5", ""], ["50"]),
  ])
  func scoresOneItem(item: EvaluationItem, values: [String], expected: [String]) throws {
    #expect(try Self.scores(values, [item]) == expected)
  }

  @Test func aBaselineOfTheYearBeforeNeedsItsData() throws {
    let item = Example.item(baseline: .mean(times: ExactDecimal(2), of: .before))
    #expect(try Self.scores(["5", "20"], [item], before: ["4", "6"]) == ["200", "50"])
    #expect(throws: EvaluationError.noDataBefore(item: "tax", year: 2021)) {
      try Self.scores(["5"], [item])
    }
  }

  @Test func anItemLeftOutRaisesTheOthersToTheWhole() throws {
    let items = [
      Example.item("tax", weight: "60"), Example.item("va", weight: "30", missing: .reweight),
      Example.item("rd", weight: "10", missing: .reweight),
    ]
    let unit = Example.unit("1", ["tax": "5", "rd": "10"])
    let evaluation = try Evaluation(
      Example.scheme(items), year: 2022, units: [unit], before: nil)
    // (5 ÷ 10 × 60 + 10 ÷ 10 × 10) × 100 ÷ 70
    let sheet = evaluation.sheets[0]
    #expect(sheet.result?.score.exactText == "400/7")
    #expect(sheet.items.map(\.weight.exactText) == ["600/7", "0", "100/7"])
    #expect(sheet.items[1].standing == .leftOut)
  }

  @Test func aDenominatorOfZeroIsAMissingValue() throws {
    let units = [
      Example.unit("1", ["tax": "5", "land": "0"]), Example.unit("2", ["tax": "5", "land": "-1"]),
      Example.unit("3", ["tax": "5", "land": "0.5"]),
    ]
    let evaluation = try Evaluation(
      Example.scheme([Example.item("tax", per: "land")]), year: 2022, units: units, before: nil)
    #expect(evaluation.sheets.map { $0.result?.score.exactText } == ["100", nil, nil])
  }

  @Test func groupsTakeTheUnitsWhoseConditionsHold() throws {
    let condition = EvaluationCondition(column: "scale", test: .isOneOf(["规上"]))
    let exemption = EvaluationExemption(
      name: LocalizedName(zh: "新办"),
      condition: EvaluationCondition(column: "years", test: .below(ExactDecimal(2))))
    let units = [
      Example.unit("1", ["tax": "5", "scale": "规上", "years": "2"]),
      Example.unit("2", ["tax": "5", "scale": "规上", "years": "1.9"]),
      Example.unit("3", ["tax": "5", "scale": "规下"]), Example.unit("4", ["tax": "5"]),
    ]
    let scheme = Example.scheme(
      [Example.item()], conditions: [condition], exemptions: [exemption])
    let evaluation = try Evaluation(scheme, year: 2022, units: units, before: nil)
    #expect(
      evaluation.sheets.map(\.reason) == [nil, .exempt(exemption), .noGroup, .noGroup])
  }

  @Test func bonusAndMalusAreAdded() throws {
    let adjustments = [("star", "3"), ("fine", "-10.5")].map { column, points in
      EvaluationAdjustment(
        name: LocalizedName(zh: column),
        condition: EvaluationCondition(column: column, test: .isOneOf(["是"])),
        points: Example.number(points))
    }
    let units = [
      Example.unit("1", ["tax": "10", "star": "是"]),
      Example.unit("2", ["tax": "10", "star": "是", "fine": "是"]),
      Example.unit("3", ["tax": "10", "star": "否"]),
    ]
    let evaluation = try Evaluation(
      Example.scheme([Example.item()], adjustments: adjustments), year: 2022, units: units,
      before: nil)
    #expect(evaluation.sheets.map { $0.result?.score.exactText } == ["103", "100", "92.5"])
  }
}
