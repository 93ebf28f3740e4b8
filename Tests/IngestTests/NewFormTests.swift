// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// A form that nobody has seen, with a header three rows deep and two unit lines, read by a layout
/// alone.
@Suite struct NewFormTests {
  private static let layout = """
    form: X-9
    name: 新表
    shape: unit-rows
    recognise: {form-number: [X-9], headers: [代码, 经营/产值/本年累计]}
    header-rows: 3
    period: {field: [报告期]}
    keys: {unit: 代码, industry: 行业}
    ignore: [名称]
    values:
      - indicator: value_added
        unit: 万元
        columns: {ytd: 经营/产值/本年累计, reference_ytd: 经营/产值/上年同期}
        required: [ytd]
      - indicator: employment
        unit: 人
        columns: {ytd: 经营/用工/平均人数}
    footer: [制表说明]

    """

  private static let table = """
    企业经营情况表,,,,,
    表号：X-9表,,,,,
    报告期：,二〇二一年五月,,,,
    金额单位：万元,,,,,
    人数单位：人,,,,,
    代码,名称,行业,经营,,
    ,,,产值,,用工
    ,,,本年累计,上年同期,平均人数
    甲,乙,丙,1,2,3
    91A,甲厂,3911,"1,234.5",１０００,12
    91B,乙厂,3811,－7.25,(8),3
    制表说明：本表为样例,,,,,

    """

  private static let workspace = Workspace().with("Input/layouts/x9.yml", layout)

  @Test func aLayoutAloneSuffices() throws {
    let read = try Ingested(csv: Self.table, Self.workspace)
    #expect(read.marks == [])
    #expect(read.files.first?.form == "X-9" && read.files.first?.accepted == 2)
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.122725")
    #expect(try read.level("employment.total.ytd.level", "2021-05") == "15")
  }

  /// With the merged areas of a spreadsheet as from blank cells.
  @Test func mergedCellsSayTheSame() throws {
    func row(_ cells: [String]) -> String { "<tr>\(cells.joined())</tr>" }
    let html = """
      <table><tr><td colspan=6>企业经营情况表</td></tr><tr><td>表号：X-9表</td></tr>
      <tr><td>报告期：2021年5月</td></tr>
      <tr><td rowspan=3>代码</td><td rowspan=3>名称</td><td rowspan=3>行业</td><td colspan=3>经营</td></tr>
      <tr><td colspan=2>产值</td><td>用工</td></tr>
      <tr><td>本年累计</td><td>上年同期</td><td>平均人数</td></tr>
      <tr><td>91A</td><td>甲厂</td><td>3911</td><td>5</td><td>4</td><td>12</td></tr></table>
      """
    let read = try Ingested([("a.xls", Array(html.utf8))], Self.workspace)
    #expect(read.marks == [])
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.0005")
  }

  @Test func whatDiffersIsSaid() throws {
    let read = try Ingested(csv: Self.table.replacing("X-9表", with: "Y-9表"), Self.workspace)
    #expect(read.codes == [.noLayoutFits])
    #expect(read.findings.first?.arguments["form"] == "X-9")
    let other = try Ingested(csv: Self.table.replacing("本年累计", with: "本年累计数"), Self.workspace)
    #expect(other.codes == [.missingColumn])
    #expect(other.findings.first?.arguments["suggestion"] == "经营/产值/本年累计数")
  }

  /// The first row of a deep header has all that a shallow layout asks for; the deep one knows more.
  @Test func aShallowLayoutDoesNotTakeADeepForm() throws {
    let table = Self.table.replacing("代码,名称,行业,经营", with: "统一社会信用代码,名称,行业代码,经营")
    let workspace = Workspace().with(
      "Input/layouts/x9.yml",
      Self.layout.replacing("代码,", with: "统一社会信用代码,").replacing("unit: 代码", with: "unit: 统一社会信用代码")
        .replacing("industry: 行业", with: "industry: 行业代码"))
    let read = try Ingested(csv: table, workspace)
    #expect(read.marks == [])
    #expect(read.files.first?.form == "X-9" && read.files.first?.accepted == 2)
    // And the shallow form is still read where it stands alone, to its last row.
    #expect(try Ingested(csv: Fixture.returns, workspace).returns.count == 2)
  }

  /// A header at the end of what is searched is still followed by all of its rows.
  @Test(arguments: 50...60) func theLastSearchedRows(lines: Int) throws {
    let above = (1..<lines).map { "第\($0)行说明\n" }.joined()
    let read = try Ingested(csv: above + Fixture.returns, Self.workspace)
    #expect(read.returns.count == 2)
    #expect(read.files.first?.accepted == 2)
  }
}
