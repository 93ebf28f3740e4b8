// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Foundation
import Plan
import Statistics
import Testing

@testable import Reports

struct AudienceTests {
  private func release(_ audience: Audience) throws -> [String: String] {
    var specimen = try Specimen()
    specimen.audience = audience
    return try specimen.release()
  }

  private func level(_ sector: String, in files: [String: String]) throws -> [String: Any] {
    let text = try #require(files["data/figures.json"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let figures = try #require(json["figures"] as? [[String: Any]])
    return try #require(
      figures.first { $0["name"] as? String == "value_added.\(sector).ytd.level@2021-05" })
  }

  /// The specimen has one unit in electronics, three in advanced manufacturing, six in all.
  @Test func aValueOfOneUnitIsConfidentialInPublicAndInNothingElse() throws {
    let (inside, outside) = (try release(.internal), try release(.public))
    let shown = try #require(try level("electronics", in: inside)["rounded"] as? String)
    #expect(try level("electronics", in: outside)["missing"] as? String == "confidential")
    #expect(try level("electronics", in: outside)["value"] == nil)
    for sector in ["total", "advanced"] {
      let one = try level(sector, in: inside)["value"] as? String
      #expect(one != nil)
      #expect(try level(sector, in: outside)["value"] as? String == one)
    }
    let figure = "data-figure=\"value_added.electronics.ytd.level@2021-05\">\(shown)<"
    #expect(inside["report.html"]?.contains(figure) == true)
    for (path, text) in outside where path.hasSuffix(".html") {
      #expect(!text.contains(figure), "\(path)")
    }
  }

  @Test func publicReleasesNameNoPlacesOfFindings() throws {
    let (inside, outside) = (try release(.internal), try release(.public))
    #expect(inside["report.html"]?.contains("Input/reference/register.csv") == true)
    for (path, text) in outside where !path.hasSuffix(".xlsx") {
      #expect(!text.contains("91441900000000001X"), "\(path)")
      #expect(!text.contains("Input/reference/register.csv"), "\(path)")
    }
  }

  /// A bureau's table beside the own sum must not tell what the sum's one unit reported.
  @Test func theOwnSumBesideABureausValueIsHiddenTooAndFilesHaveNoNames() throws {
    for (audience, isShown) in [(Audience.internal, true), (.public, false)] {
      var specimen = try Specimen()
      specimen.audience = audience
      specimen.addBureau("value_added.electronics.ytd.level", "20.00", .hundredMillionYuan)
      let content = try specimen.content()
      let builder = ReportBuilder(
        content, in: MessageCatalogue(.chinese, from: Templates()))
      #expect((try builder.bureauSection() != nil) == isShown)
      let files = try specimen.release()
      #expect(files["report.html"]?.contains("2021-05/B204-1.csv") == isShown)
    }
  }

  @Test func aPathKeepsBackTheValuesOfOneUnit() throws {
    for (audience, isShown) in [(Audience.internal, true), (.public, false)] {
      var specimen = try Specimen()
      specimen.audience = audience
      specimen.targets = [
        Specimen.target(
          "G02", "电子信息制造业增加值", .above, 10, .hundredMillionYuan,
          "value_added.electronics.ytd.level")
      ]
      let files = try specimen.release()
      let page = try #require(files["pages/target-G02.html"])
      #expect(page.contains("<dt>实际</dt>") == isShown)
      #expect(page.contains("要求保密") != isShown)
    }
  }

  @Test func internalReleasesSaySoOnEveryPage() throws {
    for (path, text) in try release(.internal) where path.hasSuffix(".html") {
      let words = path.contains(".en.") ? "For internal use" : "内部资料"
      #expect(text.contains(words), "\(path)")
    }
    for (path, text) in try release(.public) where path.hasSuffix(".html") {
      #expect(!text.contains("内部资料") && !text.contains("For internal use"), "\(path)")
    }
  }

  @Test func aLaterVintageSaysOnEveryPageThatItCorrects() throws {
    let content = try Specimen().content()
    let first = try render(content, with: Templates())
    let second = try render(
      content.with(
        revision: RevisionNote(vintage: 2, reason: nil, figures: [], causes: [], program: nil)),
      with: Templates())
    let known = Set(first.map(\.path))
    let more = second.map(\.path).filter { !known.contains($0) }
    #expect(
      more == [
        "pages/revisions.en.html", "pages/revisions.en.md", "pages/revisions.html",
        "pages/revisions.md",
      ])
    let same = second.filter { known.contains($0.path) }
    #expect(same.count == first.count)
    for (old, new) in zip(first, same) where old.path.hasSuffix(".html") {
      let words = old.path.contains(".en.") ? "Correction: version 2" : "更正：本期第2版"
      #expect(!String(decoding: old.bytes, as: UTF8.self).contains(words), "\(old.path)")
      #expect(String(decoding: new.bytes, as: UTF8.self).contains(words), "\(new.path)")
    }
  }
}
