// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables
import Testing

@testable import Ingest

/// Values over time: the National Bureau's export in three orientations, and long tables.
@Suite struct SeriesTests {
  /// Every observation as `area sector indicator basis measure period = value unit @cell`.
  static func lines(_ read: Ingested) -> [String] {
    read.ingest.observations().map { observation in
      let subject: String =
        switch observation.subject {
        case .area(let area, let sector): area + " " + sector
        case .unit(let unit, let industry): unit.description + " " + industry
        case .unitPart(let unit, let industry): unit.description + " part " + industry
        }
      let value: String =
        switch observation.value {
        case .known(let decimal): decimal.description
        case .missing(let reason): "(\(reason.rawValue))"
        }
      return "\(subject) \(observation.indicator) \(observation.basis.rawValue) "
        + "\(observation.measure.rawValue) \(observation.period) = \(value) \(observation.unit)"
    }
  }

  @Test func indicatorsOverTime() throws {
    let read = try Ingested(csv: FormFixture.series, FormFixture.workspace)
    #expect(read.findings == [])
    #expect(
      Self.lines(read) == [
        "guangdong total investment ytd level 2021-01..02 = 12.5 亿元",
        "guangdong total investment ytd yoy 2021-01..02 = 7.6 %",
      ])
    #expect(read.bureau.isEmpty)
    #expect(read.files.first?.accepted == 2 && read.files.first?.passedOver == 2)
  }

  private static let areasLayout = """
    form: areas
    name: 地区×时间
    shape: series
    recognise: {headers: [地区]}
    rows: areas
    columns: periods
    label: [地区]
    indicator: {field: [指标]}
    endings: [{basis: ytd, measure: level}]

    """

  @Test func areasOverTime() throws {
    let workspace = FormFixture.workspace.with("Input/layouts/areas.yml", Self.areasLayout)
    let table =
      "数据库：分省年度数据\n指标：工业投资(亿元)\n时间：最近5年\n地区\t,2025年\t,2024年\t,\n广东省\t,\t,532.65\t,\n"
      + "全国\t,,37767.0\t,\n注：本表,,\n"
    let read = try Ingested(csv: table, workspace)
    #expect(read.findings == [])
    #expect(
      Self.lines(read).filter { !$0.contains("(empty)") } == [
        "guangdong total investment ytd level 2024 = 532.65 亿元",
        "nation total investment ytd level 2024 = 37767 亿元",
      ])
    #expect(Self.lines(read).count == 4)
  }

  private static let timeLayout = """
    form: time
    name: 时间×指标
    shape: series
    recognise: {headers: [时间]}
    rows: periods
    columns: indicators
    label: [时间]
    area: nation
    endings: [{text: 累计增长, basis: ytd, measure: yoy}]

    """

  @Test func timeAndIndicators() throws {
    let workspace = FormFixture.workspace.with("Input/layouts/time.yml", Self.timeLayout)
    let read = try Ingested(
      csv: "时间,工业投资累计增长(%),工业投资\n2021年3月,5.1,7\n2021年2月,4.9,\n", workspace)
    #expect(read.findings == [])
    #expect(
      Self.lines(read).filter { !$0.contains("(empty)") } == [
        "nation total investment ytd yoy 2021-03 = 5.1 %",
        "nation total investment ytd level 2021-03 = 7 亿元",
        "nation total investment ytd yoy 2021-01..02 = 4.9 %",
      ])
  }

  /// October typed as a decimal: the finding says which month it must be.
  @Test func aLostZeroIsNoticed() throws {
    let workspace = FormFixture.workspace.with("Input/layouts/time.yml", Self.timeLayout)
    let read = try Ingested(
      csv: "时间,工业投资\n2016.09,1\n2016.1,2\n2016.11,3\n", workspace)
    #expect(read.marks == ["badPeriod returns.csv:3:1"])
    #expect(read.findings.first?.arguments["suggestion"] == "2016-10")
    #expect(read.files.first?.accepted == 2 && read.files.first?.rejected == 1)
  }

  /// What is surveyed has no January; a price index has.
  @Test func calendarMonthsBelongToTheIndicator() throws {
    let indicators = try #require(Workspace().texts[Workspace.indicators])
    let workspace = FormFixture.workspace
      .with(
        Workspace.indicators,
        indicators
          + "  - {id: cpi, name: 价格指数(上年同月=100), unit: 指数, decimals: 1, calendar-months: true}\n")
    let table = FormFixture.series.replacing("工业投资累计增长(%),7.6,", with: "价格指数(上年同月=100),101.5,102")
    let read = try Ingested(csv: table, workspace)
    #expect(read.findings == [])
    #expect(Self.lines(read).contains("guangdong total cpi ytd level 2021-02 = 101.5 指数"))
    #expect(Self.lines(read).contains("guangdong total cpi ytd level 2021-01 = 102 指数"))
  }

  @Test func aLongTableConvertsByItsCodes() throws {
    let read = try Ingested(csv: FormFixture.long, FormFixture.workspace)
    #expect(read.marks == [])
    #expect(
      Self.lines(read) == [
        "nation total investment ytd level 2020 = 1250000000 元",
        "nation total investment ytd level 2021-Q1 = 300000000 元",
      ])
    #expect(read.files.first?.accepted == 2 && read.files.first?.passedOver == 1)
  }
}
