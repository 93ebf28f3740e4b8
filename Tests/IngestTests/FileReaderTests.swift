// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables
import Testing

@testable import Ingest

@Suite struct FileReaderTests {
  @Test(arguments: [
    ("", "emptyFile a.csv"), ("\n\n", "emptyFile a.csv"), ("{\"a\": 1}", "unsupportedFormat a.csv"),
    ("PK\u{3}\u{4}zip", "damagedContainer a.csv"),
    ("<!DOCTYPE a><a/>", "documentType a.csv:1"), ("a,\"b\nc", "unterminatedQuote a.csv:1:2"),
    ("a,b\nc\0d", "controlByte a.csv:2"), ("一,二\n三,四\n", "noLayoutFits a.csv"),
    (Fixture.header + "\n", "noRows a.csv"), (Fixture.header + "\n注：无\n", "noRows a.csv"),
  ])
  func whatIsNoTableOfReturnsIsAnError(text: String, mark: String) throws {
    let read = try Ingested(csv: text, path: "a.csv")
    #expect(read.marks == [mark])
    #expect(read.files.first?.accepted == 0)
    #expect(read.files.first?.bytes == text.utf8.count)
  }

  @Test func aRowWithMoreColumnsThanSheetsHaveIsRefused() throws {
    let read = try Ingested(csv: String(repeating: ",", count: 16_384) + "\n", path: "a.csv")
    #expect(read.codes == [.limitExceeded])
    #expect(read.findings.first?.location?.line == 1)
  }

  @Test func aByteThatDoesNotDecodeIsFoundWithItsOffset() throws {
    let bytes = Array(Fixture.returns.utf8) + [0xFF]
    let read = try Ingested([("a.csv", bytes)])
    #expect(read.codes == [.undecodableByte])
    #expect(read.findings.first?.arguments["offset"] == String(bytes.count - 1))
    #expect(read.findings.first?.location?.line == 4)
  }

  /// Windows-1252 decodes as GB18030, into characters that no table of returns holds.
  @Test func aDoubtfulEncodingIsAWarningBesideWhatFollows() throws {
    let latin = Array(repeating: [0x2C, 0xE8, 0x72, 0xE9, 0x74] as [UInt8], count: 40).flatMap {
      $0
    }
    let read = try Ingested([("a.csv", latin)])
    #expect(read.codes == [.noLayoutFits, .implausibleEncoding])
    #expect(read.files.first?.encoding == "GB18030")
  }

  /// The rows before the break are counted, and the error says that it is not all.
  @Test(arguments: [20, 60, 300])
  func aTruncatedSpreadsheetIsAnError(cut: Int) throws {
    let whole = SpreadsheetML.workbook([("表", Fixture.returns)])
    let read = try Ingested([("a.xml", Array(whole.dropLast(cut)))])
    #expect(read.codes == [.malformedXML])
    #expect(read.files.first?.form == "B204-1")
    #expect(read.files.first?.accepted == read.returns.count)
  }

  @Test func aSourceThatFailsIsAFinding() throws {
    let ingest = ReturnsIngest(definitions: try Ingested([]).ingest.definitions)
    ingest.ingest(file: "a.csv", size: 0, from: BrokenSource())
    #expect(ingest.sortedFindings.map(\.code) == [.unreadableFile])
    #expect(ingest.sortedFindings.first?.arguments["detail"] == "Input/output error")
    #expect(ingest.files.first?.format == nil)
  }

  // MARK: - Layouts

  @Test func twoLayoutsThatFitAlikeAreAnError() throws {
    var workspace = Workspace()
    workspace.texts["Input/layouts/copy.yml"] = workspace.texts[Workspace.returnsLayout]?
      .replacing("form: B204-1", with: "form: B204-2")
    let read = try Ingested(csv: Fixture.returns, workspace)
    #expect(read.marks == ["severalLayoutsFit returns.csv:1"])
    #expect(
      read.findings.first?.arguments["layouts"] == "Input/layouts/b204.yml, Input/layouts/copy.yml")
  }

  @Test func aHeaderThatAlmostFitsNamesWhatIsMissing() throws {
    let read = try Ingested(csv: Fixture.returns.replacing("行业代码", with: "行业代马"))
    #expect(read.marks == ["missingColumn returns.csv:1"])
    #expect(read.findings.first?.arguments["suggestion"] == "行业代马")
    #expect(read.findings.first?.arguments["form"] == "B204-1")
  }

  @Test func theHeaderMayStandBelowManyLines() throws {
    let lines = (1...40).map { "说明第\($0)行" }.joined(separator: "\n") + "\n"
    #expect(try Ingested(csv: lines + Fixture.returns).returns.count == 2)
  }

  // MARK: - Sheets

  @Test func everySheetIsRead() throws {
    let april = Fixture.returns.replacing("202105", with: "202104")
    let read = try Ingested(xml: [("四月", april), ("五月", Fixture.returns)])
    #expect(read.findings == [])
    #expect(read.returns.count == 4)
    #expect(read.files.first?.periods.map(\.description) == ["2021-04", "2021-05"])
  }

  @Test func aSheetOfNotesIsSaidAndDoesNotBlock() throws {
    let read = try Ingested(xml: [("说明", "填报说明,x\n"), ("五月", Fixture.returns)])
    #expect(read.marks == ["sheetNotUsed returns.xml:说明"])
    #expect(read.returns.count == 2)
  }

  @Test func anEmptySheetIsNotWorthAWord() throws {
    #expect(try Ingested(xml: [("五月", Fixture.returns), ("Sheet2", "")]).findings == [])
    #expect(try Ingested(xml: [("Sheet1", ""), ("Sheet2", "")]).codes == [.emptyFile])
  }

  /// Half of the returns must not go missing with a mere warning.
  @Test func aSheetThatIsNearlyAFormStaysAnError() throws {
    let broken = Fixture.returns.replacing("行业代码", with: "行业代马")
    let read = try Ingested(xml: [("一", Fixture.returns), ("二", broken)])
    #expect(read.marks == ["missingColumn returns.xml:二!1"])
  }

  @Test func returnsAndABureausTableMayShareAWorkbook() throws {
    let read = try Ingested(xml: [("报表", Fixture.returns), ("反馈", Fixture.bureau)])
    #expect(read.findings == [])
    #expect(read.files.first?.form == "B204-1, bureau-value-added")
    #expect(read.returns.count == 2 && read.bureau.count == 7)
  }
}

/// A file on a disk that fails.
private final class BrokenSource: ByteSource {
  var size: Int { 1 }

  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    throw ByteSourceError(reason: "Input/output error")
  }
}
