// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Rules

/// Names and dimensions.
@Suite struct RuleCheckerTests {
  @Test(arguments: [
    ("outptu.ytd > 0", 0, "outptu.ytd", "output.ytd"),
    ("output.ytd > 0 and output.yt > 0", 19, "output.yt", "output.ytd"),
    ("register.高新企业", 0, "register.高新企业", "register.高新技术企业"),
    ("lagg(output.ytd) > 0", 0, "lagg", "lag"),
    ("output.ytd > quite_unknown", 13, "quite_unknown", nil),
  ])
  func proposesTheNearestName(
    expression: String, offset: Int, name: String, suggestion: String?
  ) throws {
    let problem = try #require(Fixture.problems(expression).first)
    #expect(problem.kind == .unknownName(name, suggestion: suggestion))
    #expect(problem.offset == offset)
  }

  @Test(arguments: [
    ("output.ytd < employment.ytd", 11, "the units differ: 元 on the left, 人 on the right"),
    ("output.ytd + employment.ytd > 0", 11, "the units differ"),
    ("output.ytd > 5", 11, "元 on the left, a plain number on the right"),
    ("output.ytd * 20% < 1人", 17, "the units differ"),
    ("output.ytd / employment.ytd > 5万元", 28, "元/人 on the left, 元 on the right"),
    ("max(output.ytd, 1人) > 0", 0, "the units differ"),
    ("output.ytd", 0, "a condition belongs here"),
    ("output.ytd > 0 and sales.ytd", 19, "a condition belongs here"),
    ("(output.ytd > 0) + 1 > 0", 1, "a number belongs here"),
    ("industry > 39", 9, "texts compare only by"),
    ("industry in [\"电子\"]", 13, "an industry code"),
    ("register.community = 5", 21, "a text in quotes"),
    ("unit = output.ytd", 7, "a unit code"),
    ("output.ytd in [industry]", 15, "a number belongs here"),
    ("lag(industry in [39]) > 0", 4, "only values of indicators"),
    ("lag(output.ytd > 0) > 0", 4, "a number belongs here"),
    ("lag(if industry in [39] then output.ytd else 0) > 0", 7, "only values of indicators"),
    ("lag(industry_median(output.ytd)) > 0", 4, "outside of lag"),
    ("lag(output.ytd, 25) > 0", 16, "from 1 to 24"),
    ("lag(output.ytd, 1.5) > 0", 16, "from 1 to 24"),
    ("round(output.ytd, 13) > 0", 18, "from -12 to 12"),
    ("abs(output.ytd, 1) > 0", 0, "abs takes 1 arguments, here are 2"),
    ("is_missing(unit)", 11, "always has a value"),
    ("output > 0", 0, "say which value"),
    ("lag > 0", 0, "is a function"),
    ("area(\"guangdong\", output.ytd) > 0", 0, "for rules over: figures"),
    ("if output.ytd > 0 then 1 else sales.ytd > 0", 0, "both be conditions"),
    ("\"a\" = \"b\"", 4, "both sides must be numbers"),
  ])
  func pointsAtWhatMakesNoSense(expression: String, offset: Int, words: String) throws {
    let problem = try #require(Fixture.problems(expression).first)
    #expect(problem.message.en.contains(words), "\(problem.message.en)")
    #expect(problem.offset == offset && problem.kind != .syntax)
  }

  @Test(arguments: [
    "output.ytd > 0", "0 < output.ytd - sales.ytd", "output.ytd / sales.ytd <= 120%",
    "output.ytd / employment.ytd > 5万元 / 1人", "rate.ytd <= 0.5", "rate.ytd > 1百分点",
    "output.ytd * employment.ytd / 1人 > 3元", "max(0, output.ytd) >= 0元",
    "if period.month > 2 then output.month <= output.ytd", "period.month in [2, 3, 12]",
    "industry in [39, 3811, \"06\"]", "register.高新技术企业 or not register.mask",
    "register.industry = industry", "unit in [\"91A\", 914]", "register.name != \"甲\"",
    "(if register.mask then 1 else 2) = 1",
  ])
  func accepts(expression: String) { #expect(Fixture.problems(expression) == []) }

  @Test func allSlipsAreFoundAtOnce() {
    let problems = Fixture.problems("a.b > 0 and output.ytd < 1人 and c(1) > 0")
    #expect(problems.map(\.offset) == [0, 23, 32])
  }

  @Test(arguments: [
    ("value_added.total.ytd.yoy > 0", 0, "value_added"),
    ("output.totl.ytd.yoy > 0", 7, "totl"), ("output.total.ytd.yoi > 0", 17, "yoi"),
    ("area(\"guangdng\", output.total.ytd.yoy) > 0", 6, "guangdng"),
  ])
  func figuresAreLookedUpPartByPart(expression: String, offset: Int, name: String) throws {
    let problem = try #require(Fixture.problems(expression, scope: .figures).first)
    guard case .unknownName(name, _) = problem.kind else {
      Issue.record("\(problem)")
      return
    }
    #expect(problem.offset == offset)
  }

  @Test func eachUsedValueIsListedOnce() throws {
    let rule = try Fixture.rule(
      "output.ytd > lag(output.ytd) and output.ytd > industry_median(sales.ytd / employment.ytd) "
        + "* 1人 and year_earlier(lag(output.ytd, 2)) > 0")
    #expect(
      rule.expression.operands.map(\.label) == [
        "output.ytd", "lag(output.ytd)", "sales.ytd", "employment.ytd",
        "industry_median(sales.ytd / employment.ytd)", "lag(output.ytd, 13)",
      ])
  }
}
