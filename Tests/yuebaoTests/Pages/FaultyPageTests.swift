// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The checks themselves: a page with one fault of every kind, and what they say of it.
@Suite(.needsPageTools) struct FaultyPageTests {
  /// More than half a sheet.
  private static let lines = String(repeating: "3<br>", count: 20)
  private static let page = """
    <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>x</title>
    <style>@page { size: A5 }</style></head><body>
    <h1 id="a">x</h1><p id="a" style="color: #bbb; background: #ccc">pale</p>
    <script>console.error("said"); alert("said")</script><img src="elsewhere.png">
    <div style="width: 3000px">wide</div><div style="overflow: auto; width: 90px">\
    <div style="width: 200px">wide</div></div><a href="nowhere.html">x</a>
    <table><tbody><tr><th>一</th><td><span data-figure="a.b@2021-05">1.2</span></td></tr>
    <tr><th>二</th><td>\(lines)</td></tr><tr><th>三</th><td>\(lines)</td></tr></tbody></table>
    <b><i></b></i></body></html>
    """
  private static let document = "| 一 | 5 |\n\n![x](nowhere.svg)\n"

  private func output() throws -> WorkFolder {
    let folder = try WorkFolder()
    let release = "Output/internal/2021-05/v1/"
    try folder.write(Self.page, to: release + "report.html")
    try folder.write(Self.document, to: release + "report.md")
    try folder.write(
      #"{"figures": [{"name": "a.b@2021-05", "rounded": "1.3"}]}"#,
      to: release + "data/figures.json")
    try folder.write("\u{FEFF}行业,总量\r\n二,7\r\n", to: release + "data/sectors.csv")
    try folder.write("<svg><a></svg>", to: release + "charts/growth.svg")
    try folder.write(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title></feed>",
      to: "Output/internal/feed.xml")
    return folder
  }

  @Test func theBrowserSeesEachFault() throws {
    let folder = try output()
    let report = try PageChecks.run("screens", on: folder.path("Output"))
    #expect(report.pages == 1)
    for fault in [
      "contents: <script>", "contents: <img>", "360 px: the page is", "A4: the page is",
      "scrolls, not by keyboard", "axe, 1280 px, light: color-contrast", "console: error: said",
      "console: dialog: said", "request: file", "paper: sheet 1", "page number: sheet 1",
      "table head: a table", "cut row: row 3 of 3 lies on sheets [1, 2]",
    ] {
      #expect(
        report.problems.contains { $0.contains(fault) },
        "\(fault): \(report.problems.joined(separator: "\n"))")
    }
  }

  @Test func theFilesAreReadStrictly() throws {
    let folder = try output()
    let report = try PageChecks.run("conformance", on: folder.path("Output"))
    #expect(report.pages == 1)
    for fault in [
      "html: line", "id: 'a' stands 2 times", "link: nowhere.html", "markdown: 0 tables",
      "markdown: bars outside", "markdown: nowhere.svg", "numbers: a.b@2021-05: 1.2 is not",
      "figures.json has 1.3", "data: line 2: no page has 二", "growth.svg: well-formed",
      "feed.xml: feed",
    ] {
      #expect(
        report.problems.contains { $0.contains(fault) },
        "\(fault): \(report.problems.joined(separator: "\n"))")
    }
  }
}
