// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics
import Testing

@testable import Ingest

@Suite struct RuleCheckTests {
  /// Month and cumulative value added of some units.
  private struct Returns: RuleTable {
    let period: Period
    let rows: [(unit: String, month: Int128?, ytd: Int128?)]

    var count: Int { rows.count }
    func column(_ variable: RuleVariable) -> RuleColumn {
      RuleColumn(rows.indices.map { exact(variable, row: $0) })
    }
    func exact(_ variable: RuleVariable, row: Int) -> ExactDecimal? {
      guard variable.lag == 0, variable.slot.side == .current else { return nil }
      let value = variable.slot.basis == .month ? rows[row].month : rows[row].ytd
      return value.map { ExactDecimal($0) }
    }
    func texts(_ field: RuleTextField) -> RuleTexts { RuleTexts(rows.map { _ in "3911" }) }
    func flags(_ name: String) -> [Bool?] { rows.map { _ in nil } }
    func unit(_ row: Int) -> UnitCode { [UnitCode(rows[row].unit)].compactMap(\.self)[0] }
  }

  private static func check(
    in period: String, waivers: String = ""
  ) throws -> (findings: [Finding], counts: [RuleCount], check: RuleCheck) {
    let workspace = RulesFileTests.workspace(
      "value_added.month <= value_added.ytd",
      waivers: "rule,unit,period,reason,by,until\n" + waivers)
    let (definitions, findings) = Definitions.load(from: workspace)
    let loaded = try #require(definitions, "\(findings)")
    let check = RuleCheck(rules: loaded.rules, waivers: loaded.waivers)
    let table = Returns(
      period: try #require(Period(period)),
      rows: [("91A", 2000, 1000), ("91B", 1, 1), ("91C", nil, 5), ("91A", 3000, 2500)])
    let names = loaded.register?.units
    let result = check.findings(
      over: table,
      place: { row, slot in Location(file: "a.csv", column: slot?.index, line: row + 2) },
      unitName: { names?[$0]?.name })
    return (result.findings, result.counts, check)
  }

  @Test func aFailureNamesUnitPlaceAndValues() throws {
    let (findings, counts, _) = try Self.check(in: "2021-05")
    #expect(findings.map(\.code) == [.ruleError, .ruleError])
    let first = try #require(findings.first)
    #expect(first.location == Location(file: "a.csv", column: 0, line: 2) && first.raw == "91A")
    #expect(first.period == Period("2021-05"))
    #expect(first.arguments["unit_zh"] == "甲厂" && first.arguments["name_en"] == "One")
    #expect(first.arguments["values"] == "value_added.month = 2 千元, value_added.ytd = 1 千元")
    let count = try #require(counts.first)
    #expect(count.passed == 1 && count.failed == 2 && count.notEvaluable == 1 && count.waived == 0)
  }

  /// A waiver for the unit until May: what failed by then is waived, in words.
  @Test(arguments: [("2021-04", true), ("2021-05", true), ("2021-06", false)])
  func aWaiverHoldsUntilItsPeriod(period: String, isWaived: Bool) throws {
    let (findings, counts, check) = try Self.check(
      in: period, waivers: "one,91A,,重组,张,2021-05\n")
    #expect(Set(findings.map(\.code)) == [isWaived ? .waivedFailure : .ruleError])
    #expect(counts[0].waived == (isWaived ? 2 : 0) && counts[0].failed == (isWaived ? 0 : 2))
    if isWaived {
      #expect(findings[0].arguments["by"] == "张" && findings[0].arguments["reason"] == "重组")
    }
    let expired = check.expiredWaivers(at: try #require(Period(period)))
    #expect(expired.map(\.code) == (isWaived ? [] : [.waiverExpired]))
  }

  @Test(arguments: [
    ("one,91B,,r,b,2021-12\n", FindingCode.ruleError), ("one,,,r,b,2021-12\n", .waivedFailure),
    ("one,91A,2021-04,r,b,2021-12\n", .ruleError),
    ("one,91A,2021-05,r,b,2021-12\n", .waivedFailure),
  ])
  func aWaiverIsForItsUnitAndPeriod(row: String, code: FindingCode) throws {
    #expect(Set(try Self.check(in: "2021-05", waivers: row).findings.map(\.code)) == [code])
  }

  @Test(
    arguments: zip(Finding.Severity.allCases, [FindingCode.ruleError, .ruleWarning, .ruleNote]))
  func theCodeIsOfTheRulesSeverity(severity: Finding.Severity, code: FindingCode) throws {
    let workspace = RulesFileTests.workspace("value_added.total.ytd.yoy <= 10%")
      .replacing("over: units", with: "over: figures", in: RulesFile.file)
      .replacing("severity: error", with: "severity: \(severity.rawValue)", in: RulesFile.file)
    let rules = try #require(Definitions.load(from: workspace).0).rules
    let period = try #require(Period("2021-05"))
    let (findings, _) = try RuleCheck(rules: rules, waivers: []).findings(
      overFiguresOf: period, area: LocalizedName(zh: "万江")
    ) { _, _ in Ratio(11) }
    #expect(findings.map(\.code) == [code] && findings[0].severity == severity)
  }

  @Test func whatIsNotEvaluatedIsCounted() throws {
    let workspace = RulesFileTests.workspace("value_added.total.ytd.yoy <= 10%")
      .replacing("over: units", with: "over: figures", in: RulesFile.file)
    let rules = try #require(Definitions.load(from: workspace).0).rules
    let period = try #require(Period("2021-05"))
    let counts = RuleCheck(rules: rules, waivers: []).unevaluatedFigureRules(of: period)
    #expect(counts.map(\.notEvaluable) == [1] && counts[0].passed == 0)
  }

  @Test func aWaiverOfOnePeriodDoesNotExpire() throws {
    let (_, _, check) = try Self.check(in: "2021-06", waivers: "one,91A,2021-05,r,b,2021-05\n")
    #expect(check.expiredWaivers(at: try #require(Period("2021-06"))) == [])
  }

  @Test(arguments: [("20", FindingCode.ruleError), ("5", nil), (nil, nil)])
  func figuresAreChecked(yoy: String?, code: FindingCode?) throws {
    let workspace = RulesFileTests.workspace("value_added.total.ytd.yoy <= 10%")
      .replacing("over: units", with: "over: figures", in: RulesFile.file)
    let rules = try #require(Definitions.load(from: workspace).0).rules
    let period = try #require(Period("2021-05"))
    let (findings, counts) = try RuleCheck(rules: rules, waivers: []).findings(
      overFiguresOf: period, area: LocalizedName(zh: "万江")
    ) { _, _ in yoy.flatMap { ExactDecimal($0) }.map { Ratio($0) } }
    #expect(findings.map(\.code) == [code].compactMap(\.self))
    #expect(counts[0].notEvaluable == (yoy == nil ? 1 : 0))
    if let finding = findings.first {
      #expect(finding.arguments["values"] == "value_added.total.ytd.yoy = 20%")
      #expect(finding.location?.file == RulesFile.file && finding.location?.line == 2)
    }
  }
}
