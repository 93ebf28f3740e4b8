// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct SpreadsheetMLReaderTests {
  @Test func readsSheetsRowsAndCells() {
    let recorder = record(workbook("<Row>\(cell("a"))\(cell("b"))</Row><Row>\(cell("c"))</Row>"))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.format == .spreadsheetML)
    #expect(
      recorder.sheets.map(\.description) == [
        SheetDescription(name: "甲", number: 1, isVisible: true)
      ])
    #expect(recorder.texts == [["a", "b"], ["c"]])
    #expect(recorder.rows.map(\.line) == [nil, nil])
    #expect(recorder.sheets.map(\.hasEnded) == [true])
  }

  @Test func readsPrefixedElementsAndAttributesWithoutNamespace() {
    let text = """
      <s:Workbook xmlns:s="urn:schemas-microsoft-com:office:spreadsheet">
      <s:Worksheet Name="乙"><s:Table><s:Row Index="3">
      <s:Cell Index="2"><s:Data Type="Number">1.50</s:Data></s:Cell>
      </s:Row></s:Table></s:Worksheet></s:Workbook>
      """
    let recorder = record(text)
    #expect(recorder.sheets.map(\.description.name) == ["乙"])
    #expect(recorder.rows.map(\.number) == [3])
    #expect(recorder.rows.flatMap(\.cells) == [Cell(column: 2, kind: .number, start: 0, end: 4)])
  }

  @Test func indexLeavesGaps() {
    let rows = record(
      workbook(
        "<Row ss:Index='2'>\(cell("a", "ss:Index='3'"))\(cell("b"))</Row><Row/>"
          + "<Row>\(cell("c"))</Row><Row ss:Index='9'>\(cell("d"))</Row>")
    ).rows
    #expect(rows.map(\.number) == [2, 4, 9])
    #expect(rows.map { $0.cells.map(\.column) } == [[3, 4], [1], [1]])
  }

  @Test func aRowWithASpanStandsForSeveral() {
    let rows = record(workbook("<Row ss:Span='3'/><Row>\(cell("a"))</Row>")).rows
    #expect(rows.map(\.number) == [5])
  }

  @Test func aTableMayBeginElsewhere() {
    let text = workbook("<Row>\(cell("a"))\(cell("b", "ss:Index='4'"))</Row>")
    let moved = text.replacing("<Table>", with: "<Table ss:TopCell='3' ss:LeftCell='2'>")
    #expect(record(moved).rows.map(\.number) == [3])
    #expect(record(moved).rows.map { $0.cells.map(\.column) } == [[2, 5]])
  }

  @Test func mergedCellsAreRecordedAndShiftTheirOwnRowOnly() {
    let recorder = record(
      workbook(
        "<Row>\(cell("a", "ss:MergeAcross='2' ss:MergeDown='1'"))\(cell("b"))</Row>"
          + "<Row>\(cell("c"))\(cell("d", "ss:Index='4'"))</Row>"))
    let rows = recorder.rows
    #expect(recorder.sheets.first?.merges == [MergedArea(rows: 1...2, columns: 1...3)])
    #expect(rows[0].cells.map(\.column) == [1, 4])
    // Under the merged cell: kept where the standard puts it.
    #expect(rows[1].cells.map(\.column) == [1, 4])
    #expect(rows[1].texts == ["c", "d"])
  }

  @Test func aCellWithoutDataIsNone() {
    let recorder = record(
      workbook("<Row><Cell ss:StyleID='s'/><Cell ss:MergeAcross='1'/></Row><Row><Cell/></Row>"))
    #expect(recorder.rows.isEmpty)
    #expect(recorder.sheets.first?.merges == [MergedArea(rows: 1...1, columns: 2...3)])
  }

  @Test(
    arguments: [
      ("String", " 1 ", Cell.Kind.text, " 1 "), ("Number", "007.50", .number, "7.50"),
      ("Number", "1.2E+02", .number, "1.2E+02"), ("Number", "\n 5 ", .number, "5"),
      ("Number", "", .text, ""), ("Boolean", "1", .boolean, "TRUE"),
      ("Boolean", "0", .boolean, "FALSE"), ("Boolean", "maybe", .text, "maybe"),
      ("DateTime", "2021-05-01T00:00:00.000", .date, "2021-05-01"),
      ("DateTime", "2021-05-01T00:00:00", .date, "2021-05-01"),
      ("DateTime", "2021-05-01T02:30:00.000", .date, "2021-05-01T02:30:00"),
      ("DateTime", "1899-12-31T02:30:00.500", .date, "1899-12-31T02:30:00.500"),
      ("DateTime", "2021-05-01", .date, "2021-05-01"), ("Error", "#DIV/0!", .error, "#DIV/0!"),
      ("Strange", "x", .text, "x"), ("String", "_x000D_", .text, "_x000D_"),
    ])
  func aTypeGivesAKind(type: String, text: String, kind: Cell.Kind, expected: String) {
    let row = record(
      workbook("<Row>\(cell("v"))<Cell><Data ss:Type='\(type)'>\(text)</Data></Cell></Row>")
    ).rows.first
    #expect(row?.cells.last?.kind == kind)
    #expect(row?.texts.last == expected)
  }

  @Test(
    arguments: [
      ("a<![CDATA[<b>&]]>c", "a<b>&c"), ("&lt;&#24037;&amp;", "<工&"), ("<!-- x -->a<?p?>b", "ab"),
      ("<html:B>粗</html:B>体<html:Font html:Size='9'>字<html:I>!</html:I></html:Font>", "粗体字!"),
    ])
  func textIsGathered(data: String, text: String) {
    let rows = "<Row><Cell><ss:Data ss:Type='String'>\(data)</ss:Data></Cell></Row>"
    #expect(record(workbook(rows)).texts == [[text]])
  }

  @Test func aFormulaGivesItsCachedValueAndACommentNothing() {
    let rows = """
      <Row><Cell ss:Formula="=1+1"><Data ss:Type="Number">2</Data><Comment ss:Author="A">
      <ss:Data>note<html:B>!</html:B></ss:Data></Comment><NamedCell ss:Name="n"/></Cell></Row>
      """
    #expect(record(workbook(rows)).texts == [["2"]])
  }

  @Test func aHiddenSheetIsKnownAtItsEnd() {
    let hidden = workbook("<Row>\(cell("a"))</Row>").replacing(
      "</Table>",
      with: "</Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>")
    let sheet = record(hidden).sheets.first
    #expect(sheet?.description.isVisible == true)
    #expect(sheet?.turnedOutHidden == true)
    #expect(record(workbook("")).sheets.first?.turnedOutHidden == false)
  }

  /// Rows lie across the chunks in which the text is pulled.
  @Test func aLongSheetIsReadWhole() {
    let rows = (1...20_000).map { "<Row>\(cell("工业 & <𠮷>\r\n\($0)"))\(cell("b"))</Row>" }
    let recorder = record(workbook(rows.joined(separator: "\n")))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.texts == (1...20_000).map { ["工业 & <𠮷>\r\n\($0)", "b"] })
  }

  @Test(arguments: [
    ("Boolean", "maybe"), ("Number", "1,5"), ("Number", "1e999"), ("DateTime", "x"),
  ])
  func aValueThatIsNotWhatItsTypeSaysIsFoundAndReadAsText(type: String, text: String) {
    let rows = "<Row>\(cell("v"))<Cell><Data ss:Type='\(type)'>\(text)</Data></Cell></Row>"
    let recorder = record(workbook(rows))
    #expect(recorder.problems.map(\.kind) == [.badValue])
    #expect(recorder.problems.first?.column == 2)
    #expect(recorder.problems.first?.row == 1)
    #expect(recorder.rows.first?.cells.last?.kind == .text)
    #expect(recorder.rows.first?.texts.last == text)
  }

  @Test func everyPrefixHasAProblem() {
    let bytes = Array(workbook("<Row>\(cell("工业"))</Row><Row>\(cell("b"))</Row>").utf8)
    for count in 0..<bytes.count {
      let problems = record(Array(bytes[..<count])).problems
      #expect(problems.count(where: \.isFatal) == 1, "\(count) bytes")
      #expect(count == 0 || problems.last?.kind != .emptyFile)
    }
    #expect(record(bytes).problems.isEmpty)
  }
}
