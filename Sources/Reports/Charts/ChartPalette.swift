// SPDX-License-Identifier: Apache-2.0

/// The colours of a chart, inside a page that sets them or in a file of its own.
struct ChartPalette: Hashable, Sendable {
  let text: String
  let muted: String
  let grid: String
  let background: String?
  /// The total first, then sectors. Okabe–Ito hues, darkened to 3:1 against white.
  let series: [String]
  /// Fonts, for a file without a page around it.
  let font: String?

  /// The page's custom properties, which change between light and dark.
  static let page = ChartPalette(
    text: "currentColor", muted: "var(--muted)", grid: "var(--hair)", background: nil,
    series: (0..<5).map { "var(--series-\($0))" }, font: nil)

  static let file = ChartPalette(
    text: "#1b1f24", muted: "#57606a", grid: "#d8dce1", background: "#ffffff",
    series: ["#1b1f24", "#0072b2", "#b8480a", "#007d5a", "#a8477f"],
    font: "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif")

  /// What tells the lines apart without colour.
  static let dashes = ["", "", "7 3", "2 3", "9 3 2 3"]
  static let markers: [ChartMarker] = [.circle, .square, .triangle, .diamond, .cross]
}

/// The mark on a line's point.
enum ChartMarker: Hashable, Sendable {
  case circle, square, triangle, diamond, cross

  /// The SVG element around a centre in tenths of a pixel.
  func element(x: Int, y: Int, size: Int, colour: String) -> String {
    let s = size * 10
    switch self {
    case .circle:
      return "<circle cx=\"\(pixels(x))\" cy=\"\(pixels(y))\" r=\"\(size)\" fill=\"\(colour)\"/>"
    case .square:
      return path(
        "M\(at(x - s, y - s))H\(pixels(x + s))V\(pixels(y + s))H\(pixels(x - s))Z", colour)
    case .triangle:
      return path("M\(at(x, y - s))L\(at(x + s, y + s))H\(pixels(x - s))Z", colour)
    case .diamond:
      let d = s + s / 4
      return path("M\(at(x, y - d))L\(at(x + d, y))L\(at(x, y + d))L\(at(x - d, y))Z", colour)
    case .cross:
      return "<path d=\"M\(at(x - s, y - s))L\(at(x + s, y + s))M\(at(x - s, y + s))"
        + "L\(at(x + s, y - s))\" stroke=\"\(colour)\" stroke-width=\"2\" fill=\"none\"/>"
    }
  }

  private func at(_ x: Int, _ y: Int) -> String { "\(pixels(x)) \(pixels(y))" }

  private func path(_ data: String, _ colour: String) -> String {
    "<path d=\"\(data)\" fill=\"\(colour)\"/>"
  }
}
