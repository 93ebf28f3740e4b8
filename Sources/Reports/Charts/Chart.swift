// SPDX-License-Identifier: Apache-2.0

/// A picture of plain values: the same values give the same bytes on every machine.
protocol Chart: Sendable {
  var caption: ChartCaption { get }
  /// The text alternative: what the picture shows, from its data.
  func description(in catalogue: MessageCatalogue) -> String
  func body(on canvas: ChartCanvas) -> ChartBody
}

extension Chart {
  func svg(
    _ palette: ChartPalette, _ size: ChartSize = .wide, in catalogue: MessageCatalogue
  ) -> String {
    let canvas = ChartCanvas(
      palette: palette, size: size, catalogue: catalogue,
      id: caption.safeID + (size.isNarrow ? "-narrow" : ""))
    return canvas.svg(caption, description(in: catalogue), body(on: canvas))
  }
}

/// What a chart draws below its heading.
struct ChartBody: Hashable, Sendable {
  /// In pixels.
  let height: Int
  /// Patterns and symbols that the marks refer to.
  var definitions = ""
  let marks: String
}
