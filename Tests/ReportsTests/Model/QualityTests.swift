// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct QualityTests {
  private func builder(
    _ findings: [Finding], in language: Language = .chinese, rules: [Coverage.Rule] = [],
    units: [Coverage.Units] = []
  ) throws -> ReportBuilder {
    var specimen = try Specimen()
    specimen.findings = findings
    specimen.rules = rules
    specimen.unitCoverage = units
    return ReportBuilder(
      try specimen.content(), in: MessageCatalogue(language, from: Templates()))
  }

  private func cells(_ table: Table?) -> [[String]] {
    (table?.rows ?? []).map { [$0.stub] + $0.cells.map(\.text) }
  }

  private static func failure(_ code: FindingCode, _ rule: String, row: Int) -> Finding {
    Finding(
      code, at: Location(file: "a.csv", row: row),
      [
        "name_zh": rule, "name_en": "rule", "description_zh": rule + "说明", "unit_zh": "甲厂",
        "unit_en": "甲厂", "values": "x = 1", "reason": "属实", "by": "张三", "until": "2021-12",
      ])
  }

  @Test func warningsAreGroupedByCodeAndRemedyAndInfosOnlyCounted() throws {
    let findings =
      (1...5).map { Self.failure(.ruleWarning, "一", row: $0) }
      + [
        Self.failure(.ruleWarning, "二", row: 3), Finding(.blankValue, ["header": "x"]),
        Finding(.columnMoved), Finding(.columnMoved),
      ]
    let builder = try builder(findings)
    let groups = builder.findingGroups
    #expect(groups.map(\.code) == ["Y1207", "Y1502", "Y1502"])
    #expect(groups.map(\.count) == ["1处", "5处", "1处"])
    #expect(groups[1].places.count == 3 && groups[1].more == "另有2处")
    #expect(groups[1].remedy.hasPrefix("一说明") && groups[2].remedy.hasPrefix("二说明"))
    let counts = builder.qualitySection.paragraphs[0].pieces.map(\.text).joined()
    #expect(counts.contains("审核提示7条") && counts.contains("信息2条"))
  }

  @Test func waivedFailuresSayWhoAndWhy() throws {
    let findings = [Self.failure(.waivedFailure, "一", row: 1)]
    #expect(
      cells(try builder(findings).waiverTable)
        == [["甲厂", "一", "x = 1", "属实", "张三", "2021-12"]])
    #expect(cells(try builder(findings, in: .english).waiverTable)[0][1] == "rule")
    #expect(try builder([]).waiverTable == nil)
  }

  @Test func correctionsSayWhatTheyReplaced() throws {
    let finding = Finding(
      .corrected, at: Location(file: "b.csv", row: 2, column: 3), raw: "91A",
      [
        "old": "1 千元", "new": "2 千元", "indicator": "工业增加值", "first": "a.csv:2:3",
        "date": "2021-07-02", "reason": "漏报",
      ])
    #expect(
      cells(try builder([finding]).correctionTable)
        == [["91A 工业增加值", "1 千元", "2 千元", "2021-07-02", "漏报", "b.csv:2:3"]])
  }

  @Test func rulesThatWereHeldAgainstSomethingAreListed() throws {
    func rule(_ id: String, _ passed: Int, _ notEvaluable: Int) -> Coverage.Rule {
      Coverage.Rule(
        id: id, name: LocalizedName(zh: id), severity: .warning, passed: passed, failed: 0,
        waived: 0, notEvaluable: notEvaluable)
    }
    let table = try builder([], rules: [rule("a", 1200, 0), rule("b", 0, 0)]).ruleTable
    #expect(cells(table) == [["a", "提示", "1,200", "0", "0", "0"]])
    #expect(table?.sourceNotes == [])
    #expect(try builder([], rules: [rule("a", 1, 1)]).ruleTable?.sourceNotes.count == 1)
  }

  @Test func unitsWithoutARegisterAreOnlyReported() throws {
    let period = try #require(Period("2021-05"))
    let known = Coverage.Units(period: period, expected: 9, reported: 8, missing: 1)
    #expect(cells(try builder([], units: [known]).unitTable) == [["5月", "9", "8", "1"]])
    let unknown = Coverage.Units(period: period, expected: nil, reported: 8, missing: nil)
    #expect(cells(try builder([], units: [unknown]).unitTable) == [["5月", "8"]])
    #expect(try builder([]).unitTable == nil)
  }
}
