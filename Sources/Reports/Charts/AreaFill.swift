// SPDX-License-Identifier: Apache-2.0

/// What an area is filled with: a colour, and a pattern that tells it apart without colour.
struct AreaFill: Hashable, Sendable {
  enum Hatch: Hashable, Sendable, CaseIterable {
    case solid, diagonal, dots, level, crossed
  }

  let colour: String
  let hatch: Hatch
  /// Of the `<pattern>`, unique in a page.
  private let id: String

  init(_ colour: String, _ hatch: Hatch, index: Int = 0, on canvas: ChartCanvas) {
    self.colour = colour
    self.hatch = hatch
    id = "\(canvas.id)-hatch-\(index)"
  }

  /// For the parts of a whole: neighbours differ in colour and pattern, the first five in both.
  static func part(_ index: Int, on canvas: ChartCanvas) -> AreaFill {
    let hatches = Hatch.allCases
    return AreaFill(
      canvas.palette.colour(index + 1), hatches[(index + index / hatches.count) % hatches.count],
      index: index, on: canvas)
  }

  /// For `fill`.
  var paint: String { hatch == .solid ? colour : "url(#\(id))" }

  /// The `<pattern>`: marks over a light ground of the same colour; empty for a solid area.
  var definition: String {
    let pen = "stroke=\"\(colour)\" fill=\"none\""
    let marks: String
    switch hatch {
    case .solid: return ""
    case .diagonal: marks = "<path d=\"M-1 1l2-2M0 6L6 0M5 7l2-2\" stroke-width=\"1.4\" \(pen)/>"
    case .dots: marks = "<path d=\"M0 0h2.4v2.4h-2.4zM3 3h2.4v2.4h-2.4z\" fill=\"\(colour)\"/>"
    case .level: marks = "<path d=\"M0 1H6M0 4H6\" stroke-width=\"1.4\" \(pen)/>"
    case .crossed: marks = "<path d=\"M0 0L6 6M0 6L6 0\" stroke-width=\".8\" \(pen)/>"
    }
    return "<pattern id=\"\(id)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
      + "<path d=\"M0 0H6V6H0z\" fill=\"\(colour)\" fill-opacity=\".12\"/>\(marks)</pattern>\n"
  }
}
