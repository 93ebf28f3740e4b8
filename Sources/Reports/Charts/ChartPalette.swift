// SPDX-License-Identifier: Apache-2.0

/// The colours of a chart, inside a page that sets them or in a file of its own.
struct ChartPalette: Hashable, Sendable {
  let text: String
  let muted: String
  let grid: String
  /// What lies behind, for the edges of marks and letters.
  let paper: String
  let background: String?
  /// The total first, then sectors. Okabe–Ito hues, darkened to 3:1 against white.
  let series: [String]
  /// What is far behind; never without its word and shape.
  let alarm: String
  /// Fonts, for a file without a page around it.
  let font: String?

  /// The page's custom properties, which change between light and dark.
  static let page = ChartPalette(
    text: "currentColor", muted: "var(--muted)", grid: "var(--hair)", paper: "var(--page)",
    background: nil, series: (0..<5).map { "var(--series-\($0))" }, alarm: "var(--alarm)",
    font: nil)

  static let file = ChartPalette(
    text: "#1b1f24", muted: "#57606a", grid: "#d8dce1", paper: "#ffffff", background: "#ffffff",
    series: ["#1b1f24", "#0072b2", "#b8480a", "#007d5a", "#a8477f"], alarm: "#7a2e00",
    font: "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif")

  /// Whether title, unit and source have to stand inside, since no page is around it.
  var isAlone: Bool { background != nil }

  func colour(_ index: Int) -> String { series[index % series.count] }

  /// What tells the lines apart without colour.
  static let dashes = ["", "", "7 3", "2 3", "9 3 2 3"]
  static let markers: [ChartMarker] = [.circle, .square, .triangle, .diamond, .cross]
}
