// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Rules

/// What rules say of one row; columns and fractions must agree (`Table.result`).
@Suite struct RuleEvaluationTests {
  private static let table = Table([
    "output.ytd": "50000", "output.ytd@1": "40000", "output.month": "10000", "sales.ytd": "0",
    "employment.ytd": "20", "rate.ytd": "0.125", "output.ytd@11": "45000",
  ])

  @Test(arguments: [
    ("output.ytd = 50千元", true), ("output.ytd = 5万元", true), ("output.ytd != 5万元", false),
    ("output.ytd < 50.001千元", true), ("output.ytd >= 50千元", true),
    ("output.ytd = lag(output.ytd) + output.month", true),
    ("output.ytd > 110% * year_earlier(output.ytd)", true),
    ("output.ytd / employment.ytd = 2500元 / 1人", true),
    ("abs(sales.ytd - output.ytd) = 50千元", true),
    ("min(output.ytd, sales.ytd) = 0", true), ("max(output.ytd, sales.ytd) = 50千元", true),
    ("sum(output.ytd, output.month, 1元) = 60001元", true),
    ("round(output.ytd / 3, 2) = 16666.67元", true), ("round(output.ytd, -5) = 10万元", true),
    ("round(rate.ytd, 2) = 13%", true), ("round(-rate.ytd, 2) = -13%", true),
    ("output.ytd in [1元, 50千元]", true), ("output.ytd in [1元, 2元]", false),
    ("industry in [39]", true), ("industry in [3912, 38]", false), ("industry = 3911", true),
    ("industry = 39", false), ("period.month = 5 and period.year = 2021", true),
    ("unit = \"91a\"", true), ("unit not in [\"91A\", \"91B\"]", false),
    ("register.name = \"甲厂\"", true), ("register.community = \"a\"", nil),
    ("register.industry = industry", true), ("not register.mask", true),
    ("is_missing(register.community)", true), ("is_missing(output.ytd)", false),
    ("is_missing(sales.month)", true), ("is_missing(output.ytd / sales.ytd)", true),
    ("is_missing(sales.month > 0)", true), ("is_missing(output.ytd > 0)", false),
    ("output.ytd / sales.ytd > 1", nil), ("sales.month > 0", nil),
    ("lag(sales.ytd) = 0", nil), ("if sales.ytd > 0 then sales.month > 0", true),
    ("if output.ytd > 0 then sales.ytd > 0 else sales.ytd = 0", false),
    ("(if sales.ytd > 0 then output.ytd else 1元) = 1元", true),
    ("(if sales.month > 0 then output.ytd else 1元) = 1元", nil),
    ("if sales.month > 0 then output.ytd > 0 else output.ytd > 0", nil),
  ])
  func saysOfOneUnit(expression: String, holds: Bool?) throws {
    #expect(try Self.table.result(expression) == RuleResult(holds))
  }

  /// Kleene's tables: F false, T true, M missing.
  @Test(arguments: [
    ("F", "F", "F", "F"), ("F", "T", "F", "T"), ("F", "M", "F", "M"), ("T", "F", "F", "T"),
    ("T", "T", "T", "T"), ("T", "M", "M", "T"), ("M", "F", "F", "M"), ("M", "T", "M", "T"),
    ("M", "M", "M", "M"),
  ])
  func missingIsNeitherTrueNorFalse(
    left: String, right: String, both: String, either: String
  ) throws {
    let words = ["F": "(1 > 2)", "T": "(1 < 2)", "M": "(sales.month > 0)"]
    let results: [String: RuleResult] = ["F": .failed, "T": .passed, "M": .notEvaluable]
    let (a, b) = (words[left] ?? "", words[right] ?? "")
    #expect(try Self.table.result("\(a) and \(b)") == results[both])
    #expect(try Self.table.result("\(a) or \(b)") == results[either])
    #expect(try Self.table.result("not (not \(a) or not \(b))") == results[both])
    let opposite = ["F": "T", "T": "F", "M": "M"][left] ?? ""
    #expect(try Self.table.result("not \(a)") == results[opposite])
  }

  @Test func aUnitThatIsNotInTheRegisterHasNoFlags() throws {
    var table = Self.table
    table.rows[0].flags = nil
    #expect(try table.result("register.mask") == .notEvaluable)
    table.rows[0].flags = ["mask": true]
    #expect(try table.result("register.mask and not register.高新技术企业") == .passed)
  }

  /// Binary numbers of this size are 0.125 apart: only the exact values can tell.
  @Test(arguments: [
    ("1000000000000000.0000000001", "1000000000000000", RuleComparison.greater),
    ("1000000000000000", "1000000000000000.0000000001", .less),
    ("1000000000000000.0000000001", "1000000000000000.0000000001", .equal),
    ("-1000000000000000.0000000001", "-1000000000000000", .less), ("0.1", "0.1", .equal),
    ("9007199254740993", "9007199254740992", .greater),
  ])
  func theBoundaryIsExact(left: String, right: String, comparison: RuleComparison) throws {
    let table = Table(["output.ytd": left, "sales.ytd": right])
    for other in [RuleComparison.less, .equal, .greater] {
      let result = try table.result("output.ytd \(other.rawValue) sales.ytd")
      #expect(result == (other == comparison ? .passed : .failed))
      let moved = try table.result("output.ytd - sales.ytd \(other.rawValue) 0")
      #expect(moved == result)
    }
  }

