// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@testable import SyntheticData

@Suite struct FileDialectTests {
  private static func table(_ dialect: FileDialect) throws -> MemorySink {
    let sink = MemorySink()
    let table = try TableWriter(path: "t", dialect: dialect, sink: sink)
    table.beginSheet("表 & <一>")
    try table.title("虚构", across: 3)
    table.beginRow()
    table.text("甲,\"乙\" & <丙>")
    table.blank()
    table.number(-1205)
    table.number("3.40")
    try table.endRow()
    table.endSheet()
    try table.end()
    return sink
  }

  @Test func quotesOnlyWhatNeedsIt() throws {
    let sink = try Self.table(.plainCSV)
    #expect(sink.text("t.csv") == "虚构\n\"甲,\"\"乙\"\" & <丙>\",,-1205,3.40\n")
  }

  @Test func marksUTF8() throws {
    #expect(try Self.table(.markedCSV).files["t.csv"]?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
  }

  @Test func writesGB18030() throws {
    let bytes = try #require(Self.table(.chineseWindowsCSV).files["t.csv"])
    #expect(bytes.starts(with: [0xD0, 0xE9, 0xB9, 0xB9, 13, 10]))
  }

  @Test func escapesAndIndexesCellsOfSpreadsheetML() throws {
    let text = try Self.table(.xmlNamedXLS).text("t.xls")
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
        xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Worksheet ss:Name="表 &amp; &lt;一&gt;"><Table>
        <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">虚构</Data></Cell></Row>
        <Row><Cell><Data ss:Type="String">甲,&quot;乙&quot; &amp; &lt;丙&gt;</Data></Cell>\
        <Cell ss:Index="3"><Data ss:Type="Number">-1205</Data></Cell>\
        <Cell><Data ss:Type="Number">3.40</Data></Cell></Row>
        </Table></Worksheet>
        </Workbook>

        """)
  }

  @Test func declaresGB2312ForGB18030() throws {
    let bytes = try #require(Self.table(.chineseXML).files["t.xml"])
    #expect(bytes.starts(with: Array(#"<?xml version="1.0" encoding="GB2312"?>"#.utf8)))
    #expect(String(validating: bytes, as: UTF8.self) == nil)
  }

  @Test func mixedUsesEveryDialectWithinSevenPeriods() throws {
    let sink = try Fixture.written(
      Fixture.workspace(units: 8, from: "2020-01..02", to: "2020-08", format: .mixed))
    let returns = sink.files.keys.filter { $0.contains("b204") }.sorted()
    #expect(
      returns.map { $0.dropFirst("Input/returns/2020/b204-1-2020-".count) } == [
        "01-02.csv", "03.csv", "04.xml", "05-part1.csv", "05-part2.csv", "06.xls", "07.csv",
        "08.xml",
      ])
    let sheets = sink.text("Input/returns/2020/b204-1-2020-06.xls")
    #expect(sheets.split(separator: "<Worksheet ").count == 3)
  }

  /// What names bring into the files, so that readers are tried.
  @Test func namesHoldWhatMustBeEscaped() throws {
    let sink = try Fixture.written(Fixture.workspace(units: 97))
    let register = sink.text("Input/reference/register.csv")
    for mark in ["R&D", "、", "\"\"", "(虚构,原二厂)", "<"] {
      #expect(register.contains(mark), "\(mark)")
    }
  }
}
