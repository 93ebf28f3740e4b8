// SPDX-License-Identifier: Apache-2.0
import Plan

extension Light {
  func id(on canvas: ChartCanvas) -> String { "\(canvas.id)-light-\(rawValue)" }

  /// The light's shape as a symbol of 13 × 13: each another shape, so that no colour is needed.
  func symbol(on canvas: ChartCanvas) -> String {
    "<symbol id=\"\(id(on: canvas))\" width=\"13\" height=\"13\" viewBox=\"0 0 13 13\">"
      + "\(shape(canvas.palette))</symbol>\n"
  }

  private func shape(_ palette: ChartPalette) -> String {
    switch self {
    case .met:
      "<circle cx=\"6.5\" cy=\"6.5\" r=\"6\" fill=\"\(palette.colour(3))\"/>"
        + "<path d=\"M3.5 6.8l2.2 2.2 4-4.6\" fill=\"none\" stroke=\"\(palette.paper)\""
        + " stroke-width=\"1.8\"/>"
    case .green: "<circle cx=\"6.5\" cy=\"6.5\" r=\"5\" fill=\"\(palette.colour(3))\"/>"
    case .yellow: "<path d=\"M6.5 1L12.5 12H.5z\" fill=\"\(palette.colour(2))\"/>"
    case .red:
      "<path d=\"M1 1h11v11H1z\" fill=\"\(palette.alarm)\"/>"
        + "<path d=\"M4 4l5 5M9 4l-5 5\" stroke=\"\(palette.paper)\" stroke-width=\"1.8\"/>"
    case .none:
      "<circle cx=\"6.5\" cy=\"6.5\" r=\"4.8\" fill=\"none\" stroke=\"\(palette.muted)\""
        + " stroke-width=\"1.6\"/>"
    }
  }
}