  @Test func thirdsAreExact() throws {
    let table = Table(["output.ytd": "1", "sales.ytd": "3", "rate.ytd": "3"])
    #expect(try table.result("output.ytd / sales.ytd * rate.ytd = 1") == .passed)
    #expect(try table.result("3 * (output.ytd / 3) = output.ytd") == .passed)
    let zero = "output.ytd / (output.ytd / 3 * 3 - output.ytd) > 0"
    #expect(try table.result(zero) == .notEvaluable)
    #expect(try table.result("is_missing(\(zero.dropLast(4)))") == .passed)
  }

  /// What binary arithmetic rounds away still counts.
  @Test(arguments: [
    // (2^27 + 1)² is 1 more than 2^27 × (2^27 + 2), and no binary number.
    ("134217729", "rate.ytd * rate.ytd > 134217728 * 134217730"),
    ("134217729", "rate.ytd * rate.ytd = 18014398777917441"),
    ("9007199254740992", "rate.ytd + 1 > 9007199254740992"),
    ("9007199254740992", "-rate.ytd - 1 < -9007199254740992"),
    ("1.005", "round(rate.ytd, 2) = 1.01"), ("-2.675", "round(rate.ytd, 2) = -2.68"),
    ("0.49999999999999999", "round(rate.ytd, 0) = 0"), ("0.5", "round(rate.ytd, 0) = 1"),
    ("1500", "round(rate.ytd, -3) = 2000"), ("1499.9999999999999999", "round(rate.ytd, -3) = 1000"),
    ("3", "1 / rate.ytd * 3 = 1"), ("3", "1 / rate.ytd > 0.3333333333333333"),
  ])
  func roundingIsSeen(value: String, expression: String) throws {
    #expect(try Table(["rate.ytd": value]).result(expression) == .passed)
  }

  /// Whole numbers are decided by their columns, ties too: the exact values are slow to ask for.
  @Test(arguments: [
    "output.ytd >= sales.ytd", "output.ytd / sales.ytd <= 1", "2 * output.ytd = 3 * sales.ytd",
    "output.ytd - sales.ytd - 0元 = output.month or output.ytd > 1千元",
    "if rate.month > 0 then output.ytd < 0 else output.ytd = sales.ytd",
    "max(output.ytd, sales.ytd) = sales.ytd and not output.ytd < sales.ytd",
    "round(output.ytd, -3) = output.ytd", "is_missing(output.month) or output.month = 0",
    "output.month > 0 or sales.ytd > output.ytd", "output.month > 0 and sales.ytd >= output.ytd",
  ])
  func wholeNumbersNeedNoExactValues(expression: String) throws {
    let counting = CountingTable(
      table: Table(["output.ytd": "123456000", "sales.ytd": "123456000", "rate.month": "0"]))
    let evaluation = RuleEvaluation(over: counting)
    _ = evaluation.outcome(of: try Fixture.rule(expression))
    #expect(counting.exactValues == 0)
  }

  @Test func whatOutgrowsTheExactNumbersIsNotEvaluable() throws {
    let large = "99999999999999999999999999999999999999"
    let table = Table(["output.ytd": large])
    let square = "output.ytd * output.ytd"
    #expect(try table.result("\(square) = \(square)") == .notEvaluable)
    let rule = try Fixture.rule("\(square) > 0")
    #expect(RuleEvaluation(over: table).outcome(of: rule).passed == 1)
  }

  @Test func aFailureShowsItsValues() throws {
    let table = Table([
      "output.ytd": "50110000", "sales.ytd": "49020500", "employment.ytd": "12",
      "rate.ytd": "0.5",
    ])
    let rule = try Fixture.rule(
      "sales.ytd > output.ytd or employment.ytd > 20人 or lag(sales.ytd) > 0 or rate.ytd > 1")
    let values = RuleEvaluation(over: table).values(of: rule, row: 0)
    #expect(
      values.map(\.description) == [
        "sales.ytd = 49020.5 千元", "output.ytd = 50110 千元", "employment.ytd = 12 人",
        "lag(sales.ytd) = —", "rate.ytd = 0.5",
      ])
  }

  @Test func anEmptyTableHasNoResults() throws {
    let outcome = RuleEvaluation(over: Table(rows: [])).outcome(
      of: try Fixture.rule("output.ytd > industry_median(output.ytd) and industry in [39]"))
    #expect(outcome == RuleOutcome(passed: 0, notEvaluable: 0, failedRows: []))
  }
}

/// Counts how often an exact value is asked for.
private final class CountingTable: RuleTable {
  let table: Table
  private(set) var exactValues = 0

  init(table: Table) { self.table = table }

  var period: Period { table.period }
  var count: Int { table.count }
  func column(_ variable: RuleVariable) -> RuleColumn { table.column(variable) }
  func exact(_ variable: RuleVariable, row: Int) -> ExactDecimal? {
    exactValues += 1
    return table.exact(variable, row: row)
  }
  func texts(_ field: RuleTextField) -> RuleTexts { table.texts(field) }
  func flags(_ name: String) -> [Bool?] { table.flags(name) }
  func unit(_ row: Int) -> UnitCode { table.unit(row) }
}
