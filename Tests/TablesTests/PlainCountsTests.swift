// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct PlainCountsTests {
  private static func counts(
    _ texts: [String?], kind: Cell.Kind = .text, behind: String = "12345678"
  ) -> (counts: [Int32], others: [Int]) {
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    for (index, text) in texts.enumerated() {
      guard let text else { continue }
      let start = bytes.count
      bytes += Array(text.utf8)
      cells.append(Cell(column: index + 1, kind: kind, start: start, end: bytes.count))
    }
    bytes += Array(behind.utf8)
    var (counts, others) = ([Int32](repeating: 7, count: texts.count + 2), [Int]())
    Row(bytes: bytes, cells: cells).readPlainCounts(
      Array(1...texts.count), into: &counts, at: 1, others: &others)
    #expect(counts.first == 7 && counts.last == 7)
    return (Array(counts.dropFirst().dropLast()), others)
  }

  @Test func digitsAreRead() {
    let found = Self.counts(["0", "7", "00012", "99999999", "12345678", "100"])
    #expect(found.counts == [0, 7, 12, 99_999_999, 12_345_678, 100] && found.others == [])
  }

  @Test(arguments: [
    "", "123456789", "-1", "+1", "1.5", "1,5", " 1", "1 ", "1e3", "１２", "/", ":", "0:", "a", "9/",
    "\u{1}2", "\u{11}", "½", "12\u{B2}", "#N/A",
  ])
  func otherTextsAreNot(text: String) {
    let found = Self.counts(["5", text, "6", nil])
    #expect(found.counts == [5, -1, 6, -1] && found.others == [1, 3])
  }

  @Test(arguments: [Cell.Kind.date, .boolean, .error])
  func otherKindsAreNot(kind: Cell.Kind) {
    #expect(Self.counts(["5"], kind: kind).others == [0])
  }

  /// Eight bytes are loaded at once: none behind the end.
  @Test func atTheEndOfTheBytesNothingIsRead() {
    #expect(Self.counts(["5"], behind: "").counts == [-1])
    #expect(Self.counts(["12345678"], behind: "").counts == [12_345_678])
  }

  /// Any eight bytes, against the standard library.
  @Test func onlyDigitsAreNumbers() {
    var random = SeededGenerator(9)
    for _ in 0..<20_000 {
      let length = Int.random(in: 1...8, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0x2C...0x3D, using: &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      let isPlain = bytes.allSatisfy { (0x30...0x39).contains($0) }
      #expect(Self.counts([text]).counts == [isPlain ? Int32(text) ?? -2 : -1])
    }
  }
}
