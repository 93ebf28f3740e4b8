// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct XLSReaderTests {
  private typealias W = XLSWriter

  /// Kinds and texts of a workbook's cells.
  private func cells(
    globals: [[UInt8]] = [], _ records: [[UInt8]], isUnicode: Bool = true
  ) -> [String] {
    let recorder = record(W.file(globals: globals, records, isUnicode: isUnicode))
    return recorder.problems.map { "\($0.kind) \($0.detail)" }
      + recorder.rows.flatMap { row in
        zip(row.cells, row.texts).map { "\(row.number),\($0.column) \($0.kind) \($1)" }
      }
  }

  // MARK: - Cells

  @Test(
    arguments: [
      (3.9, "3.9"), (316.2, "316.2"), (-0.0, "0"), (1e20, "100000000000000000000"),
      (0.1 + 0.2, "0.30000000000000004"), (-12345, "-12345"), (.leastNonzeroMagnitude, "5e-324"),
    ])
  func aNumberIsTheShortestDecimal(number: Double, text: String) {
    #expect(cells([W.number(0, 0, number)]) == ["1,1 number \(text)"])
  }

  @Test(
    arguments: [
      (0x3FF0_0000, "1"), (0x405E_DC00 | 1, "1.234375"), (123 << 2 | 2, "123"),
      (12_345 << 2 | 3, "123.45"), (0xFFFF_FFFE, "-1"), (0xFFFF_FFFF, "-0.01"),
    ])
  func aPackedNumberIsUnpacked(packed: Int, text: String) {
    let number = W.cell(0x027E, 2, 1, littleEndian(packed, 4))
    #expect(cells([number]) == ["3,2 number \(text)"])
  }

  @Test func severalPackedNumbersAreOneRecord() {
    let values = [7 << 2 | 2, 9 << 2 | 2].flatMap { littleEndian(0, 2) + littleEndian($0, 4) }
    let record = W.record(
      0x00BD, littleEndian(4, 2) + littleEndian(2, 2) + values + littleEndian(3, 2))
    #expect(cells([record]) == ["5,3 number 7", "5,4 number 9"])
  }

  @Test func blankCellsAreNone() {
    let blanks = W.record(0x00BE, littleEndian(0, 8) + littleEndian(1, 2))
    #expect(cells([blanks, W.cell(0x0201, 1, 0), W.label(2, 0, "")]) == [])
  }

  @Test func truthValuesAndErrors() {
    let codes: [UInt8] = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B]
    let errors = codes.enumerated().map { W.cell(0x0205, 1, $0.offset, [$0.element, 1]) }
    let truths = [W.cell(0x0205, 0, 0, [1, 0]), W.cell(0x0205, 0, 1, [0, 0])]
    let texts = record(W.file(truths + errors))
    #expect(
      texts.texts == [
        ["TRUE", "FALSE"],
        ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"],
      ])
    #expect(texts.rows.last?.cells.allSatisfy { $0.kind == .error } == true)
  }

  @Test func anErrorWithoutANameIsAProblem() {
    #expect(
      cells([W.cell(0x0205, 0, 0, [0x63, 1])])
        == ["badValue an error with the code 99", "1,1 error #UNKNOWN!"])
  }

  /// A workbook of JExcelAPI has one (Apache POI, bug 49761).
  @Test func aNumberThatIsNoneIsAnError() {
    #expect(
      cells([W.number(0, 0, .nan)]) == ["badValue a number that is none", "1,1 error #NUM!"])
  }

  @Test(arguments: [0x0006, 0x0206, 0x0406])  // The others in workbooks of some programs.
  func aFormulaIsTheNumberThatWasCalculatedLast(type: Int) {
    let value = W.double(2.5) + [UInt8](repeating: 0, count: 8)
    #expect(cells([W.cell(type, 0, 0, value)]) == ["1,1 number 2.5"])
  }

  @Test func aFormulaMayBeOfAnyKind() {
    let records = [
      W.formula(0, 0, kind: 1, 1), W.formula(0, 1, kind: 2, 0x2A), W.formula(0, 2, kind: 3),
      W.formula(0, 3, kind: 0), W.record(0x0207, W.text("工业")),
      W.formula(0, 4, kind: 0), W.record(0x04BC, [1, 2]), W.record(0x0207, W.text("shared")),
      W.formula(0, 5, kind: 0), W.number(0, 6, 1),
    ]
    #expect(
      cells(records) == [
        "1,1 boolean TRUE", "1,2 error #N/A", "1,4 text 工业", "1,5 text shared", "1,7 number 1",
      ])
  }

  // MARK: - Dates

  @Test(
    arguments: [
      (14, "yyyy", 44_347.0, "date 2021-05-31"),
      (22, "yyyy", 44_347.25, "date 2021-05-31T06:00:00"),
      (164, "yyyy\"年\"m\"月\"", 44_347, "date 2021-05-31"), (164, "0.00", 44_347, "number 44347"),
      (46, "", 1.5, "date PT36H0M0S"), (14, "", -1, "number -1"),
      // A format of the workbook's own in the place of a built-in one.
      (50, "0.00000E+00", 0.5, "number 0.5"),
    ])
  func aNumberWithADateFormatIsADate(id: Int, code: String, number: Double, text: String) {
    let globals =
      [W.cellFormat(0), W.cellFormat(id)] + (id >= 50 ? [W.numberFormat(id, code)] : [])
    #expect(cells(globals: globals, [W.number(0, 0, number, format: 1)]) == ["1,1 \(text)"])
  }

  @Test func daysMayBeCountedFrom1904() {
    let globals = [W.record(0x0022, [1, 0]), W.cellFormat(14)]
    #expect(cells(globals: globals, [W.number(0, 0, 0)]) == ["1,1 date 1904-01-01"])
  }

  /// As a library for Java writes it (Apache POI, bug 61045).
  @Test func aNumberFormatMayBeLongerThanItsRecord() {
    let format = W.record(0x041E, littleEndian(164, 2) + littleEndian(5, 2) + [0] + "yyyy".utf8)
    let globals = [format, W.cellFormat(164)]
    #expect(cells(globals: globals, [W.number(0, 0, 2)]) == ["1,1 date 1900-01-02"])
  }

  // MARK: - Order

  @Test func cellsInAnyOrderAreSortedAndTheLastOneCounts() {
    let packed = W.record(
      0x00BD,
      littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(6, 4)
        + littleEndian(0, 2) + littleEndian(10, 4) + littleEndian(1, 2))
    let records = [
      W.number(2, 1, 5), W.number(2, 0, 4), packed, W.number(0, 1, 9), W.label(1, 0, "x"),
      W.number(1, 1, 8), W.cell(0x0201, 1, 1),
    ]
    #expect(
      cells(records) == [
        "1,1 number 1", "1,2 number 9", "2,1 text x", "3,1 number 4", "3,2 number 5",
      ])
  }

  @Test func tooManyCellsOutOfOrderAreALimit() {
    var limits = TableLimits.standard
    limits.unorderedCells = 2
    let file = W.file([W.number(2, 0, 1), W.number(1, 0, 1), W.number(0, 0, 1)])
    #expect(record(file, limits: limits).problems.map(\.detail) == ["unorderedCells: more than 2"])
  }

  // MARK: - Sheets

  @Test func sheetsComeInTheWorkbooksOrderAndChartsAreNone() {
    let writer = W(sheets: [
      .init(name: "月度", records: [W.number(0, 0, 1)]), .init(name: "Chart", kind: 2),
      .init(name: "Hidden", state: 1), .init(name: "Very", state: 2),
    ])
    let sheets = record(writer.file()).sheets
    #expect(sheets.map(\.description.name) == ["月度", "Hidden", "Very"])
    #expect(sheets.map(\.description.isVisible) == [true, false, false])
    #expect(sheets.map(\.description.number) == [1, 2, 3])
    #expect(sheets.map(\.hasEnded) == [true, true, true])
  }

  @Test func aChartInASheetIsPassedOver() {
    let chart = [
      W.record(0x0809, littleEndian(0x0600, 2) + littleEndian(0x20, 2)), W.number(0, 0, 7),
      W.record(0x000A),
    ]
    #expect(
      cells([W.number(0, 0, 1)] + chart + [W.number(1, 0, 2)])
        == ["1,1 number 1", "2,1 number 2"])
  }

  @Test func mergedAreas() {
    let areas = W.record(
      0x00E5, littleEndian(2, 2) + [0, 0, 1, 0, 0, 0, 2, 0] + [5, 0, 5, 0, 1, 0, 3, 0])
    let merges = record(W.file([W.number(0, 0, 1), areas])).sheets.first?.merges
    #expect(
      merges == [
        MergedArea(rows: 1...2, columns: 1...3), MergedArea(rows: 6...6, columns: 2...4),
      ])
  }

  @Test func aSheetMayStandAlone() {
    let stream =
      W.record(0x0809, littleEndian(0x0600, 2) + littleEndian(0x10, 2) + littleEndian(0, 12))
      + W.label(0, 0, "a") + W.record(0x000A)
    let recorder = record(stream)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.texts == [["a"]])
    #expect(recorder.sheets.map(\.description.name) == [nil])
  }

  @Test func onlyWantedColumnsAreDelivered() {
    let recorder = Recorder()
    recorder.wantedColumns = ColumnSelection([2], width: 3)
    let rows = (0..<5000).flatMap { row in (0..<3).map { W.number(row, $0, 1) } }
    let problems = readTable(from: MemorySource(W.file(rows)), to: recorder)
    #expect(problems.isEmpty)
    #expect(recorder.rows.last?.cells.map(\.column) == [2])
  }

  // MARK: - Encodings

  @Test func textsOfExcel5AreInItsCodePage() {
    let bytes: [UInt8] = [0xB9, 0xA4, 0xD2, 0xB5]
    let globals = [W.record(0x0042, littleEndian(936, 2))]
    let label = W.cell(0x0204, 0, 0, littleEndian(4, 2) + bytes)
    let file = W.file(globals: globals, [label], isUnicode: false)
    let recorder = record(file)
    #expect(recorder.texts == [["工业"]])
    #expect(recorder.table?.encoding == .gb18030)
    #expect(recorder.table?.encodingIsCertain == true)
    #expect(recorder.sheets.first?.description.name == "Sheet1")
    let options = TableOptions(encoding: TextEncoding(label: "windows-1252"))
    #expect(record(from: MemorySource(file), options).texts == [["¹¤Òµ"]])
  }

  @Test func aByteThatIsNotOfTheCodePageIsAProblemWithAPlace() {
    let globals = [W.record(0x0042, littleEndian(936, 2))]
    let label = W.cell(0x0204, 4, 2, littleEndian(2, 2) + [0x41, 0xFF])
    let problem = record(W.file(globals: globals, [label], isUnicode: false)).problems.first
    #expect(problem?.kind == .undecodableByte)
    #expect(problem?.detail == "0xFF is not GB18030")
    #expect(problem?.row == 5)
    #expect(problem?.column == 3)
  }

  // MARK: - What is refused

  @Test func anEncryptedWorkbookIsRefused() {
    #expect(
      record(W.file(globals: [W.record(0x002F, [0, 0])], [])).problems.map(\.kind)
        == [.encryptedFile])
    var package = CompoundFileWriter([("EncryptionInfo", [1]), ("EncryptedPackage", [2])])
    #expect(record(package.write()).problems.map(\.kind) == [.encryptedFile])
  }

  @Test(
    arguments: [
      ("WordDocument", "a Word document (.doc)"), ("Else", "a compound file without a workbook"),
      ("\u{4840}\u{3F3F}", "a Windows Installer package (.msi)"),
    ])
  func otherCompoundFilesAreNamed(stream: String, kind: String) {
    var file = CompoundFileWriter([(stream, [1])])
    #expect(record(file.write()).problems == [.unsupported(kind)])
  }

  @Test(arguments: [[0x09, 0, 4, 0, 2, 0, 0x10, 0], [0x09, 4, 6, 0, 0, 0, 0x10, 0]] as [[UInt8]])
  func anOlderWorkbookIsNamed(begin: [UInt8]) {
    #expect(record(begin + [0, 0, 0x0A, 0, 0, 0]).problems.map(\.kind) == [.unsupportedFormat])
  }

  @Test func aTextThatIsNotSharedIsAProblemWithAPlace() {
    let problem = record(W.file(globals: [W.sharedTexts(["a"])], [W.sharedText(0, 1, 1)])).problems
    #expect(
      problem == [
        TableProblem(
          .damagedTable, detail: "text 1 of 1 that are shared", sheet: "Sheet1", row: 1, column: 2)
      ])
  }

  @Test func aSheetWithoutItsBeginningIsDamaged() {
    var stream = W(sheets: [.init()]).stream()
    let place = 20 + 4
    stream.replaceSubrange(place..<place + 4, with: littleEndian(0, 4))
    stream[0] = 0x09
    // Its place is that of the workbook's own beginning, whose end comes before any cell.
    var file = CompoundFileWriter([("Workbook", stream)])
    #expect(record(file.write()).rows.isEmpty)
    stream.replaceSubrange(place..<place + 4, with: littleEndian(20, 4))
    file = CompoundFileWriter([("Workbook", stream)])
    #expect(record(file.write()).problems.map(\.kind) == [.damagedTable])
  }

  // MARK: - Any grid, any damage

  @Test(arguments: 0..<40)
  func anyGridReadsBackTheSame(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let grid = randomGrid(using: &generator)
    var shared: [String] = []
    var records: [[UInt8]] = []
    for (row, line) in grid.enumerated() {
      for (column, text) in line.enumerated() {
        if Bool.random(using: &generator) {
          records.append(W.label(row, column, text))
        } else {
          records.append(W.sharedText(row, column, shared.count))
          shared.append(text)
        }
      }
    }
    if seed % 2 == 1 { records.shuffle(using: &generator) }
    let recorder = record(W.file(globals: [W.sharedTexts(shared)], records))
    #expect(recorder.problems.isEmpty)
    let expected = grid.map { line in line.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
    #expect(recorder.texts == expected)
  }

  private var sample: [UInt8] {
    W.file(
      globals: [W.numberFormat(164, "yyyy"), W.cellFormat(164), W.sharedTexts(["a", "工业"])],
      [
        W.sharedText(0, 0, 1), W.label(0, 1, "b"), W.number(1, 0, 1.5), W.formula(2, 0, kind: 0),
        W.record(0x0207, W.text("c")), W.record(0x00E5, littleEndian(0, 2)),
      ])
  }

  @Test func aFileThatIsCutOffNeverLosesCellsInSilence() {
    let whole = record(sample)
    #expect(whole.problems.isEmpty)
    for end in 8..<sample.count {
      let recorder = record(Array(sample[..<end]))
      #expect(!recorder.problems.isEmpty || recorder.texts == whole.texts)
    }
  }

  @Test func noFlippedByteStopsTheProgram() {
    var generator = SeededGenerator(7)
    let sample = sample
    for place in 0..<sample.count {
      var bytes = sample
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
      _ = record(bytes)
    }
  }
}
