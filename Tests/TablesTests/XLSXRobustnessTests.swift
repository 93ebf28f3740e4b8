// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

/// Damaged files give a problem or the right cells, and random grids come back as they were.
@Suite struct XLSXRobustnessTests {
  private let file = XLSXFile(
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='0'><v>44347</v></c></row>",
    sharedTexts: "<si><t>工业</t></si>", styles: "<cellXfs><xf numFmtId='14'/></cellXfs>"
  ).bytes
  private let cells = [["工业", "2021-05-31"]]

  @Test func aFileThatIsCutOff() {
    #expect(record(file).texts == cells)
    // Shorter than its signature it is a text.
    for length in 4..<file.count {
      #expect(!record(Array(file.prefix(length))).problems.isEmpty, "\(length) bytes")
    }
  }

  @Test func aFileWithAFlippedBit() {
    for place in file.indices {
      var bytes = file
      bytes[place] ^= UInt8(1 << (place % 8))
      let recorder = record(bytes)
      #expect(!recorder.problems.isEmpty || recorder.texts == cells, "byte \(place)")
    }
  }

  @Test func randomGridsComeBack() {
    var generator = SeededGenerator(5)
    for _ in 0..<300 {
      let grid = randomGrid(using: &generator)
      var texts: [String] = []
      let rows = grid.map { row in
        "<row>\(row.map { cell($0, &texts, &generator) }.joined())</row>"
      }
      let shared = texts.map { "<si>\(item($0, &generator))</si>" }.joined()
      let recorder = record(XLSXFile(rows.joined(), sharedTexts: shared).bytes)
      #expect(recorder.problems.isEmpty)
      let expected = grid.map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
      #expect(recorder.texts == expected)
    }
  }

  private func cell(
    _ text: String, _ texts: inout [String], _ generator: inout SeededGenerator
  ) -> String {
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      texts.append(text)
      return "<c t='s'><v>\(texts.count - 1)</v></c>"
    case 1: return "<c t='inlineStr'><is>\(item(text, &generator))</is></c>"
    default: return "<c t='str'><f>A1</f><v>\(xstring(text))</v></c>"
    }
  }

  /// A text in one element, or in runs.
  private func item(_ text: String, _ generator: inout SeededGenerator) -> String {
    guard Bool.random(using: &generator) else { return "<t>\(xstring(text))</t>" }
    return text.unicodeScalars.map { "<r><t>\(xstring(String($0)))</t></r>" }.joined()
  }

  /// As the standard's ST_Xstring, an underscore always escaped.
  private func xstring(_ text: String) -> String {
    escaped(text.replacing("_", with: "_x005F_").replacing("\r", with: "_x000D_"))
  }
}
