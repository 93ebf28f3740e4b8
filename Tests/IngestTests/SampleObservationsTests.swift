// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// Real exports and invented forms beside the repository, read with this repository's own layouts.
/// A clone that has no such folder skips these tests.
@Suite(.enabled(if: Repository.contents(of: Repository.samples + "/nbs/fsnd_Tobby.csv") != nil))
struct SampleObservationsTests {
  private static let indicators = """
      - {id: cpi, name: 居民消费价格指数(上年同月=100), unit: 指数, decimals: 1, calendar-months: true}
      - {id: exports_total, name: 出口总值, unit: 亿美元, decimals: 2, calendar-months: true}
      - {id: legal_units, name: 企业法人单位数, unit: 个, decimals: 0}
      - {id: exchange_rate, name: 汇率, unit: 指数, decimals: 4, additive: false, calendar-months: true}

    """

  private static let register = """
    统一社会信用代码,单位详细名称,行业代码,行政区划代码,社区,入库报告期,退库报告期,智能装备,口罩及装备,高新技术企业,研发机构,上市,专精特新,倍增企业
    91441900MA00000000,样例电子,3912,441900005,,,,,,,,
    91441900MA0000001A,样例甲,3912,441900005,,,,,,,,
    91441900MA0000002B,样例乙,3823,441900005,,,,,,,,
    91441900MA0000003C,样例丙,3569,441900005,,,,,,,,

    """

  private static let ecb = """
    form: ecb
    name: 汇率
    shape: long
    recognise: {headers: [CURRENCY, CURRENCY_DENOM, TIME_PERIOD, OBS_VALUE]}
    keys: {period: TIME_PERIOD, value: OBS_VALUE, multiplier: UNIT_MULT}
    area: nation
    series:
      - {indicator: exchange_rate, basis: month, measure: level, unit: 指数, where: {CURRENCY: CHF, FREQ: M}}

    """

  private static func read(_ path: String) throws -> Ingested {
    let indicators = try #require(
      Repository.contents(of: Repository.root + "/Input/reference/indicators.yml"))
    let repository = Repository(inMemory: [
      "Input/reference/indicators.yml": indicators + Array(Self.indicators.utf8),
      "Input/reference/register.csv": Array(register.utf8),
      "Input/layouts/ecb.yml": Array(ecb.utf8),
    ])
    let (definitions, findings) = Definitions.load(from: repository)
    let valid = try #require(definitions, "\(findings)")
    let bytes = try #require(Repository.contents(of: Repository.samples + "/" + path))
    return try Ingested([(path, bytes)], valid)
  }

  /// By hand from the files.
  @Test(arguments: [
    ("nbs/fsnd_Tobby.csv", 775, "guangdong total gdp ytd level 2017 = 89705.23 亿元"),
    ("nbs/fsnd_Tobby.csv", 775, "tibet total gdp ytd level 1993 = 37.42 亿元"),
    (
      "nbs/hgyd_iva_total.xls", 63, "nation total value_added month yoy 2020-03 = -1.1 %"
    ),
    ("nbs/hgyd_iva_total.xls", 63, "nation total value_added ytd yoy 2020-01..02 = -13.5 %"),
  ])
  func anExportOfTheNationalBureau(path: String, count: Int, line: String) throws {
    let read = try Self.read(path)
    let lines = SeriesTests.lines(read)
    #expect(read.marks == [])
    #expect(lines.count { !$0.contains("(") } == count)
    #expect(lines.contains(line))
  }

  /// The other indicators of the file are named one by one; none is read as another.
  @Test func onlyDefinedIndicatorsAreRead() throws {
    let read = try Self.read("nbs/hgnd_ccbsdu.csv")
    #expect(Set(read.codes) == [.unknownRow])
    #expect(read.codes.count == 10)
    #expect(
      SeriesTests.lines(read).contains("nation total legal_units ytd level 2022 = 32828734 个"))
    #expect(SeriesTests.lines(read).count == 8)
    let prices = try Self.read("nbs/hgyd_sunshine.csv")
    #expect(Set(prices.codes) == [.unknownRow])
    #expect(SeriesTests.lines(prices).contains("nation total cpi ytd level 2020-01 = 105.4 指数"))
    let estate = try Self.read("nbs/fsyd_guangdong_realestate_36m.csv")
    #expect(
      SeriesTests.lines(estate).contains(
        "guangdong total real_estate_investment ytd level 2019-01..02 = 1561.05 亿元"))
  }

  /// October is missing a zero in each year; a person would say which months they must be.
  @Test func theLostZerosOfOctober() throws {
    let read = try Self.read("nbs/hgyd_sunshine_national.csv")
    let doubts = read.findings.filter { $0.code == .badPeriod }
    #expect(doubts.map(\.raw) == ["2016.1", "2017.1", "2018.1", "2019.1"])
    #expect(
      doubts.map { $0.arguments["suggestion"] } == ["2016-10", "2017-10", "2018-10", "2019-10"])
    #expect(read.files.first?.rejected == 4)
  }

  @Test(arguments: [
    "forms/b204-1_form_gb18030.csv", "forms/b204-1_form.xlsx", "forms/b204-1_form_is_html.xls",
    "forms/b204-1_form_is_xml.xls",
  ])
  func theFormInEveryFormat(path: String) throws {
    let read = try Self.read(path)
    #expect(read.marks == [])
    #expect(read.returns == ["91441900MA00000000 2021-03"])
    #expect(try read.level("gross_output.total.ytd.level", "2021-03") == "0.5011")
    #expect(try read.level("exports.total.month.level", "2021-03") == "0.0612")
    #expect(SeriesTests.lines(read).count { !$0.contains("part") } == 12)
    #expect(SeriesTests.lines(read).count { $0.contains("part 3912") } == 4)
  }

  @Test func theFlatForm() throws {
    let read = try Self.read("forms/units_flat_gb18030.csv")
    #expect(read.returns.count == 3 || read.files.first?.rejected == 3)
    #expect(!read.findings.contains { $0.code == .noLayoutFits })
  }

  @Test(arguments: ["sdmx/ECB_EXR_ng-flat.xml", "sdmx/ECB_EXR_sg-ts.xml"])
  func sdmxColumns(path: String) throws {
    let read = try Self.read(path)
    #expect(read.marks == [])
    #expect(
      SeriesTests.lines(read).contains(
        "nation total exchange_rate month level 2010-08 = 1.3413 指数"))
  }
}
