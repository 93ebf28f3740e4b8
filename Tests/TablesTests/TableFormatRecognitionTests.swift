// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct TableFormatRecognitionTests {
  @Test(
    arguments: [
      ("<?xml version=\"1.0\"?><!-- c --><r a='>'/>", "XML with the root element r"),
      ("<Workbook/>", "XML with the root element Workbook"),
      ("{\"a\": 1}", "JSON data"), ("[ {\"a\": 1} ]", "JSON data"),
      ("MIME-Version: 1.0\r\n\r\n", "a web archive (MIME)"),
      ("From: x\r\nMIME-Version: 1.0\r\n", "a web archive (MIME)"),
    ])
  func otherTextIsNamed(text: String, kind: String) {
    #expect(record(text).problems == [.unsupported(kind)])
  }

  @Test(arguments: ["<5,a\n", "{a},b\n", "[1],b\n", "a <b>,c\n", "-\n", "MIME,b\n"])
  func textThatIsNothingElseIsCSV(text: String) {
    let recorder = record(text)
    #expect(recorder.table?.format == .csv)
    #expect(recorder.problems.isEmpty)
  }

  @Test(
    arguments: [
      ("%PDF-1.7", "a PDF document"),
      ("GIF89a", "a GIF picture"),
      (String(repeating: "\u{1}\u{0}ab", count: 20), "binary data"),
    ])
  func otherFilesAreNamed(text: String, kind: String) {
    #expect(record(text).problems == [.unsupported(kind)])
  }

  @Test(
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG picture"),
      ([0x1F, 0x8B, 0x08], "a gzip archive"),
      ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "text in UTF-32"),
    ] as [([UInt8], String)])
  func binaryFilesAreNamed(bytes: [UInt8], kind: String) {
    #expect(record(bytes).problems == [.unsupported(kind)])
  }

  @Test func markupThatEndsBeforeItsRootIsMalformed() {
    let problems = record("<?xml version='1.0'?>\n<!-- no end").problems
    #expect(problems.map(\.kind) == [.malformedXML])
    #expect(problems.first?.line == 2)
  }
}
