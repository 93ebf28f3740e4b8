// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct EncodingChoiceTests {
  private static let chinese = "指标,工业增加值\n甲,1\n"

  @Test(
    arguments: [
      (Array("a,b".utf8), TextEncoding.utf8, true),
      (Array(chinese.utf8), .utf8, true),
      ([0xEF, 0xBB, 0xBF] + Array(chinese.utf8), .utf8WithMark, true),
      ([0xFF, 0xFE] + encode(chinese, "UTF-16LE"), .utf16LittleEndian, true),
      ([0xFE, 0xFF] + encode(chinese, "UTF-16BE"), .utf16BigEndian, true),
      (encode(chinese, "GB18030"), .gb18030, false),
      ([0x84, 0x31, 0x95, 0x33] + encode(chinese, "GB18030"), .gb18030, true),
    ] as [([UInt8], TextEncoding, Bool)])
  func isReported(bytes: [UInt8], encoding: TextEncoding, isCertain: Bool) {
    let recorder = record(bytes)
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.encoding == encoding)
    #expect(recorder.table?.encodingIsCertain == isCertain)
    #expect(recorder.texts == (bytes.count == 3 ? [["a", "b"]] : [["指标", "工业增加值"], ["甲", "1"]]))
  }

  @Test(
    arguments: [
      ("UTF-16LE", "UTF-16", TextEncoding.utf16LittleEndian),
      ("UTF-16BE", "UTF-16", .utf16BigEndian),
      ("GB18030", "GB2312", .gb18030), ("GB18030", "gbk", .gb18030),
      ("GB18030", "GB18030", .gb18030),
      ("UTF-8", "utf-8", .utf8), ("UTF-8", "UTF-16", .utf8),  // the last cannot be true
    ])
  func anXMLDeclarationIsFollowed(encoding: String, declared: String, expected: TextEncoding) {
    let declaration = "<?xml version='1.0' encoding='\(declared)'?>"
    let text = workbook("<Row>\(cell("增加值𠮷"))</Row>", declaration: declaration)
    let recorder = record(encode(text, encoding))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.encoding == expected)
    #expect(recorder.table?.encodingIsCertain == true)
    #expect(recorder.texts == [["增加值𠮷"]])
  }

  @Test func theMarkBeatsTheDeclaration() {
    let text = workbook(
      "<Row>\(cell("值"))</Row>", declaration: "<?xml version='1.0' encoding='GBK'?>")
    let recorder = record([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(recorder.table?.encoding == .utf8WithMark)
    #expect(recorder.texts == [["值"]])
  }

  @Test func aDeclaredEncodingThatIsNotReadIsNamed() {
    let text = workbook("", declaration: "<?xml version='1.0' encoding='ISO-2022-JP'?>")
    #expect(record(text).problems == [.unsupported("XML in the encoding ISO-2022-JP")])
  }

  @Test(
    arguments: [
      ("<meta charset='gb2312'>", "GB18030", TextEncoding.gb18030),
      (
        "<META http-equiv=Content-Type content=\"text/html; charset=Big5\">", "BIG5",
        TextEncoding(rawValue: "BIG5-HKSCS")
      ), ("<meta charset=utf-8>", "UTF-8", .utf8), ("", "GB18030", .gb18030),
    ])
  func aWebPagesMetaIsFollowed(meta: String, encoding: String, expected: TextEncoding) throws {
    let page = encode("<html><head>\(meta)</head><table><tr><td>工業增加值</table>", encoding)
    let choice = try chooseEncoding(of: page, isWhole: true)
    #expect(choice.encoding == expected)
    #expect(choice.isCertain == !meta.isEmpty)
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func wideTextWithoutMarkIsRecognised(encoding: String) {
    let recorder = record(encode("指标,1月\n甲,1.5\n", encoding))
    #expect(recorder.table?.encoding.rawValue == encoding)
    #expect(recorder.table?.encodingIsCertain == false)
    #expect(recorder.texts == [["指标", "1月"], ["甲", "1.5"]])
  }

  @Test func aNamedEncodingIsUsedWhateverTheFileSays() {
    let bytes = encode("premi\u{e9}re,1\n", "WINDOWS-1252")
    let options = TableOptions(encoding: TextEncoding(label: "windows-1252"))
    let recorder = record(from: MemorySource(bytes), options)
    #expect(recorder.texts == [["premi\u{e9}re", "1"]])
    #expect(recorder.table?.encoding.rawValue == "WINDOWS-1252")
    #expect(recorder.problems.isEmpty)
  }

  /// Else one damaged byte would turn a UTF-8 file into a wall of wrong ideographs.
  @Test func damagedUTF8IsNotTakenForGB18030() {
    var bytes = Array("指标,工业增加值,工业总产值,工业销售产值\n".utf8)
    let offset = bytes.count
    bytes += [0xE4, 0x41]
    let problems = record(bytes).problems
    #expect(problems.map(\.kind) == [.undecodableByte])
    #expect(problems.first?.byteOffset == offset)
  }

  @Test func textBeyondTheFirstChunkDecides() {
    let ascii = Array(String(repeating: "12,34\n", count: 60_000).utf8)
    let recorder = record(ascii + encode("甲,1\n", "GB18030"))
    #expect(recorder.table?.encoding == .gb18030)
    #expect(recorder.texts.last == ["甲", "1"])
    #expect(recorder.rows.count == 60_001)
  }
}
