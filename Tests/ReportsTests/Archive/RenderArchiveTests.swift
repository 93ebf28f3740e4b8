// SPDX-License-Identifier: Apache-2.0
import Foundation
import FoundationXML
import Statistics
import Testing

@testable import Reports

struct RenderArchiveTests {
  private func entry(_ period: String, _ vintages: [Int], value: String?) throws -> ArchiveEntry {
    let manifest = try value.map { value in
      let headline = """
        {"label":{"zh":"增加值","en":"Value added"},"unit":{"zh":"亿元","en":"100 million yuan"},\
        "value":"\(value)","figure":"value_added.total.ytd.level@\(period)"}
        """
      return try JSONDecoder().decode(
        ReleaseManifest.self,
        from: Data(
          """
          {"schema":"yuebao.manifest/2","period":"\(period)","audience":"public","vintage":1,\
          "languages":["zh"],"files":[],"version":"1","headlines":[\(headline)]}
          """.utf8))
    }
    return ArchiveEntry(
      period: try #require(Period(period)), vintages: vintages, manifest: manifest)
  }

  private func files(_ entries: [ArchiveEntry]) throws -> [String: String] {
    let publisher = try Specimen().content().publisher
    let files = try renderArchive(
      entries, of: publisher, for: .public, in: [.chinese, .english], with: Templates())
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func theNewestPeriodComesFirstInWhateverOrder() throws {
    let entries = [
      try entry("2021-02", [1], value: "7.10"), try entry("2021-05", [1, 2], value: "21.37"),
      try entry("2021-Q1", [1], value: nil),
    ]
    let files = try files(entries)
    #expect(try self.files(entries.reversed()) == files)
    let page = try #require(files["index.html"])
    let may = try #require(page.range(of: "2021-05/v2/report.html"))
    let february = try #require(page.range(of: "2021-01..02/v1/report.html"))
    #expect(may.lowerBound < february.lowerBound)
    #expect(page.contains("id=\"p2021-05\"") && page.contains("21.37"))
  }

  @Test func aCorrectedReleaseSaysSoAndLeadsToTheOneBefore() throws {
    let page = try #require(try files([try entry("2021-05", [1, 2, 3], value: "1")])["index.html"])
    #expect(page.contains("更正：本期第3版，取代第2版。"))
    #expect(page.contains("2021-05/v3/report.html") && page.contains("2021-05/v2/report.html"))
  }

  @Test func aReleaseThatWasNotMadeInALanguageIsLinkedInItsOwn() throws {
    let period = try #require(Period("2021-05"))
    let entry = ArchiveEntry(
      period: period, vintages: [1, 2], manifest: nil,
      languages: [1: [.chinese], 2: [.chinese, .english]])
    let page = try #require(try files([entry])["index.en.html"])
    #expect(page.contains("2021-05/v2/report.en.html") && page.contains("2021-05/v1/report.html"))
    #expect(!page.contains("v1/report.en.html"))
  }

  @Test func theFeedIsWellFormedAndHasWhatAtomAsksFor() throws {
    let entries = [
      try entry("2020-02", [1, 2], value: "1"), try entry("2021-Q1", [1], value: "2"),
    ]
    for path in ["feed.xml", "feed.en.xml"] {
      let feed = try #require(try files(entries)[path])
      #expect(XMLParser(data: Data(feed.utf8)).parse(), "\(path)")
      // Of a leap year, and a second more for the second vintage.
      #expect(feed.contains("<updated>2020-02-29T00:00:01Z</updated>"))
      #expect(feed.contains("<updated>2021-03-31T00:00:00Z</updated>"))
      let ids = feed.matches(
        of: /<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/id>/
      )
      #expect(ids.count == 3)
      #expect(Set(ids.map(\.output)).count == 3)
    }
  }

  @Test func noReleaseAtAllIsAnEmptyArchive() throws {
    let page = try #require(try files([])["index.html"])
    #expect(!page.contains("<table"))
  }
}
