// SPDX-License-Identifier: Apache-2.0
import Foundation
import FoundationXML
import Statistics
import Testing

@testable import Reports

struct ReleaseTests {
  @Test func everyPageIsThereAsPageAndDocumentInEachLanguage() throws {
    let files = try Specimen().release()
    let pages = Set(
      files.keys.filter { $0.hasSuffix(".html") || $0.hasSuffix(".md") }.map {
        $0.prefix { $0 != "." }
      })
    for page in ["report", "pages/plan", "pages/target-K01a", "pages/tasks", "pages/sector-total"] {
      #expect(pages.contains(page[...]), "\(page)")
    }
    for page in pages {
      for suffix in [".html", ".md", ".en.html", ".en.md"] {
        #expect(files[page + suffix] != nil, "\(page)\(suffix)")
      }
    }
  }

  @Test func everyLinkLeadsToAFileOfTheReleaseOrToTheArchive() throws {
    let files = try Specimen.wanjiang().release()
    for (path, text) in files where path.hasSuffix(".html") {
      for link in text.matches(of: /href="([^"#]*)[^"]*"/).map({ String($0.output.1) }) {
        let root = path.contains("/") ? "../" : ""
        let target = link.hasPrefix(root) ? String(link.dropFirst(root.count)) : link
        let isKnown =
          link.isEmpty || files[target] != nil || target.hasPrefix("../../index")
        #expect(isKnown, "\(path): \(link)")
      }
    }
  }

  @Test func sameContentSameBytes() throws {
    #expect(try Specimen.wanjiang().release() == Specimen.wanjiang().release())
  }

  @Test func pagesAskForNothingAndRunNothing() throws {
    for (path, page) in try Specimen.wanjiang().release() where path.hasSuffix(".html") {
      let withoutNamespaces = page.replacing("http://www.w3.org/2000/svg", with: "")
      for forbidden in ["http:", "https:", "<script", "<link", "<img", "@import", "url("] {
        #expect(!withoutNamespaces.contains(forbidden), "\(path): \(forbidden)")
      }
    }
  }

  @Test(arguments: ["", ".en"])
  func pageAndDocumentCarryTheSameNumbers(suffix: String) throws {
    let files = try Specimen.wanjiang().release()
    let page = try #require(files["report\(suffix).html"])
    let document = try #require(files["report\(suffix).md"])
    #expect(numbers(in: textOfBody(page)) == numbers(in: textOfDocument(document)))
    #expect(numbers(in: textOfDocument(document)).count > 150)
  }

  @Test func everyFigureOfThePageHasItsName() throws {
    let page = try #require(try Specimen.wanjiang().release()["report.html"])
    #expect(
      page.contains("<span data-figure=\"value_added.electronics.ytd.yoy@2021-05\">8.9</span>"))
    #expect(page.contains("data-figure=\"value_added.total.ytd.yoy@2020-11\""))
  }

  @Test func markupIsWellFormed() throws {
    for (path, text) in try Specimen.wanjiang().release()
    where path.hasSuffix(".html") || path.hasSuffix(".svg") {
      expectWellFormed(text, at: path)
    }
  }

  private func expectWellFormed(_ text: String, at path: String) {
    var text = text
    if path.hasSuffix("html") {
      // The page is HTML; but for its void elements it is also well-formed XML.
      text = text.replacing("<!DOCTYPE html>", with: "").replacing(
        "<meta charset=\"utf-8\">", with: ""
      )
      .replacing(/<meta name[^>]*>/, with: "").replacing(/<style>[^<]*<\/style>/, with: "")
    }
    let parser = XMLParser(data: Data(text.utf8))
    #expect(
      parser.parse(),
      "\(path), line \(parser.lineNumber): \(String(describing: parser.parserError))")
  }

  @Test func inventedDataSaySoOnEveryPage() throws {
    let files = try Specimen().release()
    for (path, text) in files where path.hasSuffix(".html") || path.hasSuffix(".md") {
      let words = path.contains(".en.") ? "invented" : "全部数据均为虚构"
      #expect(text.contains(words), "\(path)")
    }
    #expect(files["report.html"]?.contains("@top-center { content: \"虚构数据 · 仅供演示\"") == true)
    let real = try Specimen.huizhou().release()
    for (path, text) in real { #expect(!text.contains("虚构"), "\(path)") }
  }

  @Test func headingsStepDownOneAtATime() throws {
    for (path, page) in try Specimen.wanjiang().release() where path.hasSuffix(".html") {
      let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
      #expect(levels.first == 1, "\(path)")
      #expect(levels.filter { $0 == 1 }.count == 1, "\(path)")
      for (upper, lower) in zip(levels, levels.dropFirst()) { #expect(lower <= upper + 1) }
    }
  }

  @Test func muchMissingStillReadsWell() throws {
    let document = try #require(try Specimen.huizhou().release()["report.md"])
    #expect(document.contains("2022年上半年，惠州市规模以上工业增加值1093.20亿元，同比增长8.7%。"))
    #expect(document.contains("石化产业增加值278.50亿元，同比下降1.6%"))
    #expect(document.contains("拉低规模以上工业增速约0.5个百分点"))
    #expect(!document.contains("{") && !document.contains("，，") && !document.contains("（）"))
    #expect(document.contains("未发现需要说明的数据质量问题"))
  }

  @Test func noDataAtAllIsSaid() throws {
    var specimen = try Specimen.huizhou()
    specimen.bureau = [:]
    let document = try #require(try specimen.release()["report.md"])
    #expect(document.contains("2022年上半年，惠州市规模以上工业增加值无数据（未报送）。"))
  }

  // MARK: Text

  private func textOfBody(_ page: String) -> String {
    let body = page.split(separator: "<main").last.map(String.init) ?? ""
    let main = body.split(separator: "</main>").first.map(String.init) ?? ""
    return main.replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: " ")
      .replacing(/<[^>]*>/, with: " ").replacing(/&#?[a-z0-9]+;/, with: " ")
  }

  private func textOfDocument(_ document: String) -> String {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("- ") } ?? 0
    let end = lines.lastIndex { $0 == "---" } ?? lines.endIndex
    return lines[start..<end].filter { !$0.hasPrefix("![") }.joined(separator: "\n")
      .replacing(/&#?[a-z0-9]+;/, with: " ")
  }

  private func numbers(in text: String) -> Set<String> {
    Set(text.matches(of: /-?[0-9][0-9,]*(\.[0-9]+)?/).map { String($0.output.0) })
  }
}
