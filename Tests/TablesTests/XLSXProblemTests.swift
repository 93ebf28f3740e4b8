// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct XLSXProblemTests {
  private func problem(_ file: XLSXFile) -> TableProblem? { record(file.bytes).problems.last }

  @Test(
    arguments: [
      ("<c t='s'><v>1</v></c>", TableProblem.Kind.damagedTable, "shared text 1 of 1"),
      ("<c t='s'><v>-1</v></c>", .damagedTable, "shared text that is no number of 1"),
      (
        "<c t='s'><v>99999999999999999999999</v></c>", .damagedTable,
        "shared text that is no number of 1"
      ),
      ("<c s='2'><v>1</v></c>", .damagedTable, "a cell with the format 2 of 2"),
      ("<c s='-1'><v>1</v></c>", .damagedTable, "a cell with the format \"-1\""),
      ("<c t='q'><v>1</v></c>", .damagedTable, "a cell of the type \"q\""),
      ("<c r='A2'><v>1</v></c>", .damagedTable, "a cell with the reference \"A2\" in row 1"),
      ("<c r='1'><v>1</v></c>", .damagedTable, "a cell with the reference \"1\" in row 1"),
      ("<c r='A1B'><v>1</v></c>", .damagedTable, "a cell with the reference \"A1B\""),
      ("<c r=''/>", .damagedTable, "a cell with the reference \"\" in row 1"),
      ("<c r='XFE1'><v>1</v></c>", .limitExceeded, "columns: more than 16384"),
      (
        "<c r='ZZZZZZZZZZZZZZZZZZ1'/>", .damagedTable,
        "a cell with the reference \"ZZZZZZZZZZZZZZZZZZ1\""
      ),
      (
        "<c r='B1'><v>1</v></c><c r='A1'><v>1</v></c><c r='B1'><v>1</v></c>", .damagedTable,
        "a cell that stands twice in its row"
      ),
      ("<c><v>x</v></c>", .badValue, "\"x\" is not a number"),
      ("<c><v>1e999</v></c>", .badValue, "\"1e999\" is not a number that a spreadsheet can hold"),
      ("<c t='str'><v>_xD800_</v></c>", .badValue, "an escape that is half a character"),
    ])
  func aCellThatCannotBe(cells: String, kind: TableProblem.Kind, detail: String) {
    let file = XLSXFile(
      "<row>\(cells)</row>", sharedTexts: "<si><t>a</t></si>",
      styles: "<cellXfs><xf/><xf/></cellXfs>")
    let found = problem(file)
    #expect(found?.kind == kind)
    #expect(found?.detail == detail)
    #expect(found?.sheet == "甲")
    #expect(found?.row == 1)
    #expect(found?.line == nil)
  }

  @Test(
    arguments: [
      ("<row r='0'/>", TableProblem.Kind.damagedTable), ("<row r='x'/>", .damagedTable),
      ("<row r='2'/><row r='2'/>", .damagedTable), ("<row r='9'/><row r='2'/>", .damagedTable),
      ("<row r='999999999'/>", .limitExceeded),
      ("<row r='99999999999999999999999'/>", .damagedTable),
    ])
  func aRowThatCannotBe(rows: String, kind: TableProblem.Kind) {
    #expect(problem(XLSXFile(rows))?.kind == kind)
  }

  @Test(arguments: ["", "A", "1:2", "A1:B2:C3", "A0", "A1:", "AAAAAAAA1", "A99999999999"])
  func aMergedAreaThatCannotBe(reference: String) {
    let rest = "<mergeCells><mergeCell ref='\(reference)'/></mergeCells>"
    #expect(problem(XLSXFile("", rest: rest))?.kind == .damagedTable)
  }

  @Test func aMergedAreaBeyondTheSheet() {
    let rest = "<mergeCells><mergeCell ref='A1:ZZZ1'/></mergeCells>"
    #expect(problem(XLSXFile("", rest: rest))?.kind == .limitExceeded)
  }

  @Test func sharedTextsThatAreNotThere() {
    let file = XLSXFile("<row r='3'><c r='B3' t='s'><v>0</v></c></row>")
    #expect(problem(file)?.kind == .damagedTable)
    #expect(problem(file)?.row == 3)
    #expect(problem(file)?.column == 2)
  }

  @Test func manySharedTextsAreALimit() {
    var limits = TableLimits.standard
    limits.sharedTextBytes = 100
    let texts = String(repeating: "<si/>", count: 30)
    let problems = record(XLSXFile("", sharedTexts: texts).bytes, limits: limits).problems
    #expect(problems.map(\.kind) == [.limitExceeded])
    #expect(problems.first?.detail == "sharedTextBytes: more than 100 in book/texts.xml")
  }

  @Test func manyCellFormatsAreALimit() {
    var limits = TableLimits.standard
    limits.cellFormats = 10
    let styles = "<cellXfs>\(String(repeating: "<xf/>", count: 11))</cellXfs>"
    let problems = record(XLSXFile("", styles: styles).bytes, limits: limits).problems
    #expect(problems.map(\.kind) == [.limitExceeded])
  }

  @Test func aSheetWithoutAPart() {
    var file = XLSXFile("")
    file.parts["book/_rels/b.xml.rels"] = "<Relationships xmlns='\(packageRelationships)'/>"
    #expect(problem(file)?.kind == .damagedContainer)
    #expect(problem(file)?.detail == "no part is related as \"s0\"")
    for target in ["sheets/none.xml", "../../../../etc/passwd", "/etc/passwd", "b.xml/..", ""] {
      file.parts["book/_rels/b.xml.rels"] = """
        <Relationships xmlns='\(packageRelationships)'>
        <Relationship Id='s0' Type='x/worksheet' Target='\(target)'/></Relationships>
        """
      #expect(problem(file)?.kind == .damagedContainer)
    }
  }

  @Test func stylesThatAreNamedAndNotThere() {
    var file = XLSXFile("<row><c s='1'><v>44347</v></c></row>")
    #expect(problem(file) == nil)
    file.parts["book/_rels/b.xml.rels"] = """
      <Relationships xmlns='\(packageRelationships)'>
      <Relationship Id='s0' Type='x/worksheet' Target='sheets/s0.xml'/>
      <Relationship Id='y' Type='x/styles' Target='styles.xml'/></Relationships>
      """
    #expect(problem(file)?.kind == .damagedContainer)
  }

  @Test func aModuleSheetHasNoPart() {
    var file = XLSXFile("")
    file.sheets.append(.init(name: "Module1"))
    file.parts["book/b.xml"] = """
      <workbook xmlns='\(file.namespace)' xmlns:r='\(file.relationships)'><sheets>
      <sheet name='M' sheetId='1' r:id=''/><sheet name='甲' sheetId='2' r:id='s0'/></sheets></workbook>
      """
    #expect(problem(file) == nil)
    #expect(record(file.bytes).sheets.map(\.description.name) == ["甲"])
  }

  @Test func aPartThatIsSomethingElse() {
    var file = XLSXFile("")
    file.parts["book/_rels/b.xml.rels"] = """
      <Relationships xmlns='\(packageRelationships)'>
      <Relationship Id='s0' Type='x/worksheet' Target='b.xml'/></Relationships>
      """
    #expect(problem(file)?.kind == .malformedXML)
  }

  @Test func sheetsWithoutCellsArePassedOver() {
    var file = XLSXFile("")
    file.parts["book/_rels/b.xml.rels"] = """
      <Relationships xmlns='\(packageRelationships)'>
      <Relationship Id='s0' Type='x/chartsheet' Target='c.xml'/></Relationships>
      """
    #expect(problem(file) == .unsupported("an Excel workbook without a worksheet"))
  }

  @Test(
    arguments: [
      (
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "a binary Excel workbook (.xlsb)"
      ),
      (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "a Word document (.docx)"
      ),
      (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "a PowerPoint document (.pptx)"
      ),
    ])
  func otherOfficeDocuments(type: String, name: String) {
    var file = XLSXFile("")
    file.parts["[Content_Types].xml"] = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Override PartName="/book/b.xml" ContentType="\(type)"/></Types>
      """
    #expect(problem(file) == .unsupported(name))
  }

  @Test func aDocumentTypeIsRefused() {
    var file = XLSXFile("")
    file.parts["book/sheets/s0.xml"] = "<!DOCTYPE worksheet><worksheet/>"
    #expect(problem(file)?.kind == .documentType)
  }

  @Test func anEmptyPartIsMalformed() {
    var file = XLSXFile("")
    file.parts["book/sheets/s0.xml"] = ""
    #expect(problem(file)?.kind == .malformedXML)
    #expect(problem(file)?.detail.hasPrefix("book/sheets/s0.xml: ") == true)
  }

  @Test func aPartThatIsNotUTF8IsNeverGuessed() {
    let file = XLSXFile("<row><c t='inlineStr'><is><t>QQQQ</t></is></c></row>")
    let bytes = file.bytes
    guard let place = bytes.firstRange(of: Array("QQQQ".utf8)) else { return }
    var broken = bytes
    broken.replaceSubrange(place, with: [0xB9, 0xA4, 0xD2, 0xB5])
    // The checksum is wrong now, or the byte is undecodable: never two Chinese characters.
    let recorder = record(broken)
    #expect(recorder.rows.isEmpty)
    #expect(recorder.problems.count == 1)
  }

  @Test func twoEntriesOfOneName() {
    var writer = ZipWriter()
    writer.add("[Content_Types].xml", "<Types/>")
    writer.add("[content_types].XML", "<Types/>")
    #expect(record(writer.bytes).problems.map(\.kind) == [.damagedContainer])
  }

  private let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
}
