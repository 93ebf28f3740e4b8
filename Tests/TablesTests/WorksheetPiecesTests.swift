// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

/// A worksheet that is read in pieces gives the same rows and the same problems.
@Suite struct WorksheetPiecesTests {
  private let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private let workbook: XLSXWorkbook = {
    let texts = SharedTexts()
    texts.endText()
    return XLSXWorkbook(dateSystem: .from1900, dateFormats: [nil, .date], sharedTexts: texts)
  }()

  private func sheet(_ rows: String, head: String = "", rest: String = "") -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?>
      <worksheet xmlns="\(namespace)">\(head)<sheetData>\(rows)</sheetData>\(rest)</worksheet>
      """.utf8)
  }

  /// Reads with or without pieces.
  private func read(_ bytes: [UInt8], pieceSize: Int?) -> Recorder {
    let recorder = Recorder()
    let writer = SheetWriter(limits: .standard, sink: DirectSink(recorder))
    writer.beginSheet(name: "s")
    var fatal: [TableProblem] = []
    do throws(TableProblem) {
      try writer.flush()
      let stream = SourceStream(MemorySource(bytes))
      if let pieceSize {
        try WorksheetPieces(stream, workbook, writer: writer, cores: 3, pieceSize: pieceSize).read()
      } else {
        let text = try TextStream(part: stream)
        try XMLParser(text, limits: .standard).parse { names in
          WorksheetHandler(names, workbook: workbook, writer: writer)
        }
      }
      writer.endSheet()
      try writer.flush()
    } catch {
      fatal = [error]
      try? writer.flush()
    }
    recorder.problems = writer.problems + fatal
    return recorder
  }

  private func expectTheSame(_ bytes: [UInt8], _ sizes: [Int] = [64, 200, 1000]) {
    let whole = read(bytes, pieceSize: nil)
    for size in sizes {
      let pieces = read(bytes, pieceSize: size)
      #expect(pieces.sheets == whole.sheets)
      #expect(pieces.problems == whole.problems)
    }
  }

  private func rows(_ numbers: some Sequence<Int>) -> String {
    numbers.map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>\n" }.joined()
  }

  @Test func plainRows() {
    let bytes = sheet(rows(1...200), rest: "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>")
    #expect(read(bytes, pieceSize: 100).rows.count == 200)
    #expect(read(bytes, pieceSize: 100).sheets[0].merges.count == 1)
    expectTheSame(bytes)
  }

  @Test(
    arguments: [
      "<!-- <row r=\"7\"><c><v>1</v></c></row> -->", "<![CDATA[ <row r=\"7\"> ]]>",
      "<?x <row r=\"7\"?>",
      "<row ><c><v>1</v></c></row>", "<row spans=\"1\"/>", "<row r=\"3\"/>", "<row r=\"60\"/>",
      "<row r=\"61\"><c r=\"A1\"/></row>", "<row r=\"61\"><c t=\"s\"><v>5</v></c></row>",
      "</sheetData>",
      "<sheetData><row r=\"70\"/></sheetData>", "<x><row r=\"61\"/></x>", "&amp;", "&x;", "\u{1}",
      "<row r=\"61\"><c><v>a</v></c></row>", "<row r=\"61\"><c t=\"str\"><v><row </v></c></row>",
      "<row ",
    ])
  func disturbedRows(disturbance: String) {
    for place in [0, 1, 30, 60] {
      let before = rows(1...60).split(separator: "\n").prefix(place).joined(separator: "\n")
      let after = rows(1...60).split(separator: "\n").dropFirst(place).joined(separator: "\n")
      expectTheSame(sheet(before + disturbance + after + rows(62...90)))
    }
  }

  @Test(
    arguments: [
      "<!-- <sheetData> -->", "<!-- <sheetData><row r='1'/> -->", "<cols><col min='1'/></cols>",
      "<x a='>'/>", "<?x y?>", "<sheetData><row r='1'/></sheetData>",
    ])
  func whatStandsBeforeTheRows(head: String) {
    expectTheSame(sheet(rows(1...60), head: head))
  }

  @Test func prefixedNames() {
    let text = String(decoding: sheet(rows(1...60)), as: UTF8.self)
      .replacing("</", with: "</p:").replacing("<row", with: "<p:row").replacing("<c", with: "<p:c")
      .replacing("<v", with: "<p:v").replacing("<w", with: "<p:w").replacing("<s", with: "<p:s")
      .replacing("xmlns=", with: "xmlns:p=")
    #expect(read(Array(text.utf8), pieceSize: 100).rows.count == 60)
    expectTheSame(Array(text.utf8))
  }

  @Test func otherEncodings() {
    let text = String(decoding: sheet(rows(1...60)), as: UTF8.self)
    expectTheSame([0xFF, 0xFE] + encode(text, "UTF-16LE"))
    expectTheSame([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    var broken = Array(text.utf8)
    broken[broken.count / 2] = 0xFF
    // How many rows before it the parser has come to is not the same.
    #expect(read(broken, pieceSize: 100).problems == read(broken, pieceSize: nil).problems)
  }

  @Test func aSheetThatIsCutOff() {
    let bytes = sheet(rows(1...20))
    for length in 60..<bytes.count { expectTheSame(Array(bytes.prefix(length)), [100]) }
  }

  @Test func aSheetWithAFlippedBit() {
    let bytes = sheet(rows(1...20))
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= UInt8(1 << (place % 8))
      expectTheSame(flipped, [100])
    }
  }
}
