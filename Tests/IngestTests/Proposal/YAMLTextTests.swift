// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ingest

@Suite struct YAMLTextTests {
  @Test(arguments: [
    ("工业总产值_1-本月", "工业总产值_1-本月"), ("B204-1", "B204-1"), ("01", "\"01\""), ("yes", "\"yes\""),
    ("a: b", "\"a: b\""), ("x\ny", "\"x\\ny\""), ("\u{2028}", "\"\\u2028\""), ("", "\"\""),
    ("{header}", "\"{header}\""), ("1-本月", "\"1-本月\""),
  ])
  func writes(text: String, expected: String) { #expect(YAMLText.scalar(text) == expected) }

  /// Also inside a flow list, behind which other things stand. A byte order mark at the beginning
  /// is lost, which compares as a blank.
  @Test func readsBackAsTheSameText() throws {
    var random = SeededGenerator(seed: 7)
    let scalars = Array(
      "aZ0 _-/.():#,[]{}&*!|>'\"%@`\\~?=产（、\t\n\r\u{0}\u{7F}\u{85}\u{A0}\u{2028}\u{202E}\u{1F600}"
        .unicodeScalars)
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...7, using: &random) {
        text.append(scalars[Int.random(in: scalars.indices, using: &random)])
      }
      let yaml = "k: [\(YAMLText.scalar(String(text))), z] # c\n"
      let document = DefinitionDocument(file: "a.yml")
      let list = try #require(document.root(Array(yaml.utf8)), "\(yaml)").child("k")?.elements
      #expect(list?.first?.text.map { Array($0.utf8) } == Array(String(text).utf8))
      #expect(list?.count == 2)
    }
  }
}
