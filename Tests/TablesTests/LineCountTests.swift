// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct LineCountTests {
  @Test(arguments: [("", 1), ("a", 1), ("a\n", 2), ("\r\n\r\n", 3), ("\r\r\n\n\r", 5), ("\n\r", 3)])
  func countsEveryKindOfLineEnd(text: String, line: Int) {
    let bytes = Array(text.utf8)
    for split in 0...bytes.count {
      var lines = LineCount()
      lines.count(bytes, upTo: split)
      lines.count(Array(bytes[split...]), upTo: bytes.count - split)
      #expect(lines.line == line)
    }
  }

  @Test func countsMoreThanABlock() {
    var lines = LineCount()
    lines.count([UInt8](repeating: 10, count: 1000), upTo: 999)
    #expect(lines.line == 1000)
  }
}
