// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// Returns with one row a unit, as CSV and as SpreadsheetML.
@Suite struct UnitRowsTests {
  /// The fixture's returns with one text replaced.
  static func changed(_ text: String, to replacement: String) -> String {
    precondition(Fixture.returns.contains(text))
    return Fixture.returns.replacing(text, with: replacement)
  }

  @Test func acceptsEveryRow() throws {
    let read = try Ingested(csv: Fixture.returns)
    #expect(read.findings == [])
    #expect(read.returns == ["91A 2021-05", "91B 2021-05"])
    let file = try #require(read.files.first)
    #expect(file.accepted == 2 && file.rejected == 0 && file.form == "B204-1")
    #expect(file.format == "CSV" && file.encoding == "UTF-8")
    #expect(file.periods.map(\.description) == ["2021-05"])
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.012")
    #expect(try read.level("value_added.smart.month.level", "2021-05") == "0.001")
    #expect(try read.level("employment.total.month.level", "2021-05") == "30")
  }

  /// A finding of a row is about its unit; one of a row without code is about none.
  @Test(arguments: [("500,400", "5o0,400", "91A"), ("91A,", ",", nil)])
  func findingsKnowTheUnit(text: String, replacement: String, unit: String?) throws {
    let findings = try Ingested(csv: Self.changed(text, to: replacement)).findings
    #expect(findings.map(\.unit) == [unit.flatMap { UnitCode($0) }])
  }

  @Test func aSpreadsheetGivesTheSameFigures() throws {
    let read = try Ingested(xml: [("五月", Fixture.returns)])
    #expect(read.findings == [])
    #expect(read.files.first?.format == "SpreadsheetML 2003")
    #expect(read.returns == ["91A 2021-05", "91B 2021-05"])
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.012")
  }

  /// What is wrong with one cell, and where the finding stands in CSV and in a spreadsheet.
  @Test(arguments: [
    ("500,400", "5o0,400", FindingCode.notANumber, "2:6", "F2"),
    ("500,400", ",400", .missingValue, "2:6", "F2"),
    ("500,400", "—,400", .missingValue, "2:6", "F2"),
    ("500,400", "#N/A,400", .errorCell, "2:6", "F2"),
    ("500,400", "1e999,400", .tooManyDigits, "2:6", "F2"),
    (
      "500,400", "99999999999999999999999999999999999999,400", .tooManyDigits, "2:6", "F2"
    ),
    ("91A", "91-A", .badUnitCode, "2:1", "A2"), ("91A", "", .badUnitCode, "2:1", "A2"),
    ("91A", "91Z", .unknownUnit, "2:1", "A2"), ("3911,", "3919,", .unknownIndustry, "2:3", "C2"),
    ("3911,", "391,", .unknownIndustry, "2:3", "C2"), ("3911,", ",", .unknownIndustry, "2:3", "C2"),
    ("3911,202105", "3911,202113", .badPeriod, "2:4", "D2"),
    ("3911,202105", "3911,五月", .badPeriod, "2:4", "D2"),
    ("3911,202105", "3911,202101", .badPeriod, "2:4", "D2"),
    ("3911,202105", "3911,", .badPeriod, "2:4", "D2"),
  ])
  func oneBadCellRejectsItsRow(
    text: String, replacement: String, code: FindingCode, csv: String, cell: String
  ) throws {
    let table = Self.changed(text, to: replacement)
    for (read, place) in try [
      (Ingested(csv: table), "returns.csv:" + csv),
      (Ingested(xml: [("表", table)]), "returns.xml:表!" + cell),
    ] {
      #expect(read.marks == ["\(code) \(place)"])
      #expect(read.files.first?.accepted == 1)
      #expect(read.files.first?.rejected == 1)
    }
  }

