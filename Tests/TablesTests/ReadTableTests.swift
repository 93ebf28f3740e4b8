// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct ReadTableTests {
  @Test(arguments: [[], [0xEF, 0xBB, 0xBF], Array(" \r\n\t".utf8), [0xFF, 0xFE, 0x0A, 0x00]])
  func aFileWithoutTextIsEmpty(bytes: [UInt8]) {
    let recorder = record(bytes)
    #expect(recorder.problems.map(\.kind) == [.emptyFile])
    #expect(recorder.table == nil)
  }

  @Test func aSourceThatFailsIsUnreadable() {
    let failure = ByteSourceError(reason: "Permission denied")
    let recorder = record(from: SlowSource([], step: 1, failure: failure))
    #expect(recorder.problems == [TableProblem(.unreadable, detail: "Permission denied")])
  }

  @Test func rowsBeforeASourceFailsWereDelivered() {
    let bytes = Array(("甲\n" + String(repeating: "a,b\n", count: 100_000)).utf8)
    let failure = ByteSourceError(reason: "Input/output error")
    let recorder = record(from: SlowSource(bytes, step: 4096, failure: failure))
    #expect(recorder.problems.map(\.kind) == [.unreadable])
    #expect(recorder.rows.count >= 60_000)
  }

  @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"])
  func aGridWrittenAsCSVIsReadBack(encoding: String) {
    var generator = SeededGenerator(1)
    for _ in 0..<200 {
      let grid = randomGrid(using: &generator)
      let rows = grid.map { row in
        // Alone, an empty cell would be an empty line, which is no row.
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }
      let text = "工业增加值工业增加值,x,x,x,x,x\n" + rows.joined(separator: "\r\n")
      let mark = encoding.hasPrefix("UTF-16") ? "\u{FEFF}" : ""
      let recorder = record(from: SlowSource(encode(mark + text, encoding), step: 7))
      #expect(recorder.texts.dropFirst() == grid[...])
      #expect(recorder.problems.allSatisfy { !$0.isFatal })
    }
  }

  @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE"])
  func aGridWrittenAsSpreadsheetMLIsReadBack(encoding: String) {
    var generator = SeededGenerator(2)
    for _ in 0..<200 {
      let grid = randomGrid(using: &generator)
      let rows = grid.map { "<Row>" + $0.map { cell($0) }.joined() + "</Row>" }.joined()
      let declaration = "<?xml version='1.0' encoding='\(encoding)'?>"
      let recorder = record(encode(workbook(rows, declaration: declaration), encoding))
      #expect(recorder.texts == grid)
      #expect(recorder.problems.isEmpty)
    }
  }

  /// Damage may go unnoticed or be a problem, but nothing is fatal to the program.
  @Test func flippedBytesNeverCrash() {
    var generator = SeededGenerator(3)
    let text = workbook("<Row>\(cell("工业 & 值"))\(cell("b", "ss:MergeAcross='1'"))</Row>")
    let files = [
      Array(text.utf8), encode(text, "GB18030"), encode("\u{FEFF}" + text, "UTF-16LE"),
      encode("指标,\"增加值\"\n甲,\"1\n\"\"2\"\n", "GB18030"), Array("a;\"b\"\r\n工;1\r\n".utf8),
    ]
    for file in files {
      for _ in 0..<400 {
        var bytes = file
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let index = Int.random(in: 0..<bytes.count, using: &generator)
          bytes[index] = UInt8.random(in: 0...255, using: &generator)
        }
        let recorder = record(bytes)
        #expect(recorder.problems.count(where: \.isFatal) <= 1)
        #expect(recorder.problems.dropLast().allSatisfy { !$0.isFatal })
        expectInvariants(of: recorder)
      }
    }
  }

  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(4)
    for _ in 0..<1000 {
      let count = Int.random(in: 1...200, using: &generator)
      expectInvariants(
        of: record((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }))
    }
  }

  /// Rows go down, columns to the right, and each row has its number.
  private func expectInvariants(of recorder: Recorder) {
    for sheet in recorder.sheets {
      let numbers = sheet.rows.map(\.number)
      #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
      for row in sheet.rows {
        let columns = row.cells.map(\.column)
        #expect(zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 })
        #expect(row.number > 0 && !columns.isEmpty)
      }
    }
  }
}
