// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest
@testable import Tables

/// Headers that change from one period's file to the next, in words.
@Suite struct HeaderHistoryTests {
  private static let april = Fixture.returns.replacing("202105", with: "202104")

  private static func drift(_ may: String) throws -> [Finding] {
    let codes: Set<FindingCode> = [.columnRenamed, .columnMoved, .columnAdded, .columnLost]
    return try Ingested([("4.csv", Array(april.utf8)), ("5.csv", Array(may.utf8))]).findings
      .filter { codes.contains($0.code) }
  }

  @Test func aRenamedColumn() throws {
    let found = try Self.drift(
      Fixture.returns.replacing("工业增加值_1-本月(千元)", with: "工业增加值_本月(万元)"))
    #expect(found.map(\.code) == [.columnRenamed])
    #expect(found.first?.arguments["column"] == "6")
    #expect(found.first?.arguments["old"] == "工业增加值_1-本月(千元)")
    #expect(found.first?.arguments["new"] == "工业增加值_本月(万元)")
    #expect(found.first?.arguments["before"] == "4.csv:1")
  }

  /// Dashes, widths and the month's own name are no change; a unit of measure is.
  @Test func whatReadsTheSameIsNoDrift() throws {
    #expect(
      try Self.drift(
        Fixture.returns.replacing("1-本月", with: "１—本月").replacing("(", with: "（")
          .replacing(")", with: "）")) == [])
    #expect(
      try Self.drift(Fixture.returns.replacing("1-本月(千元)", with: "1-本月(元)")).map(\.code)
        == [.columnRenamed, .columnRenamed])
  }

  /// A period's file in parts: a part like any of last period's is no drift.
  @Test func partsAreHeldAgainstTheNearest() throws {
    let other = Fixture.returns.replacing(",单位详细名称", with: "").replacing(",甲", with: "")
      .replacing(",乙", with: "")
    let read = try Ingested([
      ("4a.csv", Array(Self.april.utf8)),
      ("4b.csv", Array(other.replacing("202105", with: "202104").replacing("91", with: "92").utf8)),
      ("5.csv", Array(other.utf8)),
    ])
    #expect(!read.codes.contains(.columnLost))
  }

  /// What blank cells suggest and what the workbook says afterwards must agree.
  @Test func assumedSpansAreChecked() throws {
    let layout = """
      form: t
      name: t
      shape: unit-rows
      recognise: {headers: [码, 产值/累计]}
      header-rows: 2
      period: {from: [sheet]}
      keys: {unit: 码, industry: 业}
      values: [{indicator: value_added, unit: 千元, columns: {ytd: 产值/累计, reference_ytd: 产值/同期}}]

      """
    let workspace = Workspace().with("Input/layouts/t.yml", layout)
    #expect(try Self.codes(mergedTo: 4, workspace).isEmpty)
    #expect(try Self.codes(mergedTo: 3, workspace) == [.headerSpanDiffers])
  }

  /// A sheet whose merged area is told after its rows, as XLSX and XLS do.
  private static func codes(mergedTo last: Int, _ workspace: Workspace) throws -> [FindingCode] {
    let definitions = try #require(Definitions.load(from: workspace).0)
    let contents = FileContents(IngestLookups(definitions, listsObservations: false))
    let reader = FileReader(file: "a.xlsx", contents: contents)
    reader.beginTable(TableDescription(format: .xlsx, encoding: .utf8, encodingIsCertain: true))
    reader.beginSheet(SheetDescription(name: "2021年5月", number: 1, isVisible: true))
    let rows = [["码", "业", "产值", ""], ["", "", "累计", "同期"], ["91A", "3911", "5", "4"]]
    for (index, texts) in rows.enumerated() { reader.receive(row(index + 1, texts)) }
    reader.merge(MergedArea(rows: 1...1, columns: 3...last))
    reader.endSheet()
    reader.finish(problems: [])
    return contents.findings.sorted().map(\.code)
  }

  private static func row(_ number: Int, _ texts: [String]) -> Row {
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    for (index, text) in texts.enumerated() where !text.isEmpty {
      let start = bytes.count
      bytes += Array(text.utf8)
      cells.append(Cell(column: index + 1, kind: .text, start: start, end: bytes.count))
    }
    return Row(number: number, bytes: bytes, cells: cells)
  }
}
