// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@testable import SyntheticData

@Suite struct BureauTableTests {
  @Test func printsTitleUnitHeaderAndNote() throws {
    let sink = try Fixture.written(Fixture.workspace())
    let lines = sink.text("Input/returns/2021/bureau-value-added-2021-03.csv").split(
      separator: "\n")
    #expect(lines[0] == "东莞市万江街道规模以上工业增加值（2021年1-3月）")
    #expect(lines[1] == "单位：亿元")
    #expect(lines[2] == "指标名称,本月,本月止累计,本月比上年同月增长(%),累计比上年同期增长(%)")
    #expect(lines[4] == "在总计中：")
    #expect(
      lines.dropFirst(3).map { String($0.prefix { $0 != "," }) }[2...] == [
        "#制造业", "其中：先进制造业", "高技术制造业", "计算机、通信和其他电子设备制造业", "电气机械和器材制造业",
        "注：虚构样例数据，仅供演示",
      ])
  }

  @Test(arguments: [("规模以上工业增加值", ""), ("电气机械和器材制造业", "38")])
  func levelsAndGrowthAreTheOwnSums(label: String, division: String) throws {
    let sink = try Fixture.written(Fixture.workspace(units: 300, from: "2021-05", to: "2021-05"))
    let rows = sink.rows("Input/returns/2021/b204-1-2021-05.csv")
    let sums = ["本月", "1-本月", "上年同期_本月", "上年同期_1-本月"].map { kind in
      rows.filter { $0["行业代码"]?.hasPrefix(division) == true }
        .compactMap { Int128($0["工业增加值_\(kind)(千元)"] ?? "") }.reduce(0, +)
    }
    let expected = try [
      Ratio(sums[0], over: 100_000).rounded(decimals: 2),
      Ratio(sums[1], over: 100_000).rounded(decimals: 2),
      Ratio((sums[0] - sums[2]) * 100, over: sums[2]).rounded(decimals: 1),
      Ratio((sums[1] - sums[3]) * 100, over: sums[3]).rounded(decimals: 1),
    ]
    let text = sink.text("Input/returns/2021/bureau-value-added-2021-05.csv")
    #expect(text.contains("\n\(label),\(expected.joined(separator: ","))\n"))
  }

  @Test func januaryAndFebruaryHaveOnlyCumulativeColumns() throws {
    let sink = try Fixture.written(Fixture.workspace())
    let text = sink.text("Input/returns/2021/bureau-value-added-2021-01-02.csv")
    #expect(text.hasPrefix("东莞市万江街道规模以上工业增加值（2021年1-2月）\n"))
    let total = try #require(text.split(separator: "\n").dropFirst(3).first)
    let cells = total.split(separator: ",", omittingEmptySubsequences: false)
    #expect(cells.count == 5 && cells[1].isEmpty && cells[3].isEmpty)
    #expect(!cells[2].isEmpty && !cells[4].isEmpty)
  }

  @Test func listsInvestmentAndItsRenewal() throws {
    let sink = try Fixture.written(
      Fixture.workspace(units: 300, from: "2020-12", to: "2020-12"))
    let text = sink.text("Input/returns/2020/bureau-investment-2020-12.csv")
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "东莞市万江街道工业投资（2020年1-12月）")
    #expect(lines[3].hasPrefix("工业投资,") && lines[3].hasSuffix(",8.5"))
    #expect(lines[4].hasPrefix("其中：技术改造投资,") && lines[4].hasSuffix(",6.1"))
  }
}
