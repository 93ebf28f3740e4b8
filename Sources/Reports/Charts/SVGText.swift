// SPDX-License-Identifier: Apache-2.0

/// Text for an SVG: made harmless, then escaped.
func svgText(_ text: String) -> String { HTMLContent().escapeText(harmless(text)) }

/// Tenths of a pixel as SVG writes them: 1234 is `123.4`.
func pixels(_ tenths: Int) -> String {
  let sign = tenths < 0 ? "-" : ""
  let magnitude = abs(tenths)
  return sign + "\(magnitude / 10)" + (magnitude % 10 == 0 ? "" : ".\(magnitude % 10)")
}