  @Test func aNumbersFindingShowsTextHeaderAndCharacter() throws {
    let finding = try #require(
      try Ingested(csv: Self.changed("500,400", to: "\"1，234.5o\",400")).findings.first)
    #expect(finding.raw == "1，234.5o")
    #expect(finding.arguments["character"] == "8")
    #expect(finding.arguments["header"] == "工业增加值_1-本月(千元)")
    #expect(finding.period?.description == "2021-05")
  }

  @Test func anUnknownCodeIsShownWithTheNearest() throws {
    let finding = try Ingested(csv: Self.changed("3911,", to: "3913,")).findings.first
    #expect(finding?.raw == "3913" && finding?.arguments["suggestion"] == "3911")
  }

  @Test(arguments: [("500,400,10", "500,400,"), ("500,400,10", "500,400,…")])
  func anEmptyOptionalCellIsAWarningAndStaysMissing(text: String, replacement: String) throws {
    let read = try Ingested(csv: Self.changed(text, to: replacement))
    #expect(read.marks == ["blankValue returns.csv:2:8"])
    #expect(read.files.first?.accepted == 2)
    #expect(try read.level("employment.total.month.level", "2021-05") == "(part_missing)")
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.012")
  }

  @Test func januaryAndFebruaryNeedNoMonth() throws {
    let table = [Fixture.header, "91A,甲,3911,202102,,500,400,,11,12"].joined(separator: "\n")
    let read = try Ingested(csv: table)
    #expect(read.findings == [])
    #expect(read.returns == ["91A 2021-01..02"])
    #expect(try read.level("value_added.total.month.level", "2021-02") == "(not_surveyed)")
  }

  @Test(arguments: ["202105", "2021年5月", "2021年1-5月", "2021-05", "2021-05-31", "２０２１０５"])
  func thePeriodIsReadInManyWays(text: String) throws {
    let read = try Ingested(csv: Fixture.returns.replacing("202105", with: text))
    #expect(read.returns == ["91A 2021-05", "91B 2021-05"])
  }

  // MARK: - Repeats

  @Test func theSameReturnTwiceCountsOnce() throws {
    let read = try Ingested(csv: Fixture.returns + Fixture.rows[0] + "\n")
    #expect(read.marks == ["identicalRepeat returns.csv:4"])
    #expect(read.findings.first?.arguments["first"] == "returns.csv:2")
    #expect(read.files.first?.accepted == 2 && read.files.first?.rejected == 1)
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.012")
  }

  @Test func theSameValuesInAnotherIndustryAreAConflict() throws {
    let workspace = Workspace().with(Workspace.registerLayout, nil)
      .replacing("flag: 智能装备", with: "published: true", in: Workspace.sectors)
    let row = Fixture.rows[0].replacing("3911", with: "3811")
    let read = try Ingested(csv: Fixture.returns + row + "\n", workspace)
    #expect(read.marks == ["conflictingRepeat returns.csv:4"])
  }

  /// Which of the two is right cannot be told, so neither counts.
  @Test func aContradictionRejectsBothRows() throws {
    let table = Self.changed("91B,乙,3811", to: "91A,甲,3911")
    for (read, place) in try [
      (Ingested(csv: table), "returns.csv:3:5"),
      (Ingested(xml: [("表", table)]), "returns.xml:表!E3"),
    ] {
      #expect(read.marks == ["conflictingRepeat \(place)"])
      #expect(read.files.first?.accepted == 0 && read.files.first?.rejected == 2)
      #expect(read.returns.isEmpty)
    }
  }

  @Test func theSameUnitMayReportEveryPeriod() throws {
    let april = Fixture.rows[0].replacing("202105", with: "202104")
    #expect(try Ingested(csv: Fixture.returns + april + "\n").marks == [])
  }

  @Test func anotherIndustryThanTheRegistersIsAWarning() throws {
    let read = try Ingested(csv: Self.changed("甲,3911", to: "甲,3912"))
    #expect(read.marks == ["industryDiffers returns.csv:2:3"])
    #expect(read.findings.first?.arguments["registered"] == "3911")
    #expect(read.files.first?.accepted == 2)
  }

  // MARK: - Headers

  @Test(arguments: [
    ("工业增加值_1-本月(千元)", "工业增加值_1—本月（万元）", "0.12"), ("工业增加值_1-本月(千元)", "工业增加值_1-本月(元)", "0.000012"),
    ("工业增加值_1-本月(千元)", "工业增加值_1-本月", "0.012"),
    ("工业增加值_1-本月(千元)", "工业增加值_1-本月(亿元)", "1200"),
  ])
  func theHeadersUnitConvertsExactly(text: String, header: String, level: String) throws {
    let read = try Ingested(csv: Self.changed(text, to: header))
    #expect(!read.findings.contains { $0.severity == .error })
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == level)
  }

  @Test func tenThousandYuanWithDecimalsConvertExactly() throws {
    let table = Self.changed("工业增加值_1-本月(千元)", to: "工业增加值_1-本月(万元)")
      .replacing("500,400", with: "50.12345,400").replacing("700,800", with: "70.00005,800")
    #expect(
      try Ingested(csv: table).level("value_added.total.ytd.level", "2021-05") == "0.01201235")
  }

  /// A line above the table speaks for the headers that say no unit themselves. A form has its unit
  /// by law, so one that differs from the layout's is an error and not a conversion.
  @Test func aUnitLineMustAgreeWithTheLayout() throws {
    let bare = Fixture.returns.replacing("(千元)", with: "").replacing("(人)", with: "")
    let read = try Ingested(csv: "单位：千元、人\n" + bare)
    #expect(read.findings == [])
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.012")
    let lines = try Ingested(csv: "金额单位：千元\n人数单位：人\n" + bare)
    #expect(lines.findings == [])
    let other = try Ingested(csv: "单位：万元、人\n" + bare)
    #expect(Set(other.codes) == [.contradictoryUnitOfMeasure])
    #expect(other.files.first?.rejected == 2)
    let stated = try Ingested(csv: "单位：万元\n" + Fixture.returns)
    #expect(try stated.level("value_added.total.ytd.level", "2021-05") == "0.012")
  }

  @Test func anUnknownUnitLineRejectsTheTable() throws {
    let read = try Ingested(csv: "单位：百亿元\n" + Fixture.returns)
    #expect(read.marks == ["unknownUnitOfMeasure returns.csv:2"])
    #expect(read.files.first?.rejected == 2)
  }

  @Test(arguments: [
    ("工业增加值_1-本月(千元)", "工业增加值_1-本月(人)", "contradictoryUnitOfMeasure returns.csv:1:6"),
    ("用工_本月(人)", "用工_本月(千元)", "contradictoryUnitOfMeasure returns.csv:1:8"),
    ("工业增加值_1-本月(千元)", "工业增加值_一至本月", "missingColumn returns.csv:1"),
    ("工业增加值_1-本月(千元)", "工业增加值_1-本月(百亿元)", "missingColumn returns.csv:1"),
    (",报告期", ",期别", "noPeriod returns.csv:1"), ("统一社会信用代码", "信用代码", "missingColumn returns.csv:1"),
    ("行业代码", "行业", "missingColumn returns.csv:1"),
    (",单位详细名称", ",工业增加值_1-本月(千元)", "repeatedColumn returns.csv:1:6"),
    (",单位详细名称", ",工业增加值_1-本月(万元)", "repeatedColumn returns.csv:1:6"),
    (",单位详细名称", ",行业代码", "repeatedColumn returns.csv:1:3"),
  ])
  func aWrongHeaderRejectsEveryRow(text: String, replacement: String, mark: String) throws {
    let read = try Ingested(csv: Self.changed(text, to: replacement))
    #expect(read.marks == [mark])
    #expect(read.files.first?.accepted == 0)
    #expect(read.returns.isEmpty)
    #expect(read.files.first?.form == nil || read.files.first?.rejected == 2)
  }

  @Test func aMissingColumnNamesTheNearestHeader() throws {
    let read = try Ingested(csv: Self.changed("工业增加值_1-本月(千元)", to: "工业增加置_1-本月(千元)"))
    #expect(read.findings.first?.arguments["header"] == "工业增加值_1-本月")
    #expect(read.findings.first?.arguments["suggestion"] == "工业增加置_1-本月")
  }

  @Test func anAbsentOptionalColumnIsAWarningAndItsValuesMissing() throws {
    let read = try Ingested(csv: Self.changed("用工_本月(人)", to: "备注"))
    #expect(read.marks == ["absentColumn returns.csv:1"])
    #expect(read.codes.contains(.unknownColumn))
    #expect(read.files.first?.accepted == 2)
    #expect(try read.level("employment.total.month.level", "2021-05") == "(not_reported)")
  }

  @Test func anUnknownColumnIsSaidAndMayRepeat() throws {
    let lines = [Fixture.header + ",备注,备注"] + Fixture.rows.map { $0 + ",x,y" }
    let read = try Ingested(csv: lines.joined(separator: "\n"))
    #expect(read.codes == [.unknownColumn, .unknownColumn])
    #expect(read.findings.first?.location?.column == 11)
    #expect(read.files.first?.accepted == 2)
  }

  @Test func columnsMayStandInAnyOrder() throws {
    let lines = ([Fixture.header] + Fixture.rows).map {
      $0.split(separator: ",").reversed().joined(separator: ",")
    }
    let read = try Ingested(csv: lines.joined(separator: "\n"))
    #expect(read.findings == [])
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.012")
  }

  @Test(arguments: [
    ("工业（2021年5月）", "returns.csv"), ("产值", "b204-2021-05.csv"), ("产值", "x/202105.csv"),
  ])
  func withoutItsColumnThePeriodIsTheTitlesOrTheFiles(title: String, path: String) throws {
    let lines = ([Fixture.header] + Fixture.rows).map { line in
      line.split(separator: ",").enumerated().filter { $0.offset != 3 }.map(\.element)
        .joined(separator: ",")
    }
    let read = try Ingested(csv: title + "\n" + lines.joined(separator: "\n"), path: path)
    #expect(read.findings == [])
    #expect(read.returns == ["91A 2021-05", "91B 2021-05"])
  }

  // MARK: - What is no return

  @Test(arguments: [
    "注：本表数据为初步数", "说明：1. 本表由统计办汇总，", "", ",,,,,,,,,", " , ,　, , , ,", "甲,乙,丙,丁,1,2,3,4,5,6",
    "单位负责人：张三,,统计负责人：李四,,填表人：王五,,联系电话：0769-2222,,报出日期：2021年6月8日,",
    "单位负责人：,张三,统计负责人：,李四,填表人：,王五,报出日期：,2021年6月8日,,",
  ])
  func notesSignaturesAndBlanksAreNoRows(line: String) throws {
    for table in [
      Fixture.returns + line + "\n", Fixture.returns.replacing("\n91B", with: "\n\(line)\n91B"),
    ] {
      let read = try Ingested(csv: table)
      #expect(read.findings == [])
      #expect(read.files.first?.accepted == 2)
      #expect(read.files.first?.rejected == 0)
    }
  }

  /// `1,234` without quotes moves every value behind it by one column.
  @Test func aRowWiderThanTheHeaderIsRefused() throws {
    let read = try Ingested(csv: Self.changed("202105,100,", to: "202105,1,100,"))
    #expect(read.marks == ["valueWithoutHeader returns.csv:2:11"])
    #expect(read.findings.first?.raw == "12")
    #expect(read.returns == ["91B 2021-05"])
    #expect(try Ingested(csv: Self.changed("10,11,12", to: "10,11,12,,已核")).findings == [])
  }

  @Test func aRepeatedHeaderLineIsNoRow() throws {
    let read = try Ingested(
      csv: [Fixture.header, Fixture.rows[0], Fixture.header, Fixture.rows[1]].joined(
        separator: "\n"))
    #expect(read.findings == [])
    #expect(read.returns.count == 2)
  }

  @Test(arguments: [
    "合计,,,202105,300,1200,1200,30,32,34", ",,,202105,300,1200,1200,,,", ",,,,,见附表,,,,",
  ])
  func numbersWithoutUnitAreNeverSkippedSilently(line: String) throws {
    let read = try Ingested(csv: Fixture.returns + line + "\n")
    #expect(read.codes.contains(.badUnitCode))
    #expect(read.files.first?.rejected == 1)
  }
}
