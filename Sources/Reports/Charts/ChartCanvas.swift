// SPDX-License-Identifier: Apache-2.0

/// What a chart is drawn on: the frame, the colours, the words.
///
/// Places inside are in tenths of a pixel, from the top left.
struct ChartCanvas: Sendable {
  let palette: ChartPalette
  let size: ChartSize
  let catalogue: MessageCatalogue
  /// The beginning of the identifiers inside.
  let id: String

  /// In tenths of a pixel.
  var width: Int { size.width * 10 }

  func svg(_ caption: ChartCaption, _ description: String, _ body: ChartBody) -> String {
    let heading = palette.isAlone ? heading(caption) : ChartBody(height: 0, marks: "")
    let top = heading.height + body.height
    let source = palette.isAlone ? source(caption, top: top) : ChartBody(height: 0, marks: "")
    let marks =
      heading.height == 0
      ? body.marks : "<g transform=\"translate(0 \(heading.height))\">\n\(body.marks)</g>\n"
    return opening(height: top + source.height)
      + words(caption, description)
      + (body.definitions.isEmpty ? "" : "<defs>\n\(body.definitions)</defs>\n")
      + ground + heading.marks + marks + source.marks + "</svg>\n"
  }

  /// A file has a margin around, since no page gives it one.
  private func opening(height: Int) -> String {
    let margin = palette.isAlone ? Self.margin : 0
    let (width, height) = (size.width + 2 * margin, height + 2 * margin)
    let font = palette.font.map { " font-family=\"\($0)\"" } ?? ""
    return "<svg xmlns=\"http://www.w3.org/2000/svg\""
      + " viewBox=\"\(-margin) \(-margin) \(width) \(height)\""
      + " width=\"\(width)\" height=\"\(height)\" role=\"img\""
      + " aria-labelledby=\"\(id)-title \(id)-desc\" lang=\"\(catalogue.language.tag)\""
      + " font-size=\"12\"\(font)>\n"
  }

  private static let margin = 12

  private func words(_ caption: ChartCaption, _ description: String) -> String {
    "<title id=\"\(id)-title\">\(svgText(cut(caption.title, to: 300)))</title>\n"
      + "<desc id=\"\(id)-desc\">\(svgText(description))</desc>\n"
  }

  private var ground: String {
    palette.background.map {
      "<rect x=\"-\(Self.margin)\" y=\"-\(Self.margin)\" width=\"100%\" height=\"100%\" fill=\"\($0)\"/>\n"
    } ?? ""
  }

  /// The title and the unit under it, over the picture.
  private func heading(_ caption: ChartCaption) -> ChartBody {
    let lines = fittedLabel(caption.title, width: size.width - 8, lines: 3, size: 15)
    var text = "<text font-size=\"15\" font-weight=\"600\" fill=\"\(palette.text)\">"
    for (index, line) in lines.enumerated() {
      text += "<tspan x=\"4\" y=\"\(16 + 21 * index)\">\(svgText(line))</tspan>"
    }
    text += "</text>\n"
    var height = 16 + 21 * max(0, lines.count - 1) + 10
    for line in fittedLabel(caption.unit, width: size.width - 8, lines: 2) {
      height += 16
      text += label(line, at: ChartPlace(x: 40, y: height * 10 - 60), fill: palette.muted)
    }
    return ChartBody(height: height, marks: text)
  }

  private func source(_ caption: ChartCaption, top: Int) -> ChartBody {
    guard let source = caption.source else { return ChartBody(height: 0, marks: "") }
    let lines = fittedLabel(source, width: size.width - 8, lines: 3, size: 11)
    let text = lines.enumerated().map { index, line in
      label(
        line, at: ChartPlace(x: 40, y: (top + 14 + 16 * index) * 10), fill: palette.muted,
        size: 11)
    }
    return ChartBody(height: 16 * lines.count + 8, marks: text.joined())
  }
}
