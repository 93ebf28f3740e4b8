// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct DetectSeparatorTests {
  @Test(
    arguments: [
      ("a,b\nc,d\n", ","),
      ("a\tb\nc\td\n", "\t"),
      ("a;b\nc;d\n", ";"),
      ("a|b\nc|d\n", "|"),
      ("a", ","),  // none: one column
      ("地区\t,2025年\t,\n北京\t,1\t,\n", ","),  // a tab before every comma
      ("a\t1,234\tx\nb\t2\tx\nc\t3,000,000\tx\n", "\t"),  // commas inside numbers
      ("\"a;b\",1\n\"c;d;e\",2\n", ","),  // only outside quotes
      ("\"a\"\";\"\"b\";1\n\"c\";2\n", ";"),  // doubled quotes
      ("数据库：月度数据\n时间：最近13个月|1993-2017|\n指标,1月,2月\n甲,1,2\n乙,3,4\n丙,5,6\n", ","),
      ("a,b\nc,d,e\nf,g,h,i\nj|k\n", ","),  // ragged
      ("a;b,c\n\n\nd;e,f,g\n", ";"),  // blank lines do not count
    ])
  func finds(text: String, separator: Character) {
    #expect(detectSeparator(in: Array(text.utf8)[...], isWhole: true) == separator.asciiValue)
  }

  @Test func theLastRowOfACutSampleDoesNotCount() {
    let text = "a;b;c\nd;e;f\ng;h,i"
    #expect(detectSeparator(in: Array(text.utf8)[...], isWhole: false) == UInt8(ascii: ";"))
  }

  @Test func rowsAreCutAtTheSeparatorThatWasFound() {
    #expect(record("a\tb,c\nd\te\n").texts == [["a", "b,c"], ["d", "e"]])
  }
}
