// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

/// What holds for every chart.
struct ChartDrawingTests {
  /// Every specimen in every size and palette.
  private func drawings() throws -> [(name: String, size: ChartSize, svg: String)] {
    var drawings: [(name: String, size: ChartSize, svg: String)] = []
    for size in [ChartSize.wide, .narrow] {
      for palette in [ChartPalette.page, .file] {
        for (chart, catalogue) in try ChartSpecimens.all() {
          drawings.append((chart.caption.id, size, chart.svg(palette, size, in: catalogue)))
        }
        let growth = try ChartSpecimens.growthChart(palette, size, ChartSpecimens.english)
        drawings.append(("growth", size, growth))
      }
    }
    return drawings
  }

  @Test func everyChartIsWellFormedSmallAndInsideItsFrame() throws {
    for drawing in try drawings() {
      try DrawingCheck(drawing.svg).expectSound(drawing.name, drawing.size)
    }
  }

  @Test func labelsDoNotCoverEachOther() throws {
    let large = try ChartExtremesTests.large().map { chart in
      (
        name: chart.caption.id, size: ChartSize.narrow,
        svg: chart.svg(.file, .narrow, in: ChartSpecimens.chinese)
      )
    }
    for drawing in try drawings() + large {
      let boxes = try DrawingCheck(drawing.svg).textBoxes
      for (index, box) in boxes.enumerated() {
        for other in boxes[(index + 1)...] where box.overlaps(other) {
          Issue.record("\(drawing.name) \(drawing.size.width): “\(box.text)” and “\(other.text)”")
        }
      }
    }
  }

  @Test func theSameValuesGiveTheSameBytes() throws {
    #expect(try drawings().map(\.svg) == drawings().map(\.svg))
  }

  @Test func aPageOfAllChartsHasEveryIdentifierOnce() throws {
    var seen: Set<String> = []
    for size in [ChartSize.wide, .narrow] {
      for (chart, _) in try ChartSpecimens.all().dropLast() {
        let svg = chart.svg(.page, size, in: ChartSpecimens.chinese)
        for id in try SVGReader(svg).elements.compactMap({ $0.attributes["id"] }) {
          #expect(seen.insert(id).inserted, "\(id)")
        }
      }
    }
  }

  @Test(arguments: [
    ("a.b", "a_2e_b"), ("9 x", "chart_9_20_x"), ("份额", "chart__4efd__989d_"), ("", "chart_"),
    ("a\"><script>", "a_22__3e__3c_script_3e_"),
  ])
  func identifiersAreSafeWhateverTheText(text: String, id: String) {
    #expect(ChartCaption(id: text, title: "", unit: "").safeID == id)
  }

  @Test func textInPicturesIsHarmless() throws {
    let hostile = ["<script>alert(1)</script>", "\"'&]]>", "a\u{202E}b\u{0}\u{7}", "{name}"]
    for text in hostile + [String(repeating: "长", count: 10_000)] {
      let chart = try WaterfallChart(
        caption: ChartCaption(id: text, title: text, unit: text, source: text), unit: text,
        parts: [.init(name: text, number: ChartSpecimens.number("1.0"))],
        total: .init(name: text, number: ChartSpecimens.number("1.0")))
      for palette in [ChartPalette.page, .file] {
        let svg = chart.svg(palette, in: ChartSpecimens.chinese)
        #expect(!svg.contains("<script") && !svg.unicodeScalars.contains("\u{202E}"))
        // A long identifier is the caller's own, and stands a few times.
        if text.count < 1000 { try DrawingCheck(svg).expectSound(text, .wide) }
      }
    }
  }
}
