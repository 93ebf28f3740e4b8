// SPDX-License-Identifier: Apache-2.0
import FoundationXML
import Statistics
import Testing

@testable import Reports

struct EscapingTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a\"b'c&", "a&quot;b&#39;c&amp;"),
    ("\"\u{301} onload=x", "&quot;\u{301} onload=x"),  // one character, not a bare quotation mark
  ])
  func htmlGoesByScalars(text: String, escaped: String) {
    #expect(HTMLContent().escapeText(text) == escaped)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<b>&", "&lt;b&gt;&amp;"), ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"),
    ("[a](b) #1", "\\[a\\](b) \\#1"), ("=1+1", "\\=1+1"), ("- item", "\\- item"),
    ("-12,345.6", "-12,345.6"), ("a\r\nb", "a  b"), ("https://x.cn", "https&#58;//x.cn"),
    ("www.x.cn", "www&#46;x.cn"), ("万江街道", "万江街道"), ("", ""),
  ])
  func markdown(text: String, escaped: String) {
    #expect(MarkdownContent().escapeText(text) == escaped)
  }

  @Test(arguments: [
    ("a\u{202E}b", "a⟨U+202E⟩b"), ("a\u{0}b", "a␀b"), ("a\nb\tc", "a b c"), ("\u{7F}", "␡"),
    ("\u{200B}", "⟨U+200B⟩"), ("规上工业", "规上工业"),
  ])
  func controlsBecomeVisible(text: String, harmlessText: String) {
    #expect(harmless(text) == harmlessText)
  }

  @Test func cssStringsCannotEndTheirElement() {
    #expect(cssString("a\"</style>\n") == "\"a\\22 \\3c /style\\3e  \"")
  }

  @Test func hostileNamesAreHarmlessEverywhere() throws {
    var specimen = try Specimen()
    let hostile = "<script>alert(1)</script>|=1+1\u{202E}\n\"\u{301}"
    specimen.sectors[4] = Specimen.sector(
      "electronics", hostile, hostile, .classes(["3911"]))
    specimen.area = LocalizedName(zh: hostile)
    // A workbook is compressed; its words are read back in WorkbookTests.
    for (path, text) in try specimen.release() where !path.hasSuffix(".xlsx") {
      let isData = path.hasSuffix(".csv") || path.hasSuffix(".json")
      #expect(isData || !text.contains("<script"), "\(path)")
      #expect(!text.unicodeScalars.contains("\u{202E}"), "\(path)")
      #expect(!text.unicodeScalars.contains("\u{0}"), "\(path)")
      if path.hasSuffix(".md") {
        for line in text.split(separator: "\n") where line.contains("alert") && line.hasPrefix("|")
        {
          #expect(line.contains("\\|=1+1"), "\(path)")
        }
      }
    }
  }
}
