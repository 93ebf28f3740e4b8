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
    for drawing in try drawings() {
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

/// One drawing's elements, checked.
struct DrawingCheck {
  private let svg: String
  private let reader: SVGReader

  init(_ svg: String) throws {
    self.svg = svg
    reader = try SVGReader(svg)
  }

  func expectSound(_ name: String, _ size: ChartSize) {
    #expect(svg.utf8.count < 30_000, "\(name): \(svg.utf8.count)")
    #expect(!svg.contains("nan") && !svg.contains("inf\""))
    let ids = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(reader["svg"].first?.attributes["role"] == "img")
    for id in references { #expect(ids.contains(id), "\(name): \(id)") }
    for place in places where !isInside(place) { Issue.record("\(name) \(size.width): \(place)") }
    for box in textBoxes where box.left < -12.5 || box.right > frame.width + 0.5 {
      Issue.record("\(name) \(size.width): “\(box.text)” ends at \(box.right)")
    }
  }

  private var frame: (width: Double, height: Double) {
    let numbers = (reader["svg"].first?.attributes["viewBox"] ?? "").split(separator: " ")
      .compactMap { Double($0) }
    return (numbers[0] + numbers[2], numbers[1] + numbers[3])
  }

  private var references: [String] {
    reader.elements.flatMap { element -> [String] in
      let words = element.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
      let fill = element.attributes["fill"].flatMap { text in
        text.hasPrefix("url(#") ? String(text.dropFirst(5).dropLast()) : nil
      }
      let use = element.attributes["href"].map { String($0.dropFirst()) }
      return (words ?? []) + [fill, use].compactMap { $0 }
    }
  }

  private var places: [(x: Double, y: Double)] {
    reader.elements.filter { !$0.isDefinition }.flatMap { element in
      element.name == "path" ? element.points : []
    }
  }

  private func isInside(_ place: (x: Double, y: Double)) -> Bool {
    (-1...(frame.width + 1)).contains(place.x) && (-1...(frame.height + 1)).contains(place.y)
  }

  struct TextBox {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// Of two lines that touch by a pixel, one does not cover the other.
    func overlaps(_ other: TextBox) -> Bool {
      left + 1 < other.right && other.left + 1 < right && top + 1 < other.bottom
        && other.top + 1 < bottom
    }
  }

  /// Every line of text, as wide as it is thought to be.
  var textBoxes: [TextBox] {
    var boxes: [TextBox] = []
    var (x, y) = (0.0, 0.0)
    for element in reader.elements where !element.isDefinition {
      let number = { (key: String) in element.attributes[key].flatMap { Double($0) } }
      guard ["text", "tspan"].contains(element.name) else { continue }
      x = number("x") ?? x
      y = (number("y") ?? y) + (number("dy") ?? 0)
      guard !element.text.filter({ $0 != "\n" }).isEmpty else { continue }
      let (size, anchor) = (element.fontSize, element.anchor)
      let width = Double(labelWidth(element.text, size: Int(size)))
      let left = x + element.offset.x - (anchor == "end" ? width : anchor == "middle" ? width / 2 : 0)
      let base = y + element.offset.y
      boxes.append(
        TextBox(
          text: element.text, left: left, right: left + width, top: base - size * 0.85,
          bottom: base + size * 0.15))
    }
    return boxes
  }
}
