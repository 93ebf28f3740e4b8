// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reports

struct CSVTextTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), (" =1+1", "' =1+1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
    ("-1+2", "'-1+2"), ("+cmd", "'+cmd"), ("-a", "'-a"), ("＝１＋１", "'＝１＋１"), ("＠x", "'＠x"),
    ("－１＋１", "'－１＋１"), ("=\"a\"", "\"'=\"\"a\"\"\""),
  ])
  func formulasAreDefused(text: String, field: String) {
    #expect(CSVText.line([text]) == field)
  }

  @Test(arguments: [
    "-5.2", "-5.2%", "+1", "-", "--", "－", "－５．２％", "万江", "5=5", "a@b", "…", "", " ", "（=1）",
  ])
  func numbersAndWordsStay(text: String) {
    #expect(CSVText.line([text]) == text)
  }

  @Test func fieldsAreQuotedWhereNeeded() {
    #expect(CSVText.line(["a,b", "c\"d", "e\nf", "g"]) == "\"a,b\",\"c\"\"d\",\"e\nf\",g")
  }
}
