// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct ODSGridTests {
  private let a = "<text:p>a</text:p>"

  @Test func emptyOnesCostNothingHoweverOftenTheyAreRepeated() {
    let rows = """
      \(odsRow(odsText("a") + odsCell("table:number-columns-repeated='99999999999999999999'")))
      \(odsRow("<table:table-cell/>", "table:number-rows-repeated='99999999999999999999'"))
      \(odsRow("", "table:number-rows-repeated='99999999999999999999'"))
      """
    let recorder = record(flatODS(rows))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.texts == [["a"]])
  }

  @Test func repetitionsInTheMiddleAreExpanded() {
    let rows = """
      \(odsRow("<table:table-cell/>", "table:number-rows-repeated='2'"))
      \(odsRow(
        odsCell("table:number-columns-repeated='2'") + odsCell("table:number-columns-repeated='3'", a)
          + odsText("b"), "table:number-rows-repeated='3'"))
      \(odsRow(odsText("c")))
      """
    let recorder = record(flatODS(rows))
    #expect(recorder.rows.map(\.number) == [3, 4, 5, 6])
    #expect(
      recorder.rows.map { $0.cells.map(\.column) } == [
        [3, 4, 5, 6], [3, 4, 5, 6], [3, 4, 5, 6], [1],
      ])
    #expect(
      recorder.texts == [
        ["a", "a", "a", "b"], ["a", "a", "a", "b"], ["a", "a", "a", "b"], ["c"],
      ])
  }

  @Test func repeatedRowsAreMoreThanABatch() {
    let row = odsRow(odsText("a") + odsText("b"), "table:number-rows-repeated='10000'")
    let recorder = record(flatODS(row + odsRow(odsText("c"))))
    #expect(recorder.rows.count == 10_001)
    #expect(recorder.texts.dropLast().allSatisfy { $0 == ["a", "b"] })
    #expect(recorder.rows.last?.number == 10_001)
  }

  @Test func contentOfACoveredCellStandsInTheMergedArea() {
    let rows = """
      \(odsRow(
        odsCell("table:number-columns-spanned='2' table:number-rows-spanned='2'", a)
          + "<table:covered-table-cell>\(a)</table:covered-table-cell>" + odsText("b")))
      \(odsRow("<table:covered-table-cell table:number-columns-repeated='2'/>" + odsText("c")))
      """
    let recorder = record(flatODS(rows))
    #expect(recorder.rows.map { $0.cells.map(\.column) } == [[1, 2, 3], [3]])
    #expect(areas(flatODS(rows)) == [MergedArea(rows: 1...2, columns: 1...2)])
  }

  @Test func aRepeatedRowRepeatsItsMergedAreas() {
    let row = odsRow(
      odsCell("table:number-columns-spanned='2'", a), "table:number-rows-repeated='2'")
    #expect(
      areas(flatODS(row)) == [
        MergedArea(rows: 1...1, columns: 1...2), MergedArea(rows: 2...2, columns: 1...2),
      ])
  }

  @Test func aRowOfManyMergedCellsStaysWhole() {
    let cell = odsCell("table:number-columns-spanned='2'", a) + "<table:covered-table-cell/>"
    let recorder = record(flatODS(odsRow(String(repeating: cell, count: 3000))))
    #expect(recorder.rows.map(\.cells.count) == [3000])
  }

  @Test func columnsNobodyWantsAreLeftOut() {
    let receiver = ColumnReceiver()
    let cells = odsText("a") + odsCell("table:number-columns-repeated='3'", a) + odsText("b")
    let row = odsRow(cells, "table:number-rows-repeated='5000'")
    let problems = readTable(from: MemorySource(Array(flatODS(row + row).utf8)), to: receiver)
    #expect(problems.isEmpty)
    #expect(receiver.lastColumns == [3, 5])
  }

  @Test(
    arguments: [
      ("columns", odsRow(odsCell("table:number-columns-repeated='6'", "<text:p>a</text:p>"))),
      ("columns", odsRow(odsCell("table:number-columns-repeated='5'") + odsText("a"))),
      ("columns", odsRow(odsCell("table:number-columns-spanned='6'"))),
      ("rows", odsRow(odsText("a"), "table:number-rows-repeated='8'")),
      ("rows", odsRow("", "table:number-rows-repeated='7'") + odsRow(odsText("a"))),
      ("rows", odsRow(odsCell("table:number-rows-spanned='8'"))),
      ("cellBytes", odsRow(odsText("12345"))),
      ("cellBytes", odsRow(odsCell("", "<text:p>1<text:s text:c='999999999999'/></text:p>"))),
      ("repeatedBytes", odsRow(odsText("a"), "table:number-rows-repeated='6'")),
      ("repeatedBytes", odsRow(odsCell("table:number-columns-repeated='5'", "<text:p>a</text:p>"))),
      ("depth", odsRow("<a><a><a><a><a><a/></a></a></a></a></a>")),
    ])
  func aLimitIsNamed(name: String, rows: String) {
    var limits = TableLimits()
    limits.columns = 5
    limits.rows = 7
    limits.cellBytes = 4
    limits.depth = 10
    limits.repeatedBytes = 60
    let problems = record(flatODS(rows), limits: limits).problems
    #expect(problems.map(\.kind) == [.limitExceeded])
    #expect(problems.first?.detail.hasPrefix(name + ":") == true)
  }

  @Test(arguments: ["", "x", "-1", "1.5"])
  func aCountThatIsNoneIsDamage(count: String) {
    let row = odsRow(odsText("a"), "table:number-rows-repeated='\(count)'")
    let problems = record(flatODS(row)).problems
    #expect(problems.map(\.detail) == ["\"\(count)\" is not a count"])
  }

  /// A consolidation of many sheets, as LibreOffice writes it, once stopped the program.
  @Test func aVeryLongAttributeIsALimit() {
    let long = String(repeating: "Sheet1.A1 ", count: 100_000)
    let text = flatODS(sheets: "<table:consolidation table:source-cell-range-addresses='\(long)'/>")
    #expect(record(text).problems.map(\.kind) == [.limitExceeded])
  }

  private func areas(_ text: String) -> [MergedArea] {
    let receiver = AreaReceiver()
    _ = readTable(from: MemorySource(Array(text.utf8)), to: receiver)
    return receiver.areas
  }
}

private final class AreaReceiver: TableReceiver {
  var areas: [MergedArea] = []

  func beginTable(_ table: TableDescription) {}
  func beginSheet(_ sheet: SheetDescription) {}
  func receive(_ row: borrowing Row) {}
  func merge(_ area: MergedArea) { areas.append(area) }
  func endSheet() {}
}

/// Wants column 3 of five.
private final class ColumnReceiver: TableReceiver {
  var lastColumns: [Int] = []
  let wantedColumns: ColumnSelection? = ColumnSelection([3], width: 4)

  func beginTable(_ table: TableDescription) {}
  func beginSheet(_ sheet: SheetDescription) {}
  func receive(_ row: borrowing Row) { lastColumns = row.cells.map(\.column) }
  func endSheet() {}
}
