// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// Files whose proposed layout reads them, with no other layout in the workspace.
@Suite struct LayoutProposerTests {
  private static let flat = """
    统一社会信用代码,单位详细名称,行政区划代码,行业代码,登记注册类型,报告期,工业总产值_本月(千元),工业总产值_1-本月(千元),\
    工业总产值_上年同期_本月(千元),工业总产值_上年同期_1-本月(千元),工业增加值_1-本月(千元),平均用工人数_1-本月(人)
    91441900MA0000001A,样例甲(虚构)电子有限公司,441900005,3912,173,202103,18230,50110,16005,43200,49020,20
    91441900MA0000002B,样例乙(虚构)电气有限公司,441900005,3823,310,202103,9100,26040,9850,27700,25880,30
    91441900MA0000003C,样例丙(虚构)专用设备有限公司,441900005,3569,190,202103,4020,11250,,—,10990,10

    """

  @Test func oneRowAUnit() throws {
    let proposed = Proposed(csv: Self.flat)
    #expect(proposed.loadFindings == [])
    #expect(proposed.has("shape: unit-rows") && proposed.has("unit: [统一社会信用代码]"))
    #expect(
      proposed.has("- indicator: value_added") && proposed.has("reference_ytd: 工业总产值_上年同期_1-本月"))
    let read = try proposed.read()
    #expect(read.files.map(\.accepted) == [3] && read.files.map(\.rejected) == [0])
    #expect(Self.known(read).contains("gross_output ytd level 50110000"))
  }

  private static let form = """
    工业产销总值及主要产品产量,,,,,,
    ,,,,,表    号：,B204-1表
    统一社会信用代码：,91441900MA00000000,,,,文    号：,(虚构)
    行政区划代码：,441900005,行业代码：,3912,,计量单位：,千元
    ,,2021年3月,,,,
    指标名称,计量单位,代码,本年,,上年同期,
    ,,,本月,1—本月,本月,1—本月
    甲,乙,丙,1,2,3,4
    一、工业总产值(当年价格),千元,01,18230,50110,16005,43200
        工业销售产值(当年价格),千元,03,17950,49020,15880,42410
        其中：出口交货值,千元,04,6120,17330,5900,15800
    二、工业总产值(当年价格)按工业行业小类分,—,—,—,—,—,—
        计算机零部件制造,千元,3912,18230,50110,16005,43200
    单位负责人：(虚构),,统计负责人：(虚构),,填表人：(虚构),,报出日期：2021年4月8日

    """

  @Test func oneFormAUnit() throws {
    let proposed = Proposed(csv: Self.form)
    #expect(proposed.has("form: B204-1") && proposed.has("header-rows: 2"))
    #expect(proposed.has("- {indicator: exports, code: \"04\", label: 出口交货值, unit: 千元}"))
    #expect(proposed.has("industries: gross_output"))
    let read = try proposed.read()
    #expect(read.files.map(\.rejected) == [0] && Self.errors(read) == [])
    #expect(Self.known(read).contains("exports ytd level 17330000"))
  }

  @Test func bureauTableWithATwoRowHeader() throws {
    let proposed = Proposed(
      csv: """
        东莞市万江街道2021年1-5月规模以上工业增加值情况表,,,,
        单位：亿元,,,,
        指标名称,本月,,累计,
        ,绝对额,同比增长(%),绝对额,同比增长(%)
        规上工业增加值,12.5,7.6,60.5,8.1
        在总计中：,,,,
        其中：#高技术制造业,3.2,5.0,14.8,-2.5
        #先进制造业,5.2,—,24.8,9.5
        注：初步数,,,,

        """)
    #expect(proposed.has("title: [规模以上工业增加值情况表]") && proposed.has("rows: sectors"))
    #expect(proposed.has("indicator: value_added") && proposed.has("unit: 亿元"))
    #expect(proposed.has("- {headers: [累计/同比增长], basis: ytd, measure: yoy}"))
    let read = try proposed.read()
    #expect(read.files.map(\.accepted) == [3] && Self.errors(read) == [])
    #expect(Self.known(read).count == 11)
  }

  @Test(arguments: [
    """
    数据库：分省年度数据
    指标：地区生产总值(亿元)
    时间：最近3年
    地区,2017年,2016年
    北京市,28014.94,25669.13
    天津市,18549.19,
    注：本表按当年价格计算。
    数据来源：国家统计局

    """,
    """
    数据库：分省月度数据
    地区：北京市
    时间：最近13个月
    指标,2019年11月,2019年10月
    房地产开发投资累计值(亿元),9847.35,8849.77
    房地产开发投资累计增长(%),11,11.2
    数据来源：国家统计局

    """,
    """
    数据库：分省月度数据
    地区：北京市
    时间,房地产开发投资累计值(亿元),房地产开发投资累计增长(%)
    2019年11月,9847.35,11
    2019年10月,8849.77,11.2
    数据来源：国家统计局

    """,
  ])
  func nationalBureau(csv: String) throws {
    let proposed = Proposed(csv: csv)
    #expect(proposed.has("shape: series"))
    let read = try proposed.read()
    #expect(read.files.map(\.accepted) == [2] && read.files.map(\.rejected) == [0])
    #expect(Self.errors(read) == [] && Self.known(read).count >= 3)
  }

  @Test func longTable() throws {
    let proposed = Proposed(
      csv: """
        INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS
        gdp,dongguan,2021-03,1.5,亿元,A
        gdp,beijing,2021-03,2.5,亿元,A

        """)
    #expect(proposed.has("shape: long") && proposed.has("indicator: [INDICATOR]"))
    let read = try proposed.read()
    #expect(read.files.map(\.accepted) == [2] && read.files.map(\.rejected) == [0])
  }

  /// Three header rows, two units of measure in one line, the period in a field.
  @Test func threeRowsOfHeaders() throws {
    let proposed = Proposed(
      csv: """
        规模以上工业企业主要指标,,,,,,,
        报告期：2021年5月,,,,,,,
        单位：千元、人,,,,,,,
        统一社会信用代码,单位名称,行业代码,本年,,,,上年同期
        ,,,产值,,用工,,产值
        ,,,工业总产值,工业销售产值,平均用工人数,备注,工业总产值
        91441900MA0000001A,甲,3912,5,6,7,,8
        91441900MA0000002B,乙,3823,5,6,7,无,8

        """)
    #expect(proposed.has("header-rows: 3") && proposed.has("period: {field: [报告期]}"))
    let read = try proposed.read()
    #expect(read.files.map(\.accepted) == [2] && Self.errors(read) == [])
    #expect(Self.known(read).contains("employment ytd level 7"))
  }

  private static func errors(_ read: ReturnsIngest) -> [Finding] {
    read.sortedFindings.filter { $0.severity == .error }
  }

  private static func known(_ read: ReturnsIngest) -> [String] {
    read.observations().compactMap { observation in
      guard case .known(let value) = observation.value else { return nil }
      return "\(observation.indicator) \(observation.basis) \(observation.measure) \(value)"
    }
  }

  // MARK: - What is not known

  @Test func placeholdersAreRefusedByCheck() throws {
    let proposed = Proposed(csv: Self.flat.replacing("工业增加值", with: "综合能耗"))
    let layout = proposed.loadFindings
    #expect(layout.map(\.code) == [.unknownName] && layout.first?.raw == "TODO_1")
    let nameless = Proposed(csv: Self.flat, withNames: false)
    #expect(nameless.has("- indicator: TODO_3") && nameless.yaml.contains("propose_no_workspace"))
  }

  @Test(arguments: ["", "说明\n本表为空\n", "1,2,3\n4,5,6\n", "甲,乙\n丙,丁\n"])
  func aFileWithoutATable(csv: String) {
    let proposed = Proposed(csv: csv)
    #expect(proposed.proposal == nil && proposed.finding.code == .noTableFound)
  }

  @Test func theSheetThatWasAskedForOrTheFirstWithATable() {
    let table = "指标名称,累计,增长(%)\n工业投资,1.5,2\n"
    let book = SpreadsheetML.workbook([
      ("封面", "说明"), ("5", table), ("其他", table.replacing("指标名称", with: "项目")),
    ])
    #expect(Proposed(book, file: "a.xml").has("label: [指标名称]"))
    #expect(Proposed(book, file: "a.xml", sheet: "其他").has("label: [项目]"))
    #expect(Proposed(book, file: "a.xml", sheet: "3").has("label: [项目]"))
    #expect(Proposed(book, file: "a.xml", sheet: "5").has("label: [指标名称]"))
    #expect(Proposed(book, file: "a.xml", sheet: "封面").proposal == nil)
  }

  /// A column that is a number in the first rows and a text later is no value.
  @Test func everyRowCounts() {
    let rows = (1...300).map { "91441900MA0000\(1000 + $0),3912,\($0),\($0 <= 100 ? "1" : "x")" }
    let proposed = Proposed(
      csv: "统一社会信用代码,行业代码,工业投资_累计(万元),备注\n" + rows.joined(separator: "\n") + "\n",
      file: "2021年5月.csv")
    #expect(proposed.has("- 备注") && proposed.has("period: {from: [file]}"))
    let unit = proposed.proposal?.lines.first { $0.yaml.hasPrefix("  unit:") }
    #expect(unit?.remark?.arguments["count"] == "300")
  }

  // MARK: - Hostile headers

  /// Whatever a header holds, the layout stays YAML and names the same headers.
  @Test func headersCannotBreakOutOfTheirLine() throws {
    var random = SeededGenerator(seed: 20)
    let pieces = [
      "\"\"", "'", "#", ": ", "\n", "\\", "{header}", "[", "]", "}", ",", "&a", "*a", "!t", "|",
      ">",
      "%", "@", "`", "- ", "? ", "\u{2028}", "\u{85}", "\u{FEFF}", "\t", "产值", "a", "1", "yes", "~",
    ]
    for _ in 0..<60 {
      let hostile = (0..<6).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let csv = """
        统一社会信用代码,行业代码,"甲\(hostile)","乙\(hostile)",工业总产值_1-本月(千元)
        91441900MA0000001A,3912,文字,5,6

        """
      let proposed = Proposed(csv: csv, file: "2021年5月.csv")
      let findings = proposed.loadFindings.filter {
        $0.code != .unknownName && $0.code != .badDefinition
      }
      #expect(findings == [], "\(hostile.debugDescription) \(proposed.yaml)")
      #expect(proposed.proposal?.lines.allSatisfy { !$0.yaml.contains("\n") } ?? false)
    }
  }
}
