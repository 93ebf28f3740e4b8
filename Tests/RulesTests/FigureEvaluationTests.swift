// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Rules

@Suite struct FigureEvaluationTests {
  private static let figures = [
    "output.electronics.ytd.yoy@2021-05": "7.6", "output.total.ytd.yoy@2021-05 guangdong": "20",
    "output.total.ytd.level@2021-05": "12.5", "output.electronics.ytd.share@2021-05": "61",
    "output.electronics.ytd.share@2021-04": "50", "output.total.ytd.level@2020-05": "10",
    "output.total.ytd.level@2020-01..02": "3",
  ]

  private static func evaluate(
    _ expression: String
  ) throws -> (result: RuleResult, values: [RuleValue]) {
    let period = try #require(Period(year: 2021, month: 5))
    let evaluation = FigureEvaluation(period) { name, area in
      figures[name.description + (area.map { " " + $0 } ?? "")].flatMap { ExactDecimal($0) }
        .map { Ratio($0) }
    }
    return try evaluation.result(of: try Fixture.rule(expression, scope: .figures))
  }

  @Test(arguments: [
    ("output.electronics.ytd.yoy = 7.6%", RuleResult.passed),
    ("output.electronics.ytd.yoy < 0.076", .failed),
    ("output.total.ytd.level = 12.5亿元", .passed),
    ("output.total.ytd.level > year_earlier(output.total.ytd.level) * 125%", .failed),
    ("lag(output.total.ytd.level, 14) = 3亿元", .passed),
    ("output.total.ytd.yoy > 0", .notEvaluable),
    (
      "abs(area(\"guangdong\", output.total.ytd.yoy) - output.electronics.ytd.yoy) <= 10个百分点",
      .failed
    ),
    (
      "abs(output.electronics.ytd.share - lag(output.electronics.ytd.share)) <= 11百分点", .passed
    ),
  ])
  func saysOfAPeriodsFigures(expression: String, result: RuleResult) throws {
    let found = try Self.evaluate(expression).result
    #expect(found == result)
  }

  @Test func valuesAreShownInTheFiguresUnit() throws {
    let values = try Self.evaluate(
      "area(\"guangdong\", output.total.ytd.yoy) > 1 or output.total.ytd.level > 1亿元 or "
        + "lag(output.total.ytd.level) > 1元"
    ).values
    #expect(
      values.map(\.description) == [
        "area(\"guangdong\", output.total.ytd.yoy) = 20%", "output.total.ytd.level = 12.5 亿元",
        "lag(output.total.ytd.level) = —",
      ])
  }
}
