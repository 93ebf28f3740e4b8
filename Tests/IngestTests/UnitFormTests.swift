// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// One form a unit: the B204-1 page.
@Suite struct UnitFormTests {
  private static func read(_ text: String = FormFixture.form) throws -> Ingested {
    try Ingested(csv: text, FormFixture.workspace)
  }

  @Test func theFormIsOneReturn() throws {
    let read = try Self.read()
    #expect(read.findings == [])
    #expect(read.returns == ["91A 2021-05"])
    #expect(read.files.first?.accepted == 1 && read.files.first?.rejected == 0)
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.005")
    #expect(try read.level("investment.total.month.level", "2021-05") == "0.00007")
    #expect(
      SeriesTests.lines(read) == [
        "91A 3911 value_added month level 2021-05 = 100000 元",
        "91A 3911 value_added ytd level 2021-05 = 500000 元",
        "91A 3911 value_added ytd level 2021-05 = 400000 元",
        "91A 3911 investment month level 2021-05 = 7000 元",
        "91A 3911 investment ytd level 2021-05 = 50000 元",
        "91A 3911 investment ytd level 2021-05 = 40000 元",
        "91A part 3911 value_added month level 2021-05 = 60000 元",
        "91A part 3911 value_added ytd level 2021-05 = 300000 元",
        "91A part 3911 value_added ytd level 2021-05 = 300000 元",
        "91A part 3912 value_added month level 2021-05 = 40000 元",
        "91A part 3912 value_added ytd level 2021-05 = 200000 元",
        "91A part 3912 value_added ytd level 2021-05 = 100000 元",
      ])
  }

  /// Each value is traced to its cell.
  @Test func valuesKnowTheirCells() throws {
    let places = try Self.read().ingest.observations().map { "\($0.location)" }
    #expect(
      places.prefix(6) == [
        "returns.csv:7:4", "returns.csv:7:5", "returns.csv:7:6", "returns.csv:8:4",
        "returns.csv:8:5", "returns.csv:8:6",
      ])
  }

  @Test func aSpreadsheetGivesTheSame() throws {
    let read = try Ingested(xml: [("B204-1表", FormFixture.form)], FormFixture.workspace)
    #expect(read.findings == [])
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.005")
  }

  /// A spreadsheet turns the code `01` into a number.
  @Test func codesMayHaveLostTheirZeros() throws {
    let read = try Self.read(
      FormFixture.form.replacing(",01,", with: ",1,").replacing(",03,", with: ",3,"))
    #expect(read.findings == [])
  }

  @Test(arguments: [
    ("千元,01", "万元,01", FindingCode.contradictoryUnitOfMeasure, "7:2"),
    ("计量单位：,千元", "计量单位：,万元", .contradictoryUnitOfMeasure, "7:1"),
    ("91A", "91Z", .unknownUnit, "2:2"), ("91A", "9-1", .badUnitCode, "2:2"),
    ("3911,计", "3999,计", .unknownIndustry, "2:4"), ("2021年5月", "", .noPeriod, "5"),
    ("100,500", "1o0,500", .notANumber, "7:4"), ("100,500", "100,", .missingValue, "7:5"),
    ("100,500", "100,500人", .contradictoryUnitOfMeasure, "7:5"),
    ("100,500", "100,5万", .notANumber, "7:5"), ("千元,03", "担,03", .unknownUnitOfMeasure, "8:2"),
  ])
  func aFaultRejectsTheForm(
    text: String, replacement: String, code: FindingCode, place: String
  ) throws {
    let changed =
      text == "计量单位：,千元"
      ? FormFixture.form.replacing("千元,0", with: ",0").replacing(text, with: replacement)
      : FormFixture.form.replacing(text, with: replacement)
    let read = try Self.read(changed)
    #expect(read.marks.contains("\(code) returns.csv:\(place)"))
    #expect(read.returns.isEmpty && read.files.first?.rejected == 1)
  }

  /// Two forms of one unit that contradict each other; a return of another form completes it.
  @Test func twoFormsOfAUnit() throws {
    let again = FormFixture.form.replacing("100,500,400", with: "100,501,400")
    let read = try Ingested(
      [("a.csv", Array(FormFixture.form.utf8)), ("b.csv", Array(again.utf8))],
      FormFixture.workspace)
    #expect(read.marks.contains("conflictingRepeat b.csv:7:5"))
    #expect(
      read.findings.first { $0.code == .conflictingRepeat }?.arguments["first"] == "a.csv:7:5")
    #expect(read.returns.isEmpty)
  }

  /// Everything that is found in a form is about its unit.
  @Test func findingsKnowTheUnit() throws {
    let text = FormFixture.form.replacing("100,500,400", with: "100,5o0,400")
      .replacing("3911,计量", with: "9999,计量")
    let findings = try Self.read(text).findings.filter { $0.severity == .error }
    #expect(findings.count > 1)
    #expect(findings.allSatisfy { $0.unit == UnitCode("91A") })
  }
}
