// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct TextDecoderTests {
  private static let encodings: [(TextEncoding, String)] = [
    (.utf8, "UTF-8"), (.gb18030, "GB18030"), (.utf16LittleEndian, "UTF-16LE"),
    (.utf16BigEndian, "UTF-16BE"),
  ]

  @Test(arguments: encodings)
  func everySplitGivesTheSameText(encoding: TextEncoding, name: String) throws {
    let text = "甲,é𠮷\u{3400}\r\n1"
    let bytes = encode(text, name)
    for split in 0...bytes.count {
      var decoder = try TextDecoder(EncodingChoice(encoding: encoding, isCertain: true))
      let first = decoder.decode(Array(bytes[..<split]), isLast: false)
      var decoded = decoder.text
      let second = decoder.decode(Array(bytes[split...]), isLast: true)
      decoded += decoder.text
      #expect(first == nil && second == nil, "split at \(split)")
      #expect(String(decoding: decoded, as: UTF8.self) == text, "split at \(split)")
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1), ([0xC0, 0x80], 0), ([0x61, 0xE4, 0xBD], 1), ([0xED, 0xA0, 0x80], 0),
      ([0x0A, 0xE4, 0x41], 1),
    ] as [([UInt8], Int)])
  func aByteThatIsNotUTF8HasItsPlace(bytes: [UInt8], offset: Int) throws {
    try expectFault(bytes, .utf8, at: offset)
  }

  @Test(arguments: [([0x61, 0xFF], 1), ([0xC4, 0xE3, 0xFF, 0x42], 2), ([0x61, 0xC4], 1)])
  func aByteThatIsNotGB18030HasItsPlace(bytes: [UInt8], offset: Int) throws {
    try expectFault(bytes, .gb18030, at: offset)
  }

  @Test(arguments: [([0x61, 0, 0, 0xDC], 2), ([0x61, 0, 0x62], 2), ([0x61, 0, 0x3D, 0xD8], 2)])
  func aByteThatIsNotUTF16HasItsPlace(bytes: [UInt8], offset: Int) throws {
    try expectFault(bytes, .utf16LittleEndian, at: offset)
  }

  @Test func theMarkCountsInTheOffset() {
    let problem = record([0xEF, 0xBB, 0xBF] + Array("a,b\nc".utf8) + [0xFF]).problems.first
    #expect(problem?.byteOffset == 8)
    #expect(problem?.line == 2)
    #expect(problem?.detail == "0xFF is not UTF-8")
  }

  @Test func aFaultFarInTheFileHasItsOffsetAndLine() {
    let line = Array("12,34\r\n".utf8)
    let count = 50_000
    let bytes = Array((0..<count).map { _ in line }.joined())
    let recorder = record(Array("甲\n".utf8) + bytes + [0x61, 0xFF] + bytes)
    #expect(
      recorder.problems == [
        TableProblem(
          .undecodableByte, detail: "0xFF is not UTF-8", line: count + 2,
          byteOffset: 4 + 7 * count + 1)
      ])
    #expect(recorder.rows.count == count + 1)
  }

  @Test func aNULIsFoundWhereItIs() {
    #expect(
      record("a,b\nc,\0d\n").problems == [
        TableProblem(.controlByte, detail: "NUL", line: 2, byteOffset: 6)
      ])
    let wide = [0xFF, 0xFE] + encode("a\nb\0", "UTF-16LE")
    #expect(
      record(wide).problems == [
        TableProblem(.controlByte, detail: "NUL", line: 2, byteOffset: 8)
      ])
  }

  @Test func bytesThatTheDeclarationDeniesAreFound() {
    let text = workbook(
      "<Row>\(cell("增加值"))</Row>", declaration: "<?xml version='1.0' encoding='UTF-8'?>")
    let bytes = encode(text, "GB18030")
    let problem = record(bytes).problems.first
    #expect(problem?.kind == .undecodableByte)
    #expect(problem?.byteOffset == bytes.firstIndex { $0 >= 0x80 })
  }

  private func expectFault(_ bytes: [UInt8], _ encoding: TextEncoding, at offset: Int) throws {
    var decoder = try TextDecoder(EncodingChoice(encoding: encoding, isCertain: true))
    let problem = decoder.decode(bytes, isLast: true)
    #expect(problem?.kind == .undecodableByte)
    #expect(problem?.byteOffset == offset)
    for split in 0...bytes.count {
      var decoder = try TextDecoder(EncodingChoice(encoding: encoding, isCertain: true))
      let first = decoder.decode(Array(bytes[..<split]), isLast: false)
      #expect(first ?? decoder.decode(Array(bytes[split...]), isLast: true) == problem)
    }
  }
}
