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

  /// Pieces of every size, so that each of their edges lies once at every byte.
  @Test(
    arguments: [
      "a,b\r\n\"c\"\"d\",\"e\r\n,f\"g\r\n\r\nh,\n\ni", "\"\"\"\",\"\"\n", "\r\n\r\r\n",
      "工业,\"产\"\"值\"\r\n", "a,\"\n\n\n\"\n\"b\n\"\"\n\",c\n\r\r\nd\n",
    ], ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"])
  func everySplitGivesTheSameRows(text: String, encoding: String) throws {
    let bytes = encode(text, encoding)
    let choice = EncodingChoice(encoding: TextEncoding(rawValue: encoding), isCertain: true)
    let whole = try read(bytes, choice, pieceSize: 1 << 20, cores: 1)
    for size in stride(from: 2, through: bytes.count + 2, by: 2) {
      #expect(try read(bytes, choice, pieceSize: size, cores: 1) == whole, "pieces of \(size)")
      #expect(try read(bytes, choice, pieceSize: size, cores: 3) == whole, "pieces of \(size)")
    }
  }

  @Test func anyGridIsTheSameInPieces() throws {
    var generator = SeededGenerator(11)
    let choice = EncodingChoice(encoding: .utf8, isCertain: true)
    for _ in 0..<300 {
      let rows = (0..<4).flatMap { _ in randomGrid(using: &generator) }
      let text = rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }.joined(separator: "\n")
      let bytes = Array(text.utf8)
      let whole = try read(bytes, choice, pieceSize: 1 << 20, cores: 1)
      #expect(whole.map(\.texts) == rows)
      let size = Int.random(in: 2...40, using: &generator)
      #expect(try read(bytes, choice, pieceSize: size, cores: 3) == whole)
    }
  }

  @Test func aSeparatorMayBeDeclaredInAFirstLine() {
    let recorder = record("sep=;\r\na,b;c\r\n1,2;3\r\n4;5\n")
    #expect(recorder.texts == [["a,b", "c"], ["1,2", "3"], ["4", "5"]])
    #expect(recorder.rows.map(\.number) == [1, 2, 3])
    #expect(recorder.rows.map(\.line) == [2, 3, 4])
  }

  @Test func aNamedSeparatorIsUsed() {
    let options = TableOptions(separator: UInt8(ascii: "#"))
    #expect(record(from: MemorySource(Array("a#b,c\n".utf8)), options).texts == [["a", "b,c"]])
  }

  @Test func aSeparatorThatTheFileDeniesIsDoubted() {
    let head = String(repeating: "a,b\n", count: 20_000)
    let rest = String(repeating: "c;d\n", count: 60_000)
    #expect(record(head + rest).problems.map(\.kind) == [.doubtfulSeparator])
    #expect(record(head + head).problems.isEmpty)
  }

  @Test func columnsThatNobodyWantsAreLeftOut() throws {
    let recorder = Recorder()
    recorder.wantedColumns = ColumnSelection([2], width: 3)
    let text = String(repeating: "a,b,\"c\",d\n", count: 100_000)
    recorder.problems = readTable(from: MemorySource(Array(text.utf8)), to: recorder)
    #expect(recorder.rows.count == 100_000)
    #expect(recorder.rows.last?.cells.map(\.column) == [2, 4])
    #expect(recorder.rows.last?.texts == ["b", "d"])
  }

  @Test(arguments: [("cellBytes", "a,bcd"), ("cellBytes", "\"bcd\""), ("columns", "a,b,c,d")])
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

  private func read(
    _ bytes: [UInt8], _ choice: EncodingChoice, pieceSize: Int, cores: Int
  ) throws -> [Recorder.Line] {
    let recorder = Recorder()
    recorder.beginSheet(SheetDescription(name: nil, number: 1, isVisible: true))
    let writer = SheetWriter(limits: .standard, sink: DirectSink(recorder))
    let dialect = CSVDialect(
      head: [], isWhole: true, choice: choice, wanted: UInt8(ascii: ","))
    let pieces = CSVPieces(
      MemorySource(bytes), dialect, limits: .standard, cores: cores, pieceSize: pieceSize)
    try pieces.read(into: writer)
    return recorder.rows
  }
}
