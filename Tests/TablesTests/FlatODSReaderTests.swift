// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct FlatODSReaderTests {
  @Test func readsSheetsInTheirOrder() {
    let recorder = record(
      flatODS(
        sheets: "<table:table table:name=\"乙 &amp; 丙\"/><table:table table:name=\"甲\"/>"))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.format == .flatODS)
    #expect(recorder.sheets.map(\.description.name) == ["乙 & 丙", "甲"])
  }

  @Test func aStyleHidesASheet() {
    let styles = """
      <style:style style:name="t1" style:family="table">
      <style:table-properties table:display="false"/></style:style>
      <style:style style:name="t2" style:family="table">
      <style:table-properties table:display="true"/></style:style>
      """
    let recorder = record(
      flatODS(
        sheets: "<table:table table:style-name='t1'/><table:table table:style-name='t2'/>",
        styles: styles))
    #expect(recorder.sheets.map(\.description.isVisible) == [false, true])
  }

  @Test func otherDocumentsAreRefused() {
    let text = flatODS("").replacing("office:spreadsheet", with: "office:text")
    #expect(
      record(text).problems.map(\.detail) == ["an OpenDocument file without a spreadsheet"])
    #expect(record(text).problems.map(\.kind) == [.unsupportedFormat])
  }

  @Test func groupsOfRowsAreEntered() {
    let rows = """
      <table:table-header-rows>\(odsRow(odsText("a")))</table:table-header-rows>
      <table:table-row-group>\(odsRow(odsText("b")))
      <table:table-row-group table:display="false">\(odsRow(odsText("c")))</table:table-row-group>
      </table:table-row-group><table:table-rows>\(odsRow(odsText("d")))</table:table-rows>
      """
    let recorder = record(flatODS(rows))
    #expect(recorder.texts == [["a"], ["b"], ["c"], ["d"]])
    #expect(recorder.rows.map(\.number) == [1, 2, 3, 4])
    #expect(recorder.sheets.map(\.hasEnded) == [true])
  }

  @Test func whatIsNoCellOfTheSheetIsPassedOver() {
    let other = "<table:table>\(odsRow(odsText("x")))</table:table>"
    let sheets = """
      <table:tracked-changes><table:cell-content-change><table:previous>
      <table:change-track-table-cell office:value-type="float" office:value="1"/>
      </table:previous></table:cell-content-change></table:tracked-changes>
      <table:table><office:forms/><table:shapes><draw:frame>\(other)</draw:frame></table:shapes>
      \(odsRow(odsCell("", "<text:p>a</text:p>\(other)<draw:frame><text:p>y</text:p></draw:frame>")))
      </table:table><table:dde-links><table:dde-link>\(other)</table:dde-link></table:dde-links>
      <table:table table:name="'file:///tmp/b.ods'#Sheet1">\(odsRow(odsText("z")))</table:table>
      """
    let recorder = record(flatODS(sheets: sheets))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.sheets.count == 1)
    #expect(recorder.texts == [["a"]])
  }

  @Test(arguments: 0..<200)
  func whatIsWrittenIsReadBack(seed: UInt64) {
    var generator = SeededGenerator(seed)
    let grid = randomGrid(using: &generator)
    let rows = grid.map { odsRow($0.map(odsText).joined()) }.joined()
    // Line ends are one kind in OpenDocument; an empty text is no cell.
    let expected = grid.map { row in
      row.map { $0.replacing("\r\n", with: "\n\n") }.filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
    for recorder in [record(flatODS(rows)), record(ods(rows))] {
      #expect(recorder.problems.isEmpty)
      #expect(recorder.texts == expected)
    }
  }

  @Test(arguments: ["UTF-16LE", "GB18030"])
  func readsAnyEncoding(name: String) {
    let text = flatODS(odsRow(odsText("工业总产值"))).replacing("UTF-8", with: name)
    #expect(record(encode(text, name)).texts == [["工业总产值"]])
  }

  @Test func anyTruncationIsAProblem() {
    let whole = Array(flatODS(odsRow(odsText("甲"))).utf8)
    for length in 100..<whole.count {
      let problems = record(Array(whole.prefix(length))).problems
      #expect(problems.last?.isFatal == true, "\(length) bytes")
    }
  }
}
