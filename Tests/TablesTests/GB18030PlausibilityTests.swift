// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct GB18030PlausibilityTests {
  @Test(
    arguments: [
      "统一社会信用代码,单位详细名称\n9144,样例甲（虚构）电子有限公司\n",
      "指标,增加值(亿元)\n㎡,𠮷\u{3400}野家,1—本月\n",  // four bytes each: 𠮷 and U+3400
      "数据来源：国家统计局，“…”±×÷\n",
    ])
  func chineseIsPlausible(text: String) {
    #expect(record(encode(text, "GB18030")).problems.isEmpty)
  }

  @Test func frenchIsNot() {
    let text = "région,première valeur\nÎle-de-France,élevée\n"
    let problems = record(encode(text, "WINDOWS-1252")).problems
    #expect(problems.first?.kind == .implausibleEncoding)
    #expect(problems.first?.detail.contains("r間ion") == true)
  }

  @Test func big5IsNot() {
    let text = "統計資料,工業生產指數,電子零組件業\n臺北市,製造業增加值,消費者物價\n"
    let recorder = record(encode(text, "BIG5"))
    #expect(recorder.problems.first?.kind == .implausibleEncoding)
  }

  @Test func readingGoesOn() {
    let recorder = record(encode("pays,première\nFrance,1\n", "WINDOWS-1252"))
    #expect(recorder.problems.map(\.isFatal) == [false])
    #expect(recorder.texts == [["pays", "premi鑢e"], ["France", "1"]])
    #expect(
      recorder.problems.map(\.detail) == [
        "read as GB18030, 0 % of its 1 double-byte characters are common ones: premi鑢e"
      ])
  }

  @Test func theDoubtComesBeforeTheByteThatStopsIt() {
    let recorder = record(encode("première,é,1\n", "WINDOWS-1252"))
    #expect(recorder.problems.map(\.kind) == [.implausibleEncoding, .undecodableByte])
  }
}
