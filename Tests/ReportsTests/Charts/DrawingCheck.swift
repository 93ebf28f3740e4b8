// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reports

/// One drawing's elements, checked.
struct DrawingCheck {
  private let svg: String
  private let reader: SVGReader
  /// The right and the lower edge.
  private let frame: (width: Double, height: Double)

  init(_ svg: String) throws {
    self.svg = svg
    reader = try SVGReader(svg)
    let numbers = (reader["svg"].first?.attributes["viewBox"] ?? "").split(separator: " ")
      .compactMap { Double($0) }
    frame = (numbers[0] + numbers[2], numbers[1] + numbers[3])
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
      let left =
        x + element.offset.x - (anchor == "end" ? width : anchor == "middle" ? width / 2 : 0)
      let base = y + element.offset.y
      boxes.append(
        TextBox(
          text: element.text, left: left, right: left + width, top: base - size * 0.85,
          bottom: base + size * 0.15))
    }
    return boxes
  }
}
