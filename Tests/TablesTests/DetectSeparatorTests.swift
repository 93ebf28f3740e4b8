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
      ("Jahr;Wert\n2020;1,5\n2021;2,5\n", ";"),  // decimal commas
      ("甲;1,5\n乙;2,5\n", ";"),  // no header: as many commas as semicolons
      ("2020;1,5;2,5\n2021;3,5;4,5\n", ";"),
      ("1,5\t2,5\n3,5\t4,5\n", "\t"),
      ("1,2\n3,4\n", ","),  // no other candidate
      ("a,1;2\nb,3;4\n", ","),  // not between digits
    ])
  func finds(text: String, separator: Character) {
    #expect(detectSeparator(in: Array(text.utf8)[...], isWhole: true) == separator.asciiValue)
  }

  @Test(
    arguments: [
      ("DATAFLOW,FREQ,OBS_VALUE\nE:N(1),M,1;2\n", ","),
      ("DATAFLOW;FREQ;OBS_VALUE\nE:N(1);M;12,4\n", ";"),
      ("\"DATAFLOW\"\t\"FREQ\"\n", "\t"),
      ("STRUCTURE,STRUCTURE_ID,ACTION,OBS_VALUE\ndataflow,E:N(1),I,1\n", ","),
      ("STRUCTURE[;],STRUCTURE_ID,ACTION,A[],B[]\ndataflow,E:N(1),I,X;Y,X;Z;U\n", ","),
      ("STRUCTURE[|];STRUCTURE_ID;ACTION;OBS_VALUE\ndataflow;E:N(1);I;12,4\n", ";"),
      ("STRUCTURE[,]|STRUCTURE_ID|A[]\ndataflow|E:N(1)|X,Y\n", "|"),
    ])
  func sdmxCSVNamesItsSeparator(text: String, separator: Character) {
    #expect(separatorOfSDMX(in: Array(text.utf8)[...]) == separator.asciiValue)
    let recorder = record("\u{FEFF}" + text)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.rows.allSatisfy { $0.texts.count == recorder.rows[0].texts.count })
  }

  @Test(arguments: ["STRUCTURE,x\n", "STRUCTURES;STRUCTURE_ID\n", "DATAFLOW_ID;x\n", "DATAFLOW\n"])
  func otherTextNamesNone(text: String) {
    #expect(separatorOfSDMX(in: Array(text.utf8)[...]) == nil)
  }

  @Test func theLastRowOfACutSampleDoesNotCount() {
    let text = "a;b;c\nd;e;f\ng;h,i"
    #expect(detectSeparator(in: Array(text.utf8)[...], isWhole: false) == UInt8(ascii: ";"))
  }

  @Test func rowsAreCutAtTheSeparatorThatWasFound() {
    #expect(record("a\tb,c\nd\te\n").texts == [["a", "b,c"], ["d", "e"]])
  }
}
