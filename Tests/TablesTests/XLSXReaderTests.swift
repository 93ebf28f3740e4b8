// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct XLSXReaderTests {
  @Test func readsSheetsInTheWorkbooksOrder() {
    var file = XLSXFile("")
    file.sheets = [
      .init(name: "乙&amp;_x0041_", rows: "<row r='2'><c r='B2'><v>1.5</v></c></row>"),
      .init(name: "甲", attributes: "state='hidden'", rows: ""),
      .init(name: "丙", attributes: "state='veryHidden'", rows: "<row><c><v>2</v></c></row>"),
    ]
    let recorder = record(file.bytes)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.format == .xlsx)
    #expect(
      recorder.sheets.map(\.description) == [
        SheetDescription(name: "乙&A", number: 1, isVisible: true),
        SheetDescription(name: "甲", number: 2, isVisible: false),
        SheetDescription(name: "丙", number: 3, isVisible: false),
      ])
    #expect(recorder.sheets.map(\.hasEnded) == [true, true, true])
    #expect(recorder.rows.map(\.number) == [2, 1])
    #expect(recorder.rows.flatMap(\.cells).map(\.column) == [2, 1])
    #expect(recorder.texts == [["1.5"], ["2"]])
  }

  @Test func readsStrictDocuments() {
    var file = XLSXFile("<row><c t='s'><v>0</v></c></row>", sharedTexts: "<si><t>a</t></si>")
    file.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    file.relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(record(file.bytes).texts == [["a"]])
    #expect(record(file.bytes).problems.isEmpty)
  }

  @Test(
    arguments: [
      ("<c><v>316.19999999999999</v></c>", Cell.Kind.number, "316.2"),
      ("<c t='n'><v> 5 </v></c>", .number, "5"), ("<c><v>1E-3</v></c>", .number, "0.001"),
      ("<c t='str'><v> a_x000D_b </v></c>", .text, " a\rb "),
      ("<c t='inlineStr'><is><t> x</t></is></c>", .text, " x"),
      ("<c t='inlineStr'><is><r><rPr><b/></rPr><t>粗</t></r><r><t>体</t></r></is></c>", .text, "粗体"),
      ("<c t='inlineStr'><is><t>字</t><rPh sb='0' eb='1'><t>zi</t></rPh></is></c>", .text, "字"),
      ("<c t='b'><v>1</v></c>", .boolean, "TRUE"), ("<c t='b'><v>0</v></c>", .boolean, "FALSE"),
      ("<c t='e'><v>#DIV/0!</v></c>", .error, "#DIV/0!"),
      ("<c t='d'><v>2021-05-31T00:00:00</v></c>", .date, "2021-05-31"),
      ("<c t='s'><v>1</v></c>", .text, "共享"),
      ("<c><f>1+1</f><v>2</v></c>", .number, "2"),
      ("<c s='1'><v>44347</v></c>", .date, "2021-05-31"),
      ("<c s='1' t='s'><v>1</v></c>", .text, "共享"), ("<c s='1'><v>-1</v></c>", .number, "-1"),
      ("<c s='0'><v>44347</v></c>", .number, "44347"),
      ("<c><v><![CDATA[7]]></v></c>", .number, "7"),
    ])
  func aTypeGivesAKind(cell: String, kind: Cell.Kind, text: String) {
    let file = XLSXFile(
      "<row>\(cell)</row>", sharedTexts: "<si><t/></si><si><t>共享</t></si>",
      styles: "<cellXfs><xf/><xf numFmtId='14'/></cellXfs>")
    let recorder = record(file.bytes)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.rows.first?.cells.map(\.kind) == [kind])
    #expect(recorder.texts == [[text]])
  }

  @Test(
    arguments: [
      "<c/>", "<c s='1'/>", "<c><v/></c>", "<c t='s'><v/></c>", "<c t='s'><v>0</v></c>",
      "<c t='str'><f>A1</f><v></v></c>", "<c t='inlineStr'><is/></c>", "<c><f>1+1</f></c>",
    ])
  func aCellWithoutAValueIsNone(cell: String) {
    let file = XLSXFile(
      "<row>\(cell)<c><v>1</v></c></row>", sharedTexts: "<si><t/></si>",
      styles: "<cellXfs><xf/><xf/></cellXfs>")
    let recorder = record(file.bytes)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.rows.first?.cells.map(\.column) == [2])
  }

  @Test func placesFollowFromWhatIsBefore() {
    let rows = record(
      XLSXFile(
        "<row><c r='C1'><v>1</v></c><c><v>2</v></c><c r='A1'><v>3</v></c></row>"
          + "<row r='5'><c><v>4</v></c></row><row><c r='xfd6'><v>5</v></c></row>"
      ).bytes
    ).rows
    #expect(rows.map(\.number) == [1, 5, 6])
    #expect(rows.map { $0.cells.map(\.column) } == [[1, 3, 4], [1], [16_384]])
    #expect(rows[0].texts == ["3", "1", "2"])
  }

  @Test func aWorkbookMayCountDaysFrom1904() {
    for value in ["1", "true"] {
      var file = XLSXFile(
        "<row><c s='0'><v>42885</v></c></row>", styles: "<cellXfs><xf numFmtId='14'/></cellXfs>")
      file.workbookProperties = "date1904='\(value)'"
      #expect(record(file.bytes).texts == [["2021-05-31"]])
    }
  }

  @Test func mergedAreasComeBehindTheRows() {
    let rest = "<mergeCells count='9'><mergeCell ref='A1:C2'/><mergeCell ref='B4'/></mergeCells>"
    let recorder = record(XLSXFile("<row><c><v>1</v></c></row>", rest: rest).bytes)
    #expect(recorder.problems.isEmpty)
    #expect(
      recorder.sheets.first?.merges == [
        MergedArea(rows: 1...2, columns: 1...3), MergedArea(rows: 4...4, columns: 2...2),
      ])
  }

  @Test func readsOnlyWhatAReaderWithoutExtensionsIsMeantToRead() {
    let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    let rows = """
      <mc:AlternateContent xmlns:mc="\(compatibility)"><mc:Choice Requires="x">
      <row r="1"><c><v>1</v></c></row></mc:Choice><mc:Fallback>
      <row r="1"><c><v>2</v></c></row></mc:Fallback></mc:AlternateContent>
      <x:row xmlns:x="urn:x"><c><v>3</v></c></x:row><row r="2"><c><v>4</v></c></row>
      """
    #expect(record(XLSXFile(rows).bytes).texts == [["2"], ["4"]])
  }

  @Test func sharedTextsAreGathered() {
    let texts = """
      <si><r><t>工</t></r><r><rPr/><t xml:space="preserve"> 业</t></r><phoneticPr fontId="1"/></si>
      <si><t>_x005F_x000A_</t><rPh sb="0" eb="1"><t>x</t></rPh></si><si/><si><t>_xD83D__xDE00_</t></si>
      """
    let cells = (0..<4).map { "<c t='s'><v>\($0)</v></c>" }.joined()
    let recorder = record(XLSXFile("<row>\(cells)</row>", sharedTexts: texts).bytes)
    #expect(recorder.texts == [["工 业", "_x000A_", "😀"]])
    #expect(recorder.rows.first?.cells.map(\.column) == [1, 2, 4])
  }

  @Test func partsMayBeUTF16() {
    var file = XLSXFile("")
    file.sheets[0].rows = "<row><c t='inlineStr'><is><t>工业</t></is></c></row>"
    let namespace = file.namespace
    var writer = ZipWriter()
    let sheet =
      "<worksheet xmlns='\(namespace)'><sheetData>\(file.sheets[0].rows)</sheetData></worksheet>"
    writer.add("s.xml", [0xFE, 0xFF] + encode(sheet, "UTF-16BE"))
    let book = """
      <workbook xmlns='\(namespace)' xmlns:r='\(file.relationships)'><sheets>\
      <sheet name='a' r:id='x'/></sheets></workbook>
      """
    writer.add("b.xml", encode(book, "UTF-16LE"))
    let related =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    writer.add(
      "_rels/.rels",
      "\(related)<Relationship Id='b' Type='\(file.relationships)/officeDocument' Target='b.xml'/>"
        + "</Relationships>")
    writer.add(
      "_rels/b.xml.rels",
      "\(related)<Relationship Id='x' Type='\(file.relationships)/worksheet' Target='s.xml'/>"
        + "</Relationships>")
    let recorder = record(writer.bytes)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.texts == [["工业"]])
  }

  @Test func skipsColumnsThatNobodyWants() {
    let recorder = Recorder()
    recorder.wantedColumns = ColumnSelection([2], width: 2)
    // The first batch still brings all.
    let first = (1...2048).map { "<row r='\($0)'><c/><c><v>1</v></c></row>" }.joined()
    let rest = (2049...5000).map { "<row r='\($0)'><c t='x'/><c><v>1</v></c></row>" }.joined()
    recorder.problems = readTable(
      from: MemorySource(XLSXFile(first + rest).bytes), options: TableOptions(cores: 1),
      to: recorder)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.rows.count == 5000)
  }
}
