// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

/// What Excel and LibreOffice Calc note of cells in the pages that they write.
@Suite struct HTMLMarksTests {
  @Test(
    arguments: [
      ("", "1234.50", Cell.Kind.text, "1234.50"), ("x:num", "12.5", .number, "12.5"),
      ("x:num=\"1234.5678\"", "1,234.57", .number, "1234.5678"),
      ("x:num", "1,234.5", .number, "1234.5"),
      ("x:num=\"00.35\"", "0.35", .number, "0.35"), ("x:num='-0.5'", "-50%", .number, "-0.5"),
      ("x:num", "1,23", .text, "1,23"), ("x:num='1.1E-3'", "0", .number, "1.1E-3"),
      ("x:str", "007", .text, "007"), ("x:str=\"a  b \"", "a b", .text, "a  b "),
      ("x:str=\"'007\"", "007", .text, "007"), ("x:bool='TRUE'", "真", .boolean, "TRUE"),
      ("x:bool", "FALSE", .boolean, "FALSE"), ("x:err='#N/A'", "#N/A", .error, "#N/A"),
      ("x:num='44347' class=xl24", "2021/5/31", .date, "2021-05-31"),
      ("x:num='44347.5' class='b xl25'", "", .date, "2021-05-31T12:00:00"),
      ("x:num='44347' class=xl26", "", .number, "44347"), ("x:num class=xl24", "5", .number, "5"),
      ("x:num='0.5' style='mso-number-format:\"Short Time\"'", "", .date, "12:00:00"),
      ("sdval=\"44347\" sdnum=\"2052;0;YYYY-MM-DD\"", "2021-05-31", .date, "2021-05-31"),
      ("sdval='1234.5' sdnum='2052;0;#,##0.00'", "1,234.50", .number, "1234.5"),
      ("sdval='1' sdnum='2052;0;BOOLEAN'", "TRUE", .boolean, "TRUE"),
      ("sdval='0.1' sdnum='1033;'", "0.1", .number, "0.1"),
      ("sdnum='2052;0;@'", "007", .text, "007"),
    ])
  func aMarkGivesKindAndValue(mark: String, shown: String, kind: Cell.Kind, text: String) {
    let page = read(
      """
      <style><!-- .xl24 {mso-style-parent:style0;\n mso-number-format:"yyyy\\0022年}\\0022m";}
      td.xl25, .c {color:red; mso-number-format:"General Date"} .xl26{mso-number-format:"\\@";} -->
      </style><table x:str><tr><td \(mark)>\(shown)</td></table>
      """)
    #expect(page.kinds == [kind])
    #expect(page.rows == [1: [1: text]])
  }

  @Test func whatIsNoNumberIsReported() {
    let page = read("<table><tr><td x:num>abc<td x:num><td>b</table>")
    #expect(page.problems.map(\.kind) == [.badValue])
    #expect(page.problems.map(\.sheet) == ["Table 1"])
    #expect(page.problems.map(\.column) == [1])
    #expect(page.rows == [1: [1: "abc", 3: "b"]])
  }

  @Test func excelListsItsSheets() {
    let page = read(
      """
      <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml>
      <x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>5月&amp;6月</x:Name>
      <x:WorksheetOptions/></x:ExcelWorksheet></x:ExcelWorksheets><x:Date1904/></x:ExcelWorkbook>
      </xml><![endif]--></head><body><table id=t><tr><td x:num="1" style="mso-number-format:'m/d'">a
      </table><table><td>b</table>
      """)
    #expect(page.sheets.map(\.name) == ["5月&6月", "Table 2"])
    #expect(page.sheets.first?.rows == [1: [1: "1904-01-02"]])
  }

  @Test func aFramePageNamesItsSheets() {
    let page = read(
      """
      <html><head><meta name="Excel Workbook Frameset"><link id="shLink" href="a/sheet001.htm">
      <link id="shLink" href="a/sheet002.htm"><link id="shLink"><script>var x="<table>";</script>
      """)
    #expect(
      page.problems == [
        .unsupported(
          "a frame page (HTML) without a table, whose sheets are in other files: a/sheet001.htm, "
            + "a/sheet002.htm")
      ])
    #expect(
      read("<html><frameset><frame src=a></frameset></html>").problems == [
        .unsupported("a frame page (HTML) without a table, whose sheets are in other files")
      ])
  }
}
