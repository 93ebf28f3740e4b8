// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct HTMLReaderTests {
  @Test func readsRowsAndCells() {
    let page = read("<table><tr><td>a<td>b</tr>\n<tr>\n<th>c</th>\n<td/></table>")
    #expect(page.problems.isEmpty)
    #expect(page.format == .html)
    #expect(page.sheets.map(\.name) == ["Table 1"])
    #expect(page.sheets.map(\.rows) == [[1: [1: "a", 2: "b"], 2: [1: "c"]]])
    #expect(page.lines == [1, 2])
  }

  @Test(
    arguments: [
      (" a \n b ", "a b"), ("a<br>b", "a\nb"), ("<br>a<br><br>b<br>", "a\n\nb"),
      ("<p>a</p><p>b</p>", "a\nb"), ("a<div>b<div>c</div></div>d", "a\nb\nc\nd"),
      ("a<br></p><p>b", "a\nb"), ("<pre>\na  b\r\nc</pre>", "a  b\nc"), ("a<b> b </b>c", "a b c"),
      ("a &lt;&amp;&#24037;&#x5DE5;", "a <&工工"), ("a&nbsp;b", "a\u{A0}b"), ("12&nbsp", "12\u{A0}"),
      ("&copy2021", "©2021"), ("AT&T & x&amp;nbsp;", "AT&T & x&nbsp;"), ("&#150;", "–"),
      ("a < b <5 > c", "a < b <5 > c"), ("a<!-- x -->b<?p x?>c", "abc"),
      ("a<![if !x]>b<![endif]>c", "abc"), ("a<script>if (a</b) x()</script>b", "ab"),
      ("a<style>b</style>c<select><option>1</select>d", "acd"), ("a\u{C}b", "a b"),
      ("1<span style='Display : none'>0<b>2</b></span>3", "13"), ("1<i hidden>2</i>3", "13"),
      ("a<span style='mso-spacerun:yes'>&nbsp; </span>b", "a  b"), ("<input value=1>a", "a"),
      ("x<ul><li>a<li>b</ul>y", "x\na\nb\ny"), ("工\n业", "工 业"),
    ])
  func textIsWhatABrowserShows(cell: String, text: String) {
    #expect(read("<table><td>\(cell)</td><td>|</table>").rows == [1: [1: text, 2: "|"]])
  }

  @Test(arguments: ["", " \n", "&nbsp;", " &nbsp;&nbsp;<br>", "<img src=x>", "<p></p>"])
  func aCellWithNothingToSeeIsEmpty(cell: String) {
    #expect(read("<table><tr><td>\(cell)</td><td>|</table>").rows == [1: [2: "|"]])
  }

  @Test(
    arguments: [
      // Neither rows nor ends of cells are written.
      ("<td>a<td>b", [1: [1: "a", 2: "b"]]),
      // A cell ends where the next begins, whatever is open in it.
      ("<tr><td><div>a<td>b<tr><td><font>c</div>d", [1: [1: "a", 2: "b"], 2: [1: "cd"]]),
      // Text outside of cells is none.
      ("x<tr>y<td>a</td>z", [1: [1: "a"]]),
      // Empty rows count.
      ("<tr></tr><tr><td></td></tr><tr><td>a", [3: [1: "a"]]),
      // The foot stands where it is written.
      (
        "<tfoot><tr><td>f<tbody><tr><td>b<thead><tr><td>h",
        [1: [1: "f"], 2: [1: "b"], 3: [1: "h"]]
      ),
      ("<tr><td>a</td></td></tr></tr><td>b", [1: [1: "a"], 2: [1: "b"]]),
      ("<TR style='display:none'><TD>a</TD ></TR >", [1: [1: "a"]]),
    ] as [(String, [Int: [Int: String]])])
  func brokenMarkupIsMended(table: String, rows: [Int: [Int: String]]) {
    let page = read("<table>\(table)</table>")
    #expect(page.problems.isEmpty)
    #expect(page.rows == rows)
  }

  @Test func spansPlaceTheCellsBehindThem() {
    let page = read(
      """
      <table><thead><tr><th rowspan=2>指标<th colspan=2>本月<th rowspan=5>单位<tr><th>值<th>增长
      </thead><tr><td>a<td>1<td>2<td>万元</table>
      """)
    #expect(
      page.rows == [
        1: [1: "指标", 2: "本月", 4: "单位"], 2: [2: "值", 3: "增长"],
        3: [1: "a", 2: "1", 3: "2", 4: "万元"],
      ])
    #expect(
      page.areas == [
        MergedArea(rows: 1...1, columns: 2...3), MergedArea(rows: 1...2, columns: 1...1),
        MergedArea(rows: 1...2, columns: 4...4),
      ])
  }

  @Test func eachTableIsASheetNamedByWhatItHas() {
    let page = read(
      """
      <table><caption> 表<b>1</b> </caption><tr><td>a</table><table id=x title='表 2'><td>b</table>
      <table id=x><td>c</table><table id=x><td>d</table><table><tr><td> </table><table><td>e</table>
      """)
    #expect(page.sheets.map(\.name) == ["表1", "表 2", "x", "x (2)", "Table 5"])
    #expect(page.sheets.map(\.rows) == ["a", "b", "c", "d", "e"].map { [1: [1: $0]] })
  }

  @Test func anInnerTableIsASheetOfItsOwn() {
    let page = read(
      """
      <table id=out><tr><td>a<table id=in><tr><td>x<table id=deep><td>y</table></table>b<td>c</tr>
      <tr><td>d</table>
      """)
    #expect(page.sheets.map(\.name) == ["out", "in", "deep"])
    #expect(
      page.sheets.map(\.rows) == [
        [1: [1: "a\nb", 2: "c"], 2: [1: "d"]], [1: [1: "x"]], [1: [1: "y"]],
      ])
  }

  @Test func aLargeInnerTableDoesNotWait() {
    let rows = String(repeating: "<tr><td>\(String(repeating: "x", count: 100))", count: 5000)
    var limits = TableLimits.standard
    limits.nestedTableBytes = 1000
    let page = read(
      "<table id=out><tr><td>a<table id=in>\(rows)</table>b<td>c</table>", limits: limits)
    #expect(page.problems.isEmpty)
    #expect(page.sheets.map(\.name) == ["in", "out"])
    #expect(page.sheets.map(\.rows.count) == [5000, 1])
  }

  @Test func tablesThatWaitAreBounded() {
    let rows = String(repeating: "<tr><td>\(String(repeating: "x", count: 100))", count: 5000)
    let page = read("<table id=out>\(rows)<tr><td><table id=in>\(rows)</table></table>")
    #expect(page.sheets.map(\.name) == ["out", "in"])
    #expect(page.sheets.map(\.rows.count) == [5000, 5000])
    var limits = TableLimits.standard
    limits.nestedTableBytes = 100_000
    let refused = read(
      "<table id=out>\(rows)<tr><td><table id=in>\(rows)</table></table>", limits: limits)
    #expect(refused.problems.map(\.detail) == ["nestedTableBytes: more than 100000"])
  }

  @Test func aTableBetweenTheCellsOfAnotherEndsIt() {
    // Seen in the test files of LibreOffice Writer (tdf118579.html).
    let page = read("<table><tr><th>a</tr><table><tr><td>b</table>")
    #expect(page.problems.isEmpty)
    #expect(page.sheets.map(\.rows) == [[1: [1: "a"]], [1: [1: "b"]]])
  }

  @Test(arguments: ["GB18030", "UTF-8", "UTF-16LE"])
  func theTextIsNotDecodedTwice(encoding: String) {
    let declared = encoding == "GB18030" ? "gb2312" : encoding
    let text =
      "<html><head><meta http-equiv=content-type content='text/html; charset=\(declared)'>"
      + "</head><table><tr><td>工业增加值é</table></html>"
    let mark: [UInt8] = encoding == "UTF-16LE" ? [0xFF, 0xFE] : []
    #expect(read(mark + encode(text, encoding)).rows == [1: [1: "工业增加值é"]])
  }
}
