// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Rules

/// What cannot be read, and where; characters are counted from 0.
@Suite struct RuleParserTests {
  @Test(arguments: [
    ("output.ytd <= ", 14, "expected a name, a number or “(”"),
    ("output.ytd < < 1", 13, "expected a name, a number or “(”"),
    ("(output.ytd < 1", 15, "expected “)”"),
    ("output.ytd # 1", 11, "“#” means nothing here"),
    ("output.ytd < 3瓦", 14, "“瓦” is no unit of measure"),
    ("unit = \"91A", 7, "never closed"),
    ("output.ytd < 1 2", 15, "expected an operator or the end"),
    ("1 < output.ytd < 2", 15, "comparisons do not chain"),
    ("if output.ytd > 0 sales.ytd > 0", 18, "expected “then”"),
    ("industry in 39", 12, "expected a list in [ ]"),
    ("output.ytd not 3", 15, "expected “in”"),
    ("max(output.ytd, ", 16, "expected a name, a number or “(”"),
    ("", 0, "ends too early"),
  ])
  func pointsAtTheCharacter(expression: String, offset: Int, words: String) throws {
    let problem = try #require(Fixture.problems(expression).first)
    #expect(problem.kind == .syntax && problem.offset == offset)
    #expect(problem.message.en.contains(words), "\(problem.message.en)")
    #expect(!problem.message.zh.isEmpty && problem.message.zh != problem.message.en)
  }

  @Test func quotesThePlaceWithACaret() {
    let problem = RuleProblem.syntax(12, zh: "", en: "")
    #expect(problem.excerpt(of: "sales.ytd\n< output.ytd") == "sales.ytd < ‸output.ytd")
    let long = String(repeating: "x", count: 100)
    #expect(problem.excerpt(of: long).hasSuffix("…"))
    #expect(RuleProblem.syntax(900, zh: "", en: "").excerpt(of: "x") == "x‸")
  }

  /// Each pair means the same.
  @Test(arguments: [
    ("1 + 2 * 3 = 7", "(1 + (2 * 3)) = 7"),
    ("not output.ytd > 0 and sales.ytd > 0", "(not output.ytd > 0) and (sales.ytd > 0)"),
    (
      "sales.ytd > 0 or output.ytd > 0 and rate.ytd > 0",
      "sales.ytd > 0 or (output.ytd > 0 and rate.ytd > 0)"
    ),
    ("-output.ytd - -1元 < 0", "((-output.ytd) - (-1元)) < 0"),
    ("8 / 4 / 2 = 1", "((8 / 4) / 2) = 1"),
    ("output.ytd ≤ 5万元", "output.ytd <= 50千元"),
    ("output.ytd ≥ 5亿元 × 20％", "output.ytd >= 5亿元 * 0.2"),
    ("（output.ytd）≠ ０元", "output.ytd != 0元"),
    ("output.ytd == 1元", "output.ytd = 1元"),
    ("output.ytd <> 1元", "output.ytd != 1元"),
    ("rate.ytd < 3个百分点", "rate.ytd < 3%"),
    ("if sales.ytd > 0 then output.ytd > 0", "not (sales.ytd > 0) or output.ytd > 0"),
    ("industry not in [39]", "not (industry in [39])"),
    ("sum(output.ytd, 1元) > 0", "output.ytd + 1元 > 0"),
    ("year_earlier(output.ytd) > 0", "lag(output.ytd, 11) > 0"),
    ("lag(lag(output.ytd), 2) > 0", "lag(output.ytd, 3) > 0"),
    ("lag(output.ytd - sales.ytd) > 0", "lag(output.ytd) - lag(sales.ytd) > 0"),
  ])
  func readsAs(expression: String, same: String) throws {
    // The constants of `5亿元 × 20%` are not multiplied out: such pairs compare by what they say.
    let (first, second) = (try Fixture.rule(expression), try Fixture.rule(same))
    let forms = [first, second].map(\.expression.condition)
    if expression.contains("×") {
      let table = Table(["output.ytd": "100000000"])
      #expect(try table.result(expression) == .passed && table.result(same) == .passed)
    } else {
      #expect(forms[0] == forms[1])
    }
  }

  @Test func depthAndLengthAreBounded() throws {
    let deep = String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)
    #expect(try #require(Fixture.problems(deep).first).message.en.contains("nested deeper"))
    let signs = String(repeating: "-", count: 400) + "1 < 2"
    #expect(try #require(Fixture.problems(signs).first).message.en.contains("nested deeper"))
    let negations = String(repeating: "not ", count: 400) + "1 < 2"
    #expect(try #require(Fixture.problems(negations).first).message.en.contains("nested deeper"))
    let long = String(repeating: "1 + ", count: 2000) + "1 < 2"
    #expect(try #require(Fixture.problems(long).first).message.en.contains("4000 characters"))
    let words = String(repeating: "1+", count: 1000) + "1 < 2"
    #expect(try #require(Fixture.problems(words).first).message.en.contains("500 words"))
    let longest = String(repeating: "1+", count: 240) + "1 > 2"
    #expect(Fixture.problems(longest) == [])
    #expect(try Table([:]).result(longest) == .passed)
  }

  /// No text makes the reader stop the program.
  @Test func anyTextIsReadOrRefused() {
    var generator = SeededGenerator(seed: 4)
    let words = [
      "output.ytd", "sales.month", "1", "2.5千元", "20%", "+", "-", "*", "/", "(", ")", "[", "]",
      ",", "<", "<=", "=", "and", "or", "not", "if", "then", "else", "in", "lag", "lag(", "max(",
      "\"39\"", "industry", "unit", "is_missing(", ".", "，", "≤", "\u{0}", "é", "𠀀",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...12, using: &generator)
      let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      let (expression, problems) = RuleChecker.check(
        text.joined(separator: " "), names: Fixture.names, scope: .units)
      #expect((expression == nil) == !problems.isEmpty)
    }
  }
}
