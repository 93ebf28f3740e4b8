// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct TableTests {
  private func builder(_ specimen: Specimen) throws -> ReportBuilder {
    ReportBuilder(try specimen.content(), in: MessageCatalogue(.chinese, from: Templates()))
  }

  private func sectorTable(_ specimen: Specimen) throws -> Table {
    try #require(try builder(specimen).sectorSection()?.tables.first)
  }

  @Test func spannersCoverMonthAndCumulative() throws {
    let table = try sectorTable(try Specimen())
    #expect(table.spanners.map(\.text) == ["5月", "1—5月"])
    #expect(table.spanners.map(\.span) == [2, 5])
    #expect(table.columns.count == 7)
    #expect(table.rows.allSatisfy { $0.cells.count == 7 })
    #expect(table.rows.first?.isTotal == true)
    #expect(table.columns.first?.flatHeading == "5月 总量（亿元）")
  }

  @Test func januaryAndFebruaryLeaveTheMonthOut() throws {
    let table = try sectorTable(try Specimen("2021-01..02"))
    #expect(table.spanners.map(\.text) == ["1—2月"])
    #expect(table.sourceNotes.contains { $0.text.contains("未列当月各栏") })
  }

  @Test func sectorsWithoutDataAreNotPrinted() throws {
    let table = try sectorTable(try Specimen())
    #expect(!table.rows.contains { $0.stub == "采矿业" })
  }

  @Test func marksAreExplainedOnceAndOnlyWhereUsed() throws {
    let table = try sectorTable(try Specimen.wanjiang())
    #expect(table.footnotes.map(\.mark) == ["①", "②"])
    #expect(table.rows.first { $0.stub == "先进制造业" }?.mark == "②")
    let plain = try sectorTable(try Specimen())
    #expect(plain.footnotes.map(\.mark) == ["①"])
  }

  @Test func approximateFiguresAreMarked() throws {
    let table = try sectorTable(try Specimen.huizhou())
    #expect(table.footnotes.map(\.text) == ["近似数：同期数由上级反馈的总量和增速反推。"])
    let pulls = table.rows.dropFirst().compactMap(\.cells.last?.mark)
    #expect(pulls == ["①", "①", "①"])
  }

  @Test func decimalPointsLineUp() throws {
    let table = try #require(try builder(try Specimen()).indicatorSection()?.tables.first)
    let persons = try #require(table.rows.first { $0.stub == "平均用工人数（人）" })
    #expect(persons.cells[0].padding == "\u{2008}\u{2007}\u{2007}")
    #expect(table.rows.first?.cells[0].padding == nil)
    #expect(persons.cells[0].text == "5,071")
  }

  @Test func aMissingValueIsASymbolWithItsReason() throws {
    var specimen = try Specimen()
    specimen.skippedPeriods = [try #require(Period("2021-05"))]
    specimen.addBureau("value_added.total.ytd.level", "50.12", .hundredMillionYuan)
    specimen.addBureau("value_added.electronics.ytd.yoy", "5.6", .percent)
    let table = try sectorTable(specimen)
    #expect(table.rows.first?.cells.map(\.text) == ["50.12", "…", "100.0"])
    #expect(table.rows.first?.cells[1].reason == "未报送")
    #expect(table.sourceNotes.last?.text == "“…”表示无数据。")
  }

  @Test func bureauAndOwnStandSideBySide() throws {
    let table = try #require(try builder(try Specimen.wanjiang()).bureauSection()?.tables.first)
    #expect(table.spanners.map(\.text) == ["总量（亿元）", "同比（%）"])
    #expect(
      table.rows.first?.cells.map(\.text) == ["50.12", "51.95", "-1.83", "5.6", "5.4", "0.2"])
    #expect(try builder(try Specimen()).bureauSection()?.heading == nil)
  }
}
