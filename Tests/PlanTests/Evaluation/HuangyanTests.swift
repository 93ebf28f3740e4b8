// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics
import Testing

/// The published formula of Huangyan 2022, on the units that Documentation/Evaluation.md computes by hand.
@Suite struct HuangyanTests {
  private static func item(
    _ id: String, _ numerator: String, per denominator: String, _ weight: Int128,
    _ baseline: String, _ missing: EvaluationItem.MissingRule = .notAssessed
  ) -> EvaluationItem {
    EvaluationItem(
      id: id, name: LocalizedName(zh: id), numerator: numerator, denominator: denominator,
      weight: ExactDecimal(weight), baseline: .fixedByYear([2022: Example.number(baseline)]),
      missing: missing)
  }

  private static let scheme = Example.scheme([
    item("tax", "tax", per: "land", 30, "24.097"), item("land", "va", per: "land", 20, "136.16"),
    item("energy", "va", per: "energy", 20, "2.694"),
    item("emissions", "va", per: "emissions", 10, "4929.81", .groupAverage),
    item("staff", "va", per: "staff", 10, "18.14"), item("rd", "rd", per: "revenue", 10, "0.0302"),
  ])

  private static func unit(_ code: String, _ values: [String]) -> EvaluationUnit {
    let columns = ["tax", "land", "energy", "emissions", "va", "staff", "rd", "revenue"]
    let cells = zip(columns, values).filter { !$0.1.isEmpty }
    return Example.unit(code, Dictionary(uniqueKeysWithValues: cells))
  }

  private static let units = [
    unit("1", ["600", "20", "1000", "0.5", "3000", "150", "120", "12000"]),
    unit("2", ["300", "25", "1200", "", "2500", "160", "300", "10000"]),
    unit("3", ["150", "15", "900", "0.4", "1200", "100", "60", "6000"]),
    unit("4", ["40", "30", "1500", "1.2", "900", "140", "0", "5200"]),
    unit("5", ["80", "", "300", "0.1", "700", "60", "20", "3000"]),
  ]

  @Test func comesToTheScoresComputedByHand() throws {
    let evaluation = try Evaluation(Self.scheme, year: 2022, units: Self.units, before: nil)
    let scores = evaluation.sheets.map { $0.result?.score.rounded(decimals: 2) }
    #expect(scores == ["108.16", "70.23", "50.11", "15.59", nil])
    #expect(evaluation.sheets.map { $0.result?.place } == [1, 2, 3, 4, nil])
    #expect(evaluation.sheets[4].outcome == .notAssessed(.missingItem("tax")))
  }

  @Test func everyFactorIsOnTheSheet() throws {
    let evaluation = try Evaluation(Self.scheme, year: 2022, units: Self.units, before: nil)
    let points = evaluation.sheets[0].items.map { $0.points.rounded(decimals: 4) }
    #expect(points == ["37.3490", "22.0329", "22.2717", "12.1709", "11.0254", "3.3113"])
    let second = evaluation.sheets[1].items[3]
    #expect(second.standing == .groupAverage)
    #expect(second.points.rounded(decimals: 4) == "6.5925")
    #expect(second.value == nil)
  }

  @Test func anotherYearNeedsItsOwnBaselines() {
    #expect(throws: EvaluationError.noBaseline(item: "tax", year: 2023)) {
      try Evaluation(Self.scheme, year: 2023, units: Self.units, before: nil)
    }
  }
}
