// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct PreambleTests {
  private func preamble(
    _ texts: [String], sheet: String? = nil, file: String = "a/b.csv"
  ) -> Preamble {
    var preamble = Preamble(sheet: sheet, file: file)
    let cells = texts.enumerated().map { (column: $0 + 1, text: $1) }
    preamble.add(RowTexts(number: 1, line: 1, cells: cells))
    return preamble
  }

  private static let periods: [(texts: [String], sheet: String?, file: String, period: String?)] = [
    (["增加值（2021年1-5月）"], nil, "202106.csv", "2021-05"), ([], "2021年4月", "202106.csv", "2021-04"),
    ([], nil, "x/202106.csv", "2021-06"), (["2021年5月和2020年5月"], nil, "202106.csv", "2021-06"),
    (["有效期至：2022年6月", "2021年5月"], nil, "a.csv", "2021-05"),
    (["有效期至：", "2022年6月", "2021年5月"], nil, "a.csv", "2021-05"),
    (["报出日期：2021年6月", "2021年5月"], nil, "a.csv", "2021-05"),
    (["制表日期：2021年6月8日"], nil, "2021-05.csv", "2021-05"),
    (["文号：国统字〔2020〕115号", "2021年5月"], nil, "a.csv", "2021-05"),
    (["有效期至：2022年6月"], nil, "a.csv", nil), ([], nil, "a.csv", nil),
  ]

  @Test(arguments: periods)
  func thePeriodIsOfTheNearestText(
    texts: [String], sheet: String?, file: String, period: String?
  ) {
    #expect(preamble(texts, sheet: sheet, file: file).period()?.description == period)
  }

  /// A folder's name says nothing: it may hold several periods.
  @Test func foldersAreNotRead() {
    #expect(preamble([], file: "2021-05/returns.csv").period() == nil)
  }

  @Test(arguments: [
    (["单位：亿元"], ["亿元"]), (["计量单位: 千元"], ["千元"]), (["（单位：万元）"], ["万元"]),
    (["金额单位：万元"], ["万元"]), (["2021年1-5月 单位：亿元"], ["亿元"]), (["单位：万元、人"], ["万元", "人"]),
    (["计量单位：", "千元"], ["千元"]), (["单位：%"], ["%"]), (["填报单位：甲公司", "单位：万元"], ["万元"]),
    (["单位：亿元（当年价）"], ["亿元"]),
  ])
  func theUnitLineIsRead(texts: [String], symbols: [String]) {
    let units = symbols.compactMap { UnitOfMeasure($0) }
    #expect(preamble(texts).unitLine == .units(units))
  }

  @Test(arguments: [
    ["单位：百亿元"], ["计量单位：担"], ["计量单位：", "见表"], ["单位：千克/人"],
  ])
  func anUnknownUnitIsNotGuessed(texts: [String]) {
    #expect(preamble(texts).unitLine == .unknown(texts[0]))
  }

  @Test(arguments: [[], ["单位详细名称：甲公司"], ["填报单位：甲元"], ["单位：甲公司"], ["单位：", "甲公司"]])
  func anEnterprisesNameIsNoUnit(texts: [String]) {
    #expect(preamble(texts).unitLine == .none)
  }

  @Test func theTitleMayBeTheSheetsName() {
    #expect(preamble(["规上工业增加值"]).hasTitle(["工业", "增加值"]))
    #expect(preamble([], sheet: "增加值").hasTitle(["增加值"]))
    #expect(!preamble(["工业", "增加值"]).hasTitle(["工业", "增加值"]))
    #expect(preamble([]).hasTitle([]))
  }
}
