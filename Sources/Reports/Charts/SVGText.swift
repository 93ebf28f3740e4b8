// SPDX-License-Identifier: Apache-2.0

/// Text for an SVG: made harmless, then escaped.
func svgText(_ text: String) -> String { HTMLContent().escapeText(harmless(text)) }

/// Tenths of a pixel as SVG writes them: 1234 is `123.4`.
func pixels(_ tenths: Int) -> String {
  let sign = tenths < 0 ? "-" : ""
  let magnitude = abs(tenths)
  return sign + "\(magnitude / 10)" + (magnitude % 10 == 0 ? "" : ".\(magnitude % 10)")
}

/// A place in a picture, in tenths of a pixel from its top left.
struct ChartPlace: Hashable, Sendable {
  let x: Int
  let y: Int

  /// As in path data.
  var svg: String { "\(pixels(x)) \(pixels(y))" }
}

/// Where a text stands to its place.
enum LabelAnchor: String, Sendable {
  case start, middle, end
}

/// A rectangle as path data: many of one kind are one element.
func barPath(x: Int, y: Int, width: Int, height: Int) -> String {
  "M\(pixels(x)) \(pixels(y))h\(pixels(width))v\(pixels(height))h\(pixels(-width))z"
}

/// Path data as an element; empty for none.
func filled(_ path: String, _ fill: String) -> String {
  path.isEmpty ? "" : "<path d=\"\(path)\" fill=\"\(fill)\"/>\n"
}

/// Path data as lines; empty for none.
func stroked(_ path: String, _ stroke: String, width: String = "1", dash: String = "") -> String {
  guard !path.isEmpty else { return "" }
  return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"\(width)\""
    + " stroke-linejoin=\"round\"" + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"") + "/>\n"
}

extension ChartCanvas {
  /// One line of text, on its base line.
  func label(
    _ text: String, at place: ChartPlace, _ anchor: LabelAnchor = .start, fill: String? = nil,
    size: Int = 12, isBold: Bool = false, hasHalo: Bool = false
  ) -> String {
    "<text x=\"\(pixels(place.x))\" y=\"\(pixels(place.y))\""
      + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
      + (size == 12 ? "" : " font-size=\"\(size)\"") + (isBold ? " font-weight=\"600\"" : "")
      + " fill=\"\(fill ?? palette.text)\"" + (hasHalo ? halo : "") + ">\(svgText(text))</text>\n"
  }

  /// Keeps a text readable that lies over lines.
  private var halo: String {
    " stroke=\"\(palette.paper)\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
  }

  /// Printed digits with their unit: 54.91亿元, 10.2%, 54.91 hundred million yuan.
  func amount(_ number: ChartNumber, _ unit: String) -> String {
    catalogue.amount(number, unit)
  }
}
