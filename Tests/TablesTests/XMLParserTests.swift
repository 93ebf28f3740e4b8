// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct XMLParserTests {
  @Test(
    arguments: [
      // Before the root element, where recognition meets it first.
      "<!DOCTYPE Workbook SYSTEM 'http://localhost/x'><Workbook/>",
      "<!DOCTYPE w [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;'>]>"
        + "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>&b;</Workbook>",
    ])
  func aDocumentTypeIsRefused(text: String) {
    let recorder = record("<?xml version='1.0'?>\n" + text)
    #expect(recorder.problems.map(\.kind) == [.documentType])
    #expect(recorder.problems.first?.line == 2)
    #expect(recorder.rows.isEmpty)
  }

  /// The parser itself, should recognition ever let one pass.
  @Test func aDocumentTypeStopsTheParser() {
    let text = "<!DOCTYPE w [<!ENTITY a 'x'>]>\n<w>&a;</w>"
    #expect(problem(text)?.kind == .documentType)
    #expect(problem(text)?.detail == "<!DOCTYPE w")
  }

  @Test func anEntityThatWasNeverDeclaredIsMalformed() {
    let problem = record(workbook("<Row>\n<Cell><Data>&a;</Data></Cell></Row>")).problems.first
    #expect(problem?.kind == .malformedXML)
    #expect(problem?.detail == "Entity 'a' not defined")
    #expect(problem?.line == 7)
  }

  @Test func libxml2SaysWhatIsWrong() {
    let problem = record(workbook("\n<Row>\n<Cell></Row>")).problems.first
    #expect(problem?.kind == .malformedXML)
    #expect(problem?.detail == "Opening and ending tag mismatch: Cell line 8 and Row")
    #expect(problem?.line == 8)
  }

  @Test func rowsBeforeTheProblemWereDelivered() {
    let recorder = record(workbook("<Row>\(cell("a"))</Row><Row><Cell>"))
    #expect(recorder.texts == [["a"]])
    #expect(recorder.sheets.map(\.hasEnded) == [false])
  }

  @Test func aPrefixThatWasNotDeclaredIsMalformed() {
    let kinds = record(workbook("<Row y:Index='2'/>")).problems.map(\.kind)
    #expect(kinds == [.malformedXML])
  }

  @Test func aCutOffFileIsCalledCutOff() {
    let problem = record(workbook("").replacing("</Workbook>", with: "")).problems.first
    #expect(problem?.kind == .malformedXML)
    #expect(problem?.detail == "the file ends inside an element")
  }

  @Test func contentBehindTheRootIsCalledThat() {
    let problem = record(workbook("") + "<a/>").problems.first
    #expect(problem?.detail == "Extra content at the end of the document")
  }

  @Test(arguments: ["<Row a='", "<!-- ", "<Row><Cell><Data><![CDATA[", "<a"])
  func markupWithoutEndIsStopped(start: String) {
    let text = workbook(start + String(repeating: "x", count: 3 << 20))
    #expect(record(text).problems.map(\.detail) == ["markupBytes: more than 262144"])
  }

  @Test func nestingWithoutEndIsStopped() {
    let nested = String(repeating: "<a>", count: 100_000)
    let problems = record(workbook("<Row><Cell><Data>" + nested)).problems
    #expect(problems.map(\.detail) == ["depth: more than 256"])
  }

  private func problem(_ text: String) -> TableProblem? {
    let writer = SheetWriter(limits: .standard, sink: DirectSink(Recorder()))
    do throws(TableProblem) {
      let stream = try TextStream(SourceStream(MemorySource(Array(text.utf8))))
      var reader = SpreadsheetMLReader(text: stream)
      try reader.read(into: writer)
      return nil
    } catch {
      return error
    }
  }
}
