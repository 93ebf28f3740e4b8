// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

/// Pages that are cut off, damaged, or made to do harm.
@Suite struct HTMLHostilePagesTests {
  private static let page = """
    <!DOCTYPE html><html><head><title>t</title><style>.a{b:"c"}</style></head><body>
    <!-- x --><table id="工业"><tr><th rowspan="2">a&lt;</th><td x:num="1.5">2</td></tr>
    <tr><td>业<br>c<table><tr><td>d</td></tr></table></td></tr></table><table><td>e</table>
    </body></html>
    """

  @Test func everyPrefixHasAProblemOrAllTables() {
    let bytes = Array(HTMLHostilePagesTests.page.utf8)
    let whole = read(bytes)
    #expect(whole.problems.isEmpty)
    #expect(whole.sheets.count == 3)
    for count in 0..<bytes.count {
      let cut = read(Array(bytes[..<count]))
      guard cut.problems.isEmpty else { continue }
      // Only where a table has just ended.
      for (sheet, other) in zip(cut.sheets, whole.sheets) { #expect(sheet.rows == other.rows) }
      #expect(cut.sheets.count >= 2, "\(count) bytes")
    }
  }

  @Test(
    arguments: [
      "<table><tr><td>a", "<table><tr><td>a</td></tr>", "<table><tr><td>a</table",
      "<table><tr><td><table><tr><td>a</table>", "<table></table><!-- <table>",
      "<table><tr><td>a</td></tr><tr><td cl", "<table><td>a</table><script>x",
    ])
  func aPageThatEndsTooEarlyIsRefused(page: String) {
    let problems = read("<html>\n" + page).problems
    #expect(problems.map(\.kind) == [.damagedTable])
    #expect(problems.first?.detail.hasPrefix("the file ends inside a") == true)
    #expect(problems.first?.line == 2)
  }

  @Test(
    arguments: [
      "<table><td>a</table>", "<table><tr><td>a</body></html>", "<table><td>a</TABLE >\n\n",
      "<table><td>a<table><td>b</table></td></table>",
    ])
  func aPageMayLeaveOutOtherEnds(page: String) { #expect(read(page).problems.isEmpty) }

  @Test func rowsBeforeTheProblemAreDelivered() {
    let page = read("<table id=t><tr><td>a</tr><tr><td>b</tr><tr><td>c")
    #expect(page.sheets.map(\.name) == ["t"])
    #expect(page.rows[1] == [1: "a"])
    #expect(page.problems.map(\.sheet) == ["t"])
  }

  @Test func flippedBytesNeverCrash() {
    let bytes = Array(HTMLHostilePagesTests.page.utf8)
    var generator = SeededGenerator(7)
    for _ in 0..<600 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        damaged[place] = UInt8.random(in: 0...127, using: &generator)
      }
      _ = read(damaged)
    }
  }

  @Test func absurdSpansAreBounded() {
    let page = read(
      "<table><tr><td colspan=99999999999999999999 rowspan=99999999999>a<td rowspan=0>b<tr><td>c</table>"
    )
    #expect(page.problems.isEmpty)
    #expect(page.rows == [1: [1: "a", 1001: "b"], 2: [1002: "c"]])
    #expect(
      page.areas == [
        MergedArea(rows: 1...2, columns: 1...1000), MergedArea(rows: 1...2, columns: 1001...1001),
      ])
    let wide = "<table><tr>" + String(repeating: "<td colspan=1000>a", count: 20) + "</table>"
    #expect(read(wide).problems.map(\.detail) == ["columns: more than 16384"])
    #expect(read("<table><td colspan=x rowspan=-3>a<td colspan=0>b</table>").areas.isEmpty)
  }

  @Test func bounds() {
    var limits = TableLimits.standard
    limits.cellBytes = 100
    let long = String(repeating: "x", count: 101)
    #expect(details("<table><td>\(long)</table>", limits) == ["cellBytes: more than 100"])
    limits.pageDepth = 10
    let deep = String(repeating: "<b>", count: 11)
    #expect(details("<table><td>\(deep)</table>", limits) == ["pageDepth: more than 10"])
    limits.sheets = 2
    let many = String(repeating: "<table><td>a</table>", count: 3)
    #expect(details(many, limits) == ["sheets: more than 2"])
    limits.pageMarkupBytes = 100_000
    let comment = "<table><td><!-- \(String(repeating: "x ", count: 100_000)) -->a</table>"
    #expect(details(comment, limits) == ["pageMarkupBytes: more than 100000"])
    limits.names = 1000
    let names = (0..<20_000).map { "<a\($0)/>" }.joined()
    #expect(details("<p>" + names, limits).first == "names: more than 1000")
  }

  @Test func manyAttributesAreRefusedSoon() {
    let attributes = (0..<500_000).map { "a\($0)" }.joined(separator: " ")
    #expect(
      details("<table><td \(attributes)>a</table>", .standard) == ["attributes: more than 32768"])
    let picture = String(repeating: "iVBORw0KGgo/", count: 100_000)
    #expect(read("<table><td>a<img src='data:\(picture)'>b</table>").rows == [1: [1: "ab"]])
  }

  @Test func aControlCharacterInACellIsRefused() {
    let problem = read("<p>\u{1}<table><tr><td>a<td>b\u{1}</table>\u{1}").problems.first
    #expect(problem?.kind == .controlByte)
    #expect(problem?.column == 2)
    #expect(read("<p>\u{1}<table><tr><td>a</table>\u{1}").problems.isEmpty)
  }

  @Test func aPageWithoutTableIsRefused() {
    #expect(
      read("<html><p>a</html>").problems == [.unsupported("a web page (HTML) without a table")])
    let empty = read("<html><table><tr><td>&nbsp;</table></html>")
    #expect(empty.problems.isEmpty)
    #expect(empty.sheets.map(\.rows) == [[:]])
  }

  private func details(_ page: String, _ limits: TableLimits) -> [String] {
    read(page, limits: limits).problems.map(\.detail)
  }
}
