// SPDX-License-Identifier: Apache-2.0
import Foundation
import FoundationXML
import Statistics
import Testing

@testable import Reports

struct ReleaseTests {
  @Test func aReleaseHasAPageADocumentAndAChartInEachLanguage() throws {
    let files = try Specimen().release()
    #expect(
      files.keys.sorted() == [
        "charts/growth.en.svg", "charts/growth.svg", "report.en.html", "report.en.md",
        "report.html", "report.md",
      ])
  }

  @Test func sameContentSameBytes() throws {
    #expect(try Specimen.wanjiang().release() == Specimen.wanjiang().release())
  }

  @Test(arguments: ["report.html", "report.en.html"])
  func thePageAsksForNothingAndRunsNothing(path: String) throws {
    let page = try #require(try Specimen.wanjiang().release()[path])
    let withoutNamespaces = page.replacing("http://www.w3.org/2000/svg", with: "")
    for forbidden in ["http:", "https:", "<script", "<link", "<img", "@import", "url("] {
      #expect(!withoutNamespaces.contains(forbidden), "\(forbidden)")
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

  @Test(arguments: [
    "charts/growth.svg", "charts/growth.en.svg", "report.html", "report.en.html",
  ])
  func markupIsWellFormed(path: String) throws {
    var text = try #require(try Specimen.wanjiang().release()[path])
    if path.hasSuffix("html") {
      // The page is HTML; but for its void elements it is also well-formed XML.
      text = text.replacing("<!DOCTYPE html>", with: "").replacing(
        "<meta charset=\"utf-8\">", with: ""
      )
      .replacing(/<meta name[^>]*>/, with: "").replacing(/<style>[^<]*<\/style>/, with: "")
    }
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
  }

  @Test func inventedDataSaySoOnEveryPage() throws {
    let files = try Specimen().release()
    for path in ["report.html", "report.md"] {
      #expect(files[path]?.contains("全部数据均为虚构") == true)
    }
    #expect(files["report.html"]?.contains("@top-center { content: \"虚构数据 · 仅供演示\"") == true)
    let real = try Specimen.huizhou().release()
    for (path, text) in real { #expect(!text.contains("虚构"), "\(path)") }
  }

  @Test func headingsStepDownOneAtATime() throws {
    let page = try #require(try Specimen.wanjiang().release()["report.html"])
    let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (upper, lower) in zip(levels, levels.dropFirst()) { #expect(lower <= upper + 1) }
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
