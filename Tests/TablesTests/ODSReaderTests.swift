// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct ODSReaderTests {
  @Test func readsAnArchive() {
    let recorder = record(ods(odsRow(odsText("a") + odsText("b")) + odsRow(odsText("c"))))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.format == .ods)
    #expect(
      recorder.sheets.map(\.description) == [
        SheetDescription(name: "甲", number: 1, isVisible: true)
      ])
    #expect(recorder.texts == [["a", "b"], ["c"]])
    #expect(recorder.sheets.map(\.hasEnded) == [true])
  }

  @Test func anArchiveWithoutMediaTypeIsKnownByItsContent() {
    let recorder = record(zipArchive(["content.xml": odsContent(odsRow(odsText("a")))]))
    #expect(recorder.table?.format == .ods)
    #expect(recorder.texts == [["a"]])
  }

  @Test func aTemplateIsASpreadsheet() {
    let archive = zipArchive([
      "mimetype": spreadsheetMediaType + "-template\n", "content.xml": odsContent(""),
    ])
    #expect(record(archive).table?.format == .ods)
  }

  @Test(
    arguments: [
      ("application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
      ("application/vnd.oasis.opendocument.text-master", "an OpenDocument text (.odt)"),
      ("application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation (.odp)"),
      ("application/vnd.oasis.opendocument.x", "an OpenDocument file (x)"),
      ("application/vnd.sun.xml.calc", "a spreadsheet of OpenOffice.org 1 (.sxc)"),
      ("application/epub+zip", "an OpenDocument file that is no spreadsheet"),
    ])
  func otherKindsAreNamed(type: String, name: String) {
    let problems = record(zipArchive(["mimetype": type, "content.xml": "<a/>"])).problems
    #expect(problems == [.unsupported(name)])
  }

  @Test func anEncryptedDocumentIsRecognised() {
    let manifest = """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
      <manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>
      </manifest:file-entry></manifest:manifest>
      """
    let archive = zipArchive([
      "mimetype": spreadsheetMediaType, "META-INF/manifest.xml": manifest, "content.xml": "x",
    ])
    #expect(record(archive).problems.map(\.kind) == [.encryptedFile])
    let package = zipArchive(["mimetype": spreadsheetMediaType, "encrypted-package": "x"])
    #expect(record(package).problems.map(\.kind) == [.encryptedFile])
  }

  @Test func encryptedMacrosDoNotMatter() {
    let manifest = """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
      <manifest:file-entry manifest:full-path="content.xml"/>
      <manifest:file-entry manifest:full-path="Basic/M.xml"><manifest:encryption-data/>
      </manifest:file-entry></manifest:manifest>
      """
    let archive = zipArchive([
      "mimetype": spreadsheetMediaType, "META-INF/manifest.xml": manifest,
      "content.xml": odsContent(odsRow(odsText("a"))),
    ])
    #expect(record(archive).texts == [["a"]])
  }

  @Test func anArchiveWithoutContentIsDamaged() {
    let problems = record(zipArchive(["mimetype": spreadsheetMediaType])).problems
    #expect(problems.map(\.kind) == [.damagedContainer])
    let empty = record(zipArchive(["mimetype": spreadsheetMediaType, "content.xml": ""])).problems
    #expect(empty.map(\.kind) == [.damagedContainer])
  }

  @Test func anyTruncationIsAProblem() {
    let whole = ods(odsRow(odsText("甲") + odsCell("office:value-type='float' office:value='1'")))
    for length in 4..<whole.count {
      let problems = record(Array(whole.prefix(length))).problems
      #expect(problems.last?.isFatal == true, "\(length) bytes")
    }
  }

  @Test func flippedBytesDoNotCrash() {
    let whole = ods(odsRow(odsText("甲") + odsCell("office:value-type='float' office:value='1'")))
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x15
      _ = record(bytes)
    }
  }
}
