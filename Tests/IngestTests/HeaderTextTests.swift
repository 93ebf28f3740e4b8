// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct HeaderTextTests {
  @Test(arguments: [
    ("工业总产值_1—本月（千元）", "工业总产值_1-本月(千元)"), (" 统一社会\t信用代码 ", "统一社会信用代码"),
    ("１—本月", "1-本月"), ("1–本月", "1-本月"), ("1－本月", "1-本月"), ("1~本月", "1-本月"),
    ("1～本月", "1-本月"), ("1−本月", "1-本月"), ("行业代码（GB/T 4754）", "行业代码(gb/t4754)"),
    ("增长％", "增长%"), ("\u{FEFF}报告期\u{200B}", "报告期"), ("指标　名称", "指标名称"), ("", ""),
  ])
  func foldsWhatPeopleTypeDifferently(text: String, folded: String) {
    #expect(HeaderText.folded(text) == folded)
    #expect(HeaderText.folded(folded) == folded)
  }

  @Test(arguments: [
    ("工业总产值_本月(千元)", "工业总产值_本月", "千元"), ("增长(%)", "增长", "%"),
    ("拉动(百分点)", "拉动", "百分点"), ("行业代码(gb/t4754)", "行业代码(gb/t4754)", nil),
    ("工业总产值(当年价)(万元)", "工业总产值(当年价)", "万元"), ("(千元)", "", "千元"),
    ("千元)", "千元)", nil), ("工业(百亿元)", "工业(百亿元)", nil), ("", "", nil),
  ])
  func splitsTheUnitFromTheWords(folded: String, words: String, symbol: String?) {
    let (found, unit) = HeaderText.splitUnit(folded)
    #expect(found == words)
    #expect(unit?.symbol == symbol)
  }

  @Test(arguments: [
    (" \u{3000}a b\u{A0}\t", "a b"), ("\u{FEFF}甲", "甲"), ("   ", ""), ("", ""), ("x", "x"),
  ])
  func trimsBlanksOfEveryWidth(text: String, trimmed: String) {
    #expect(CellText.trimmed(text) == trimmed)
  }
}

@Suite struct RowLabelTests {
  @Test(arguments: [
    ("先进制造业", "先进制造业"), ("#先进制造业", "先进制造业"), ("  其中：#先进制造业", "先进制造业"),
    ("＃制造业", "制造业"), ("其中: 技改投资", "技改投资"), ("一、工业投资", "工业投资"),
    ("（一）工业投资", "工业投资"), ("在总计中：", "在总计中"), ("工业投资（万元）", "工业投资"), ("", ""),
  ])
  func losesItsMarks(text: String, label: String) {
    #expect(RowLabel.folded(text) == label)
  }

  @Test func keepsTheUnitThatItStates() {
    #expect(RowLabel.split("其中：工业投资（万元）").unit == .tenThousandYuan)
    #expect(RowLabel.split("工业投资").unit == nil)
  }
}
