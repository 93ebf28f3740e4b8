// SPDX-License-Identifier: Apache-2.0

/// Where the parts of a bullet chart's rows stand: name, bar and value side by side, or on a phone the
/// bar below.
struct BulletLayout: Sendable {
  private let width: Int
  private let isNarrow: Bool

  init(_ canvas: ChartCanvas) {
    width = canvas.size.width
    isNarrow = canvas.size.isNarrow
  }

  private static let keyHeight = 30
  private var rowHeight: Int { isNarrow ? 74 : 46 }

  /// In pixels.
  func height(_ rows: Int) -> Int { Self.keyHeight + rows * rowHeight + 6 }

  /// In tenths of a pixel.
  var barLeft: Int { isNarrow ? 40 : 2400 }
  var barRight: Int { isNarrow ? width * 10 - 40 : width * 10 - 1600 }

  private func top(_ row: Int) -> Int { (Self.keyHeight + row * rowHeight) * 10 }
  func barMiddle(_ row: Int) -> Int { top(row) + (isNarrow ? 520 : 220) }

  /// Name and light at the left, value and promise at the right.
  func texts(of row: BulletChart.Row, at index: Int, on canvas: ChartCanvas) -> String {
    let y = top(index) + 170
    let room = isNarrow ? width - 150 : 226
    let name = fittedLabel(row.name, width: room, lines: 1).first ?? ""
    let status = fittedLabel(row.status, width: room - 20, lines: 1).first ?? ""
    let promise = fittedLabel(row.promise, width: isNarrow ? 130 : 150, lines: 1).first ?? ""
    let value = row.value.map { canvas.amount($0, row.unit) }
      ?? canvas.catalogue.text(.chartNoValue)
    let right = pixels(width * 10 - 40)
    let muted = " fill=\"\(canvas.palette.muted)\""
    return "<text x=\"4\" y=\"\(pixels(y))\">\(svgText(name))</text>"
      + "<use href=\"#\(row.light.id(on: canvas))\" x=\"4\" y=\"\(pixels(y + 60))\"/>"
      + "<text x=\"21\" y=\"\(pixels(y + 170))\"\(muted)>\(svgText(status))</text>"
      + "<text x=\"\(right)\" y=\"\(pixels(y))\" text-anchor=\"end\" font-weight=\"600\">"
      + "\(svgText(value))</text><text x=\"\(right)\" y=\"\(pixels(y + 170))\""
      + " text-anchor=\"end\"\(muted)>\(svgText(promise))</text>\n"
  }
}
