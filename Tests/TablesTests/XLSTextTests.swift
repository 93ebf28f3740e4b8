// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

/// Texts that go on in further records.
@Suite struct XLSTextTests {
  private typealias W = XLSWriter

  /// The first cells of a workbook whose shared texts are these records.
  private func texts(_ count: Int, _ records: [[UInt8]]) -> Recorder {
    let begin = littleEndian(count, 4) + littleEndian(count, 4)
    var globals = records.enumerated().map { index, bytes in
      W.record(index == 0 ? 0x00FC : 0x003C, (index == 0 ? begin : []) + bytes)
    }
    globals.append(W.record(0x00FF, [8, 0]))
    return record(W.file(globals: globals, (0..<count).map { W.sharedText(0, $0, $0) }))
  }

  @Test func aTextGoesOnInOtherBytes() {
    let recorder = texts(
      2,
      [
        littleEndian(6, 2) + [0] + "ab".utf8, [1] + W.units("工业"), [0] + "cd".utf8,
        littleEndian(1, 2) + [0, 0xE9],
      ])
    #expect(recorder.problems.isEmpty)
    #expect(recorder.texts == [["ab工业cd", "é"]])
  }

  @Test func aSurrogatePairMayBeCutByARecord() {
    let units = W.units("𠮷")
    let recorder = texts(1, [littleEndian(2, 2) + [1] + units[..<2], [1] + units[2...]])
    #expect(recorder.texts == [["𠮷"]])
    #expect(recorder.problems.isEmpty)
  }

  @Test func halfOfASurrogatePairIsAProblemWithAPlace() {
    let recorder = texts(1, [littleEndian(2, 2) + [1, 0x42, 0xD8, 0x41, 0]])
    #expect(recorder.texts == [["_xD842_A"]])
    #expect(recorder.problems.map(\.kind) == [.badValue])
    #expect(recorder.problems.first?.column == 1)
  }

  @Test func fontsAndPhoneticNotesArePassedOver() {
    let fonts: [UInt8] = [0, 0, 1, 0, 1, 0, 2, 0]
    let recorder = texts(
      3,
      [
        littleEndian(2, 2) + [0x0D] + littleEndian(2, 2) + littleEndian(6, 4) + W.units("東京")
          + fonts[..<5],
        fonts[5...] + [1, 2, 3], [4, 5, 6],
        littleEndian(1, 2) + [8] + littleEndian(1, 2) + "b".utf8 + [0, 0, 0, 0], [0, 0, 0],
      ])
    #expect(recorder.problems.isEmpty)
    #expect(recorder.texts == [["東京", "b"]])
  }

  @Test func aTextThatEndsTooSoonIsDamaged() {
    #expect(
      texts(1, [littleEndian(6, 2) + [0] + "ab".utf8]).problems.map(\.kind) == [.damagedTable])
  }

  /// Some workbooks announce more texts than they have (Apache POI, bug 57456).
  @Test func textsThatAreOnlyAnnouncedAreMissedByWhoWantsThem() {
    let begin = littleEndian(9, 4) + littleEndian(9, 4)
    let globals = [W.record(0x00FC, begin + W.text("a"))]
    #expect(record(W.file(globals: globals, [W.sharedText(0, 0, 0)])).texts == [["a"]])
    #expect(
      record(W.file(globals: globals, [W.sharedText(0, 0, 1)])).problems.map(\.kind)
        == [.damagedTable])
  }

  @Test func theTextOfAFormulaMayGoOn() {
    let records = [
      W.formula(0, 0, kind: 0), W.record(0x0207, littleEndian(4, 2) + [0] + "ab".utf8),
      W.record(0x003C, [1] + W.units("工业")),
    ]
    #expect(record(W.file(records)).texts == [["ab工业"]])
  }

  @Test func tooManyBytesOfSharedTextsAreALimit() {
    var limits = TableLimits.standard
    limits.sharedTextBytes = 10
    let file = W.file(globals: [W.sharedTexts(["12345", "67890", "1"])], [])
    #expect(
      record(file, limits: limits).problems == [.limit("sharedTextBytes", 10)])
  }
}
