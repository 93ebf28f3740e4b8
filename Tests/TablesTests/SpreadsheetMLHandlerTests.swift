// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct SpreadsheetMLHandlerTests {
  @Test(
    arguments: [
      ("<Row ss:Index='2'/><Row ss:Index='2'/>", "ss:Index 2 of a row goes back"),
      (
        "<Row>\(cell("a", "ss:Index='3'"))\(cell("b", "ss:Index='3'"))</Row>",
        "ss:Index 3 of a cell goes back"
      ),
      ("<Row ss:Index='0'/>", "\"0\" is not an index or a count"),
      ("<Row ss:Index=''/>", "\"\" is not an index or a count"),
      ("<Row><Cell ss:MergeDown='-1'/></Row>", "\"-1\" is not an index or a count"),
      ("<Row><Cell><Data>a</Data><Data>b</Data></Cell></Row>", "a cell with two Data elements"),
      ("<Row><Cell>1</Cell></Row>", "text outside of a Data element"),
    ])
  func whatTheStandardForbidsIsMalformed(rows: String, detail: String) {
    let problems = record(workbook("\n" + rows)).problems
    #expect(problems.map(\.kind) == [.malformedXML])
    #expect(problems.first?.detail == detail)
    #expect(problems.first?.sheet == "甲")
    #expect(problems.first?.line == 7)
  }

  @Test(
    arguments: [
      ("columns", "<Row><Cell ss:Index='6'/></Row>"),
      ("columns", "<Row><Cell ss:MergeAcross='5'/></Row>"),
      ("columns", "<Row>" + String(repeating: "<Cell/>", count: 6) + "</Row>"),
      ("rows", "<Row ss:Index='99999999999999999999999999'/>"),
      ("rows", String(repeating: "<Row/>", count: 8)),
      ("rows", "<Row><Cell ss:MergeDown='8'/></Row>"), ("cellBytes", "<Row>\(cell("12345"))</Row>"),
      ("rowBytes", "<Row>\(cell("1234"))\(cell("1234"))</Row>"),
      ("depth", "<Row><Cell><Data><i><i><i><i/></i></i></i></Data></Cell></Row>"),
    ])
  func aLimitIsNamed(name: String, rows: String) {
    var limits = TableLimits()
    limits.columns = 5
    limits.rows = 7
    limits.cellBytes = 4
    limits.rowBytes = 6
    limits.depth = 8
    let problems = record(workbook(rows), limits: limits).problems
    #expect(problems.map(\.kind) == [.limitExceeded])
    #expect(problems.first?.detail.hasPrefix(name + ":") == true)
    #expect(problems.first?.line == 6)
  }

  @Test func textUnderAMergedCellOfItsOwnRowIsKept() {
    let row = "<Row>\(cell("a", "ss:MergeAcross='2'"))\(cell("b", "ss:Index='2'"))</Row>"
    let rows = record(workbook(row)).rows
    #expect(rows.map { $0.cells.map(\.column) } == [[1, 2]])
  }
}
