// SPDX-License-Identifier: Apache-2.0
import Tables
import Testing

@testable import Ingest

@Suite struct TitleWordsTests {
  @Test(arguments: [
    ("2021年1-5月工业投资情况", "工业投资情况"), ("东莞市万江街道工业投资（2020年1-4月）", "工业投资"),
    ("二、城镇居民收入（2021年）", "城镇居民收入"), ("广东省市场主体情况", "市场主体情况"),
    ("工业产销总值及主要产品产量", "工业产销总值及主要产品产量"),
  ])
  func areWithoutPeriodAndArea(title: String, words: String) {
    var preamble = Preamble(sheet: nil, file: "a.csv")
    let bytes = Array(title.utf8)
    let cell = Cell(column: 1, kind: .text, start: 0, end: bytes.count)
    preamble.add(RowTexts(Row(number: 1, bytes: bytes, cells: [cell])))
    #expect(TitleWords(preamble)?.words == words)
    #expect(TitleWords(preamble)?.title == title)
  }
}
