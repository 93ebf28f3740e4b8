// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct CSVReaderTests {
  @Test(
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b", [["a", "b"]]),  // no last line end
      ("a,\n", [["a", ""]]),
      ("a,", [["a", ""]]),
      (",\n,", [["", ""], ["", ""]]),
      ("a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]),
      ("a,b,c\nd\n", [["a", "b", "c"], ["d"]]),  // ragged
      ("\"a,b\",c", [["a,b", "c"]]),
      ("\"a\"\"b\"", [["a\"b"]]),
      ("\"\"\"\"", [["\""]]),
      ("\"\"", [[""]]),
      ("\"a\nb\r\nc\",d\n", [["a\nb\r\nc", "d"]]),
      ("\"a\"b\"c\",d\n", [["ab\"c\"", "d"]]),  // text behind the closing quote
      ("a\"b\"\"c,d\n", [["a\"b\"\"c", "d"]]),  // no quote at the start
      (" \"a\",b\n", [[" \"a\"", "b"]]),
      ("a,\"b\"\n", [["a", "b"]]),  // the quote comes late in the row
      ("地区\t,2025年\t,\n北京\t,532.65\t,\n", [["地区\t", "2025年\t", ""], ["北京\t", "532.65\t", ""]]),
    ] as [(String, [[String]])])
  func readsRows(text: String, rows: [[String]]) {
    let recorder = record(text)
    #expect(recorder.texts == rows)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.sheets.map(\.hasEnded) == [true])
  }

  @Test func everyColumnIsThere() {
    let cells = record(",a,,").rows.flatMap(\.cells)
    #expect(cells.map(\.column) == [1, 2, 3, 4])
    #expect(cells.allSatisfy { $0.kind == .text })
  }

  @Test func emptyLinesCountAsRowsAndAreNotDelivered() {
    let rows = record("\na\r\n\r\n\rb\n\n").rows
    #expect(rows.map(\.number) == [2, 5])
    #expect(rows.map(\.line) == [2, 5])
  }

  @Test func aRowKeepsTheLineWhereItBegins() {
    let rows = record("a\n\"b\r\nb\rb\nb\",x\nc\n").rows
    #expect(rows.map(\.number) == [1, 2, 3])
    #expect(rows.map(\.line) == [1, 2, 6])
  }

  @Test func anUnterminatedQuoteIsFoundWhereItBegan() {
    let recorder = record("a,b\n\"c\nd\",\"e\nf\n")
    #expect(recorder.texts == [["a", "b"]])
    #expect(
      recorder.problems == [
        TableProblem(
          .unterminatedQuote, detail: "the quote is still open at the end of the file", row: 2,
          column: 2, line: 3)
      ])
    #expect(recorder.sheets.map(\.hasEnded) == [false])
  }

  /// Through the reader itself, so that every byte is once the last of a chunk.
  @Test(
    arguments: [
      "a,b\r\n\"c\"\"d\",\"e\r\n,f\"g\r\n\r\nh,\n\ni", "\"\"\"\",\"\"\n", "\r\n\r\r\n",
      "工业,\"产\"\"值\"\r\n",
    ])
  func everySplitGivesTheSameRows(text: String) {
    let bytes = Array(text.utf8)
    let whole = push([bytes])
    for split in 0...bytes.count {
      let pieces = [Array(bytes[..<split]), Array(bytes[split...])]
      #expect(push(pieces) == whole, "split at \(split)")
    }
    #expect(push(bytes.map { [$0] }) == whole)
  }

  @Test(arguments: [("cellBytes", "a,bcd"), ("cellBytes", "\"bcd"), ("columns", "a,b,c,d")])
  func aLimitIsNamed(name: String, row: String) {
    var limits = TableLimits()
    limits.cellBytes = 2
    limits.columns = 3
    let problems = record("a,b\n" + row, limits: limits).problems
    #expect(problems.map(\.kind) == [.limitExceeded])
    #expect(problems.first?.detail.hasPrefix(name) == true)
    #expect(problems.first?.row == 2)
    #expect(problems.first?.line == 2)
  }

  @Test func theFirstColumnPastTheLimitIsNamed() {
    var limits = TableLimits()
    limits.columns = 3
    #expect(record("a,b,c\n,,\n", limits: limits).problems.isEmpty)
    #expect(record("a,b,c,d,e\n", limits: limits).problems.map(\.column) == [4])
    #expect(record("\"a\",b,c,d,e\n", limits: limits).problems.map(\.column) == [4])
  }

  @Test func rowsAreLimited() {
    var limits = TableLimits()
    limits.rows = 2
    let recorder = record("a\nb\nc\n", limits: limits)
    #expect(recorder.texts == [["a"], ["b"]])
    #expect(recorder.problems.map(\.detail) == ["rows: more than 2"])
  }

  @Test func theBytesOfARowAreLimited() {
    var limits = TableLimits()
    limits.rowBytes = 8
    let problems = record("a,\"bbbbbbbbb\",c\n", limits: limits).problems
    #expect(problems.map(\.detail) == ["rowBytes: more than 8"])
  }

  private func push(_ pieces: [[UInt8]]) -> [Recorder.Line] {
    let recorder = Recorder()
    var reader = CSVReader(separator: UInt8(ascii: ","), limits: .standard, receiver: recorder)
    do throws(TableProblem) {
      for piece in pieces { try reader.read(piece.span) }
      try reader.finish()
    } catch {
      Issue.record("\(error)")
    }
    return recorder.rows
  }
}
