// SPDX-License-Identifier: Apache-2.0

/// What tells areas apart without colour: a pattern over a light ground of the same colour.
enum ChartHatch: String, Hashable, Sendable, CaseIterable {
  case solid, diagonal, dots, level, crossed

  /// A `<pattern>` with an identifier of its own in the picture; empty for a solid area.
  func definition(_ colour: String, on canvas: ChartCanvas) -> String {
    let marks: String
    switch self {
    case .solid: return ""
    case .diagonal: marks = "<path d=\"M-1 1l2-2M0 6L6 0M5 7l2-2\" \(Self.pen(colour))/>"
    case .dots: marks = "<path d=\"M1 1h2v2h-2zM4 4h2v2h-2z\" fill=\"\(colour)\"/>"
    case .level: marks = "<path d=\"M0 2H6M0 5H6\" \(Self.pen(colour))/>"
    case .crossed: marks = "<path d=\"M0 0L6 6M0 6L6 0\" \(Self.pen(colour))/>"
    }
    return "<pattern id=\"\(id(canvas))\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
      + "<path d=\"M0 0H6V6H0z\" fill=\"\(colour)\" fill-opacity=\".15\"/>\(marks)</pattern>\n"
  }

  /// - Parameter colour: That of `definition`.
  func fill(_ colour: String, _ canvas: ChartCanvas) -> String {
    self == .solid ? colour : "url(#\(id(canvas)))"
  }

  private func id(_ canvas: ChartCanvas) -> String { "\(canvas.id)-\(rawValue)" }

  private static func pen(_ colour: String) -> String {
    "stroke=\"\(colour)\" stroke-width=\"1.5\" fill=\"none\""
  }
}
