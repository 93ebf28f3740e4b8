// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct BureauTableTests {
  private static func changed(_ text: String, to replacement: String) -> String {
    precondition(Fixture.bureau.contains(text))
    return Fixture.bureau.replacing(text, with: replacement)
  }

  private static func values(_ read: Ingested) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: read.bureau.map {
        ($0.key.description, "\($0.value.value) \($0.value.unit)")
      })
  }

  private static let expected = [
    "value_added.total.month.level@2021-05": "1.5 亿元",
    "value_added.total.ytd.level@2021-05": "12.5 亿元", "value_added.total.ytd.yoy@2021-05": "7.6 %",
    "value_added.electronics.month.level@2021-05": "0.5 亿元",
    "value_added.electronics.ytd.level@2021-05": "3.25 亿元",
    "value_added.electronics.ytd.yoy@2021-05": "-2.5 %",
    "value_added.electronics.ytd.pull@2021-05": "-0.7 百分点",
  ]

  @Test func readsTitlePeriodUnitLineAndMarkedRows() throws {
    let read = try Ingested(csv: Fixture.bureau)
    #expect(read.findings == [])
    #expect(Self.values(read) == Self.expected)
    #expect(read.files.first?.form == "bureau-value-added")
    #expect(read.files.first?.accepted == 2 && read.files.first?.rejected == 0)
    #expect(read.files.first?.periods.map(\.description) == ["2021-05"])
  }

  @Test func aSpreadsheetGivesTheSameValues() throws {
    let read = try Ingested(xml: [("规上", Fixture.bureau)])
    #expect(read.findings == [])
    #expect(Self.values(read) == Self.expected)
  }

  /// Many bureaus write the month into the header: 1-5月 above a table of January to May.
  @Test func aHeaderMayNameThePeriodsOwnMonth() throws {
    let header = try #require(Fixture.bureau.split(separator: "\n").first { $0.contains("指标名称") })
    let named = header.replacing("本月止累计", with: "1—5月").replacing("本月,", with: "5月,")
    let read = try Ingested(csv: Fixture.bureau.replacing(header, with: named))
    #expect(header != named)
    #expect(Self.values(read) == Self.expected)
    let other = try Ingested(
      csv: Fixture.bureau.replacing(header, with: named.replacing("5月", with: "4月")))
    #expect(Self.values(other) != Self.expected)
  }

  @Test func percentSignsBelongToRates() throws {
    let table = Self.changed("7.6,", to: "7.6%,").replacing("-2.5,", with: "－2.5％,")
    #expect(Self.values(try Ingested(csv: table)) == Self.expected)
    let level = try Ingested(csv: Self.changed("12.5,", to: "12.5%,"))
    #expect(level.marks == ["contradictoryUnitOfMeasure returns.csv:4:3"])
  }

  @Test(arguments: ["—", "…", "", "/"])
  func aMarkOfNoValueStatesNothing(mark: String) throws {
    let read = try Ingested(csv: Self.changed("12.5,", to: mark + ","))
    #expect(read.findings == [])
    #expect(Self.values(read).count == Self.expected.count - 1)
    #expect(read.files.first?.accepted == 2)
  }

  @Test(arguments: [
    ("12.5,", "十二,", FindingCode.notANumber, "4:3"), ("12.5,", "#REF!,", .errorCell, "4:3"),
    ("12.5,", "1e99,", .tooManyDigits, "4:3"), ("总计,", "总汁,", .unknownRow, "4:1"),
    ("总计,", ",", .unknownRow, "4:1"), ("#电子信息制造业", "#电子信息制造（业）", .unknownRow, "6:1"),
    ("总计,", "总计（人）,", .contradictoryUnitOfMeasure, "4:2"),
  ])
  func oneBadRowIsRejected(
    text: String, replacement: String, code: FindingCode, place: String
  ) throws {
    let read = try Ingested(csv: Self.changed(text, to: replacement))
    #expect(read.marks.first == "\(code) returns.csv:\(place)")
    #expect(read.files.first?.accepted == 1 && read.files.first?.rejected == 1)
  }

  @Test(arguments: [
    ("0.5,3.25", "1,0.5,3.25", "6:6"), ("在总计中：,,,,\n", "在总计中：,,,,", "5:6"),
  ])
  func aRowWiderThanTheHeaderIsRefused(text: String, replacement: String, place: String) throws {
    let read = try Ingested(csv: Self.changed(text, to: replacement))
    #expect(read.marks == ["valueWithoutHeader returns.csv:\(place)"])
    #expect(read.files.first?.accepted == 1 && read.files.first?.rejected == 1)
  }

  @Test func anUnknownRowNamesTheNearest() throws {
    let finding = try Ingested(csv: Self.changed("#电子信息制造业", to: "#电子信息制选业")).findings.first
    #expect(finding?.raw == "其中：#电子信息制选业")
    #expect(finding?.arguments["suggestion"] == "电子信息制造业")
  }

  @Test(arguments: [
    ("（2021年1-5月）", "", "noPeriod returns.csv:3"),
    ("（2021年1-5月）", "（2021年1-5月、2020年1-5月）", "noPeriod returns.csv:3"),
    ("单位：亿元", "单位：百亿元", "unknownUnitOfMeasure returns.csv:3"),
    ("本月止累计", "本月止累计（人）", "contradictoryUnitOfMeasure returns.csv:3:3"),
    ("累计增长(%)", "累计增长(亿元)", "contradictoryUnitOfMeasure returns.csv:3:4"),
    ("本月,本月止累计", "本月止累计,本月止累计", "repeatedColumn returns.csv:3:3"),
    ("指标名称,本月,本月止累计,累计增长(%),拉动(百分点)", "指标名称,甲,乙,丙,丁", "missingColumn returns.csv:3"),
  ])
  func aWrongHeadRejectsTheTable(text: String, replacement: String, mark: String) throws {
    let read = try Ingested(csv: Self.changed(text, to: replacement))
    #expect(read.marks == [mark])
    #expect(read.bureau.isEmpty && read.files.first?.accepted == 0)
  }

  @Test func withoutItsTitleTheTableIsNotRecognised() throws {
    let read = try Ingested(csv: Self.changed("万江增加值", to: "万江"))
    #expect(read.marks == ["noLayoutFits returns.csv:3"])
    #expect(read.findings.first?.arguments["title"] == "增加值")
  }

  // MARK: - Units of measure

  @Test(arguments: [
    ("单位：亿元", "单位：万元", "12.5 万元"), ("单位：亿元", "", "12.5 亿元"), ("单位：亿元", "金额单位：万元", "12.5 万元"),
    ("单位：亿元", "计量单位：,千元", "12.5 千元"), ("本月止累计", "本月止累计（万元）", "12.5 万元"),
    ("总计,", "总计（万元）,", "12.5 万元"),
  ])
  func theUnitOfALevelIsTheNearestOneStated(
    text: String, replacement: String, value: String
  ) throws {
    let read = try Ingested(csv: Self.changed(text, to: replacement))
    #expect(read.findings == [])
    #expect(Self.values(read)["value_added.total.ytd.level@2021-05"] == value)
    #expect(Self.values(read)["value_added.total.ytd.yoy@2021-05"] == "7.6 %")
  }

  @Test func aRowsUnitMayNotContradictItsColumns() throws {
    let table = Self.changed("本月止累计", to: "本月止累计（亿元）").replacing("总计,", with: "总计（万元）,")
    #expect(try Ingested(csv: table).marks == ["contradictoryUnitOfMeasure returns.csv:4:3"])
  }

  @Test func aPullMayBeHeadedAsPercent() throws {
    let read = try Ingested(csv: Self.changed("拉动(百分点)", to: "拉动（%）"))
    #expect(read.findings == [])
    #expect(Self.values(read)["value_added.electronics.ytd.pull@2021-05"] == "-0.7 百分点")
  }

  // MARK: - Two tables

  private static func two(_ second: String) throws -> Ingested {
    try Ingested([
      ("a.csv", Array(Fixture.bureau.utf8)), ("b.csv", Array(second.utf8)),
    ])
  }

  @Test func twoTablesThatContradictEachOtherAreAnError() throws {
    let read = try Self.two(Self.changed("12.5,", to: "12.6,"))
    #expect(read.marks == ["conflictingBureauValues b.csv:4:3"])
    #expect(read.findings.first?.arguments["first"] == "a.csv:4:3")
    #expect(read.findings.first?.arguments["value"] == "12.5")
    #expect(read.files.map(\.rejected) == [1, 1])
  }

  @Test func twoTablesThatSayTheSameAreNone() throws {
    #expect(try Self.two(Fixture.bureau).findings == [])
    #expect(try Self.two(Fixture.bureau.replacing("1-5月", with: "1-6月")).findings == [])
  }

  @Test func theSameAmountInAnotherUnitIsNoContradiction() throws {
    let table = Self.changed("单位：亿元", to: "单位：万元").replacing("1.5,12.5", with: "15000,125000")
      .replacing("0.5,3.25", with: "5000,32500")
    #expect(try Self.two(table).findings == [])
  }

  // MARK: - Rows of indicators

  @Test func rowsMayBeIndicatorsOfTheTotal() throws {
    let workspace = Workspace().replacing(
      "rows: sectors\nindicator: value_added", with: "rows: indicators", in: Workspace.bureauLayout)
    let table = "增加值（2021年5月）\n指标名称,本月止累计,累计增长\n一、工业投资,3.5,8\n其中：用工（人）,100,2\n"
    let read = try Ingested(csv: table, workspace)
    #expect(read.findings == [])
    #expect(
      Self.values(read) == [
        "investment.total.ytd.level@2021-05": "3.5 亿元", "investment.total.ytd.yoy@2021-05": "8 %",
        "employment.total.ytd.level@2021-05": "100 人", "employment.total.ytd.yoy@2021-05": "2 %",
      ])
  }
}
