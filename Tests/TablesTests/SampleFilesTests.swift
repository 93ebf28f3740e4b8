// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

/// Files of bureaus and of other programs. They are not ours to copy, so they lie beside the
/// package, and a clone that has no such folder skips these tests.
@Suite(.enabled(if: Samples.areThere, "no folder ../shared/samples"))
struct SampleFilesTests {
  @Test(
    arguments: [
      ("nbs/fsnd_Tobby.csv", TextEncoding.gb18030, 37),
      ("nbs/fsyd_guangdong_realestate_36m.csv", .utf8WithMark, 9),
      ("nbs/hgnd_ccbsdu.csv", .gb18030, 16), ("nbs/hgyd_sunshine.csv", .gb18030, 56),
      ("nbs/hgyd_sunshine_national.csv", .gb18030, 49),
      ("forms/b204-1_form_gb18030.csv", .gb18030, 16),
      ("forms/units_flat_gb18030.csv", .gb18030, 4),
    ])
  func aDelimitedFileIsRead(path: String, encoding: TextEncoding, rows: Int) {
    let recorder = record(Samples.bytes(path))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.format == .csv)
    #expect(recorder.table?.encoding == encoding)
    #expect(recorder.rows.count == rows)
  }

  @Test func theNationalExportKeepsItsTrailingBlanks() {
    let rows = record(Samples.bytes("nbs/hgyd_sunshine_national.csv")).rows
    #expect(rows.first?.texts.prefix(2) == ["时间", "出口总值（亿美元）"])
    #expect(
      rows.dropFirst().first?.texts.prefix(4) == ["2016.01", "1771.8571", "1138.9886", "101.8 "])
    #expect(rows.last?.number == 49)
  }

  @Test func theFormInBothFormatsHoldsTheSame() {
    let workbook = record(Samples.bytes("forms/b204-1_form_is_xml.xls"))
    let text = record(Samples.bytes("forms/b204-1_form_gb18030.csv"))
    #expect(workbook.problems.isEmpty)
    #expect(workbook.table?.encoding == .gb18030)
    let filled = text.texts.map { row in row.filter { !$0.isEmpty } }
    #expect(workbook.texts.map { row in row.filter { !$0.isEmpty } } == filled)
  }

  /// Expected values as Python's ElementTree gives them, with `ss:Index` and `ss:MergeAcross`.
  @Test func aWorkbookOfExcelIsReadAsAnIndependentReaderDoes() {
    let recorder = record(Samples.bytes("workbooks/PhpSpreadsheet_excel2003.xml"))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.sheets.map(\.description.name) == ["Sample Data", "Report Data"])
    #expect(recorder.sheets.map(\.rows.count) == [29, 14])

    let kinds = recorder.rows.flatMap(\.cells).map(\.kind)
    #expect(kinds.count { $0 == .number } == 63)
    #expect(kinds.count { $0 == .text } == 121)
    #expect(kinds.count { $0 == .date } == 42)
    #expect(kinds.count { $0 == .boolean } == 4)
    #expect(kinds.count { $0 == .error } == 2)
  }

  @Test(
    arguments: [
      (
        6, [1, 2, 3, 4, 8, 11, 12, 14],
        [
          "Test #3", "1.23", "TRUE", "TRUE", "22", "Green", "Green",
          "Thin Line",
        ]
      ),
      (10, [1, 3, 7, 11, 12, 14], ["1960-12-19", "TOP", "0", "Brown", "Brown", "Thick Dash"]),
      (13, [1, 6, 14], ["1899-12-31T02:30:00", "Мойва сушеная", "Double Line"]),
      (18, [2, 7], ["BOX", "Test Column 1"]),
      (
        22, [1, 3, 5, 7, 9],
        [
          "Underline None", "Rotate 90", "Rotate 45", "Rotate -90",
          "Rotate -45",
        ]
      ),
    ])
  func aRowOfThatWorkbookIsWhereItIs(number: Int, columns: [Int], texts: [String]) {
    let sheets = record(Samples.bytes("workbooks/PhpSpreadsheet_excel2003.xml")).sheets
    let row = sheets.first?.rows.first { $0.number == number }
    #expect(row?.cells.map(\.column) == columns)
    #expect(row?.texts == texts)
  }
}
