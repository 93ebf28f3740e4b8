// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables
import Testing

@testable import Reports

struct WorkbookTests {
  private let chinese = MessageCatalogue(.chinese, from: Templates())
  private let notes = WorkbookNotes(
    title: "规模以上工业运行月报", syntheticNotice: "全部数据均为虚构。", author: "统计办公室",
    facts: [.init(label: "报告期", text: "2021年1—5月")])

  private func bytes(_ tables: [(String, Table)]) throws -> [UInt8] {
    try workbook(
      tables.map { WorkbookSheet(name: $0.0, table: $0.1) }, notes: notes, in: chinese)
  }

  private func readBack(_ tables: [(String, Table)]) throws -> ReadBack {
    let back = ReadBack.of(try bytes(tables))
    #expect(back.problems.isEmpty)
    return back
  }

  @Test func theNotesComeFirstAndListTheSheets() throws {
    let sheets = try readBack([("行业", .sample), ("行业", .hostile)]).sheets
    #expect(sheets.map(\.name) == ["说明", "行业", "行业 2"])
    let texts = ["A1", "A2", "A4", "B4", "A6", "A7", "B7", "A8"].map { sheets[0].cells[$0]?.text }
    #expect(
      texts == [
        notes.title, notes.syntheticNotice, "报告期", "2021年1—5月", "工作表", "行业",
        Table.sample.caption, "行业 2",
      ])
  }

  @Test func numbersAreNumbersAndTheRestIsText() throws {
    let cells = try readBack([("行业", .sample)]).sheets[1].cells
    let body = ["B5", "C5", "D5", "B6", "C6", "D6", "A6"].map { cells[$0] }
    #expect(body.map { $0?.text } == ["1250.12", "5071", "-9.9", "5", "71", "…", "先进制造业②"])
    #expect(body.map { $0?.kind } == [.number, .number, .number, .number, .number, .text, .text])
  }

  @Test func headsAreMergedAndHaveTheirUnits() throws {
    let sheet = try readBack([("行业", .sample)]).sheets[1]
    let heads = ["A1", "A2", "A3", "B3", "C3", "B4", "C4", "D4"].map { sheet.cells[$0]?.text }
    #expect(
      heads == [
        Table.sample.caption, notes.syntheticNotice, "行业", "5月", "1—5月", "总量\n（亿元）", "用工\n（人）",
        "同比\n（%）",
      ])
    // Caption, notice, stub head, the second spanner, three notes.
    #expect(sheet.merged.count == 7)
    #expect(
      ["A7", "A8", "A9"].map { sheet.cells[$0]?.text } == [
        "① 近似数。", "② 口径为推定。", Table.sample.sourceNotes[0].text,
      ])
  }

  @Test func hostileWordsReadBackHarmlessAndAreNoFormulas() throws {
    let sheet = try readBack([("=1+1", .hostile)]).sheets[1]
    for (index, text) in Table.hostileTexts.enumerated() where !text.isEmpty {
      let cell = try #require(sheet.cells["B\(index + 4)"])
      #expect(cell.text == harmless(text))
      #expect(cell.kind == .text)
    }
  }

  @Test func aTextThatIsTooLongIsCut() {
    let text = cellText(String(repeating: "𠀀", count: 20_000))
    #expect(text.utf16.count <= 32_767)
    #expect(text.hasSuffix("𠀀…"))
  }

  @Test func sixteenDigitsAreText() throws {
    var table = Table.sample
    table.rows = [
      TableRow(
        stub: "x",
        cells: ["999999999999999", "1234567890123456", "0.1"].map { TableCell(text: $0) })
    ]
    let cells = try readBack([("x", table)]).sheets[1].cells
    #expect(
      ["B5", "C5", "D5"].map { cells[$0]?.text } == ["999999999999999", "1234567890123456", "0.1"])
    #expect(["B5", "C5", "D5"].map { cells[$0]?.kind } == [.number, .text, .number])
  }

  @Test func everyPrintedNumberReadsBackAsItWas() throws {
    var generator = SeededGenerator(seed: 7)
    let texts = (0..<2000).map { _ in
      let whole =
        UInt64.random(in: 0..<1_000_000_000_000, using: &generator)
        >> UInt64.random(in: 0..<40, using: &generator)
      return
        "\(Bool.random(using: &generator) ? "-" : "")\(whole).\(Int.random(in: 100...999, using: &generator))"
    }
    var table = Table.sample
    table.rows = texts.map { TableRow(stub: "x", cells: [TableCell(text: $0)]) }
    let cells = try readBack([("x", table)]).sheets[1].cells
    for (index, text) in texts.enumerated() {
      let cell = try #require(cells["B\(index + 5)"])
      #expect(cell.kind == .number)
      #expect(ExactDecimal(cell.text) == ExactDecimal(text))
    }
  }

  @Test func equalInputGivesEqualBytesOnAnyThread() async throws {
    let first = try bytes([("行业", .sample), ("x", .hostile)])
    let others = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try bytes([("行业", .sample), ("x", .hostile)]) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for other in others { #expect(other == first) }
  }

  @Test func tooManyColumnsAreRefused() {
    let column = TableColumn(heading: "", unit: nil, flatHeading: "")
    let table = Table(
      caption: "", stubHead: "", columns: Array(repeating: column, count: 16_384), rows: [])
    #expect(throws: WorkbookError.tooLarge) {
      try workbook([WorkbookSheet(name: "x", table: table)], notes: notes, in: chinese)
    }
  }

  @Test func spannersThatSpanTooMuchAreCut() throws {
    var table = Table.sample
    table.spanners = [TableSpanner(text: "", span: 1), TableSpanner(text: "宽", span: .max)]
    let sheet = try readBack([("x", table)]).sheets[1]
    #expect(sheet.cells["B3"]?.text == "总量\n（亿元）")
    #expect(sheet.cells["C3"]?.text == "宽")
  }
}
