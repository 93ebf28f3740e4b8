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

  // MARK: Texts

  /// Name and light at the left, value and promise at the right. What is of one kind is in one group,
  /// which keeps forty rows small.
  func texts(of rows: [BulletChart.Row], on canvas: ChartCanvas) -> String {
    let muted = "fill=\"\(canvas.palette.muted)\""
    let strong = "fill=\"\(canvas.palette.text)\""
    let right = width - 4
    return group(strong, column(rows.map(\.name), x: 4, below: 0, room: nameRoom))
      + lights(of: rows, on: canvas)
      + group(muted, column(rows.map(\.status), x: 21, below: 170, room: nameRoom - 17))
      + group(
        "\(strong) text-anchor=\"end\" font-weight=\"600\"",
        column(rows.map { value(of: $0, on: canvas) }, x: right, below: 0, room: valueRoom))
      + group(
        "\(muted) text-anchor=\"end\"",
        column(rows.map(\.promise), x: right, below: 170, room: valueRoom))
  }

  private var nameRoom: Int { isNarrow ? width - 150 : 226 }
  private var valueRoom: Int { isNarrow ? 134 : 150 }

  private func value(of row: BulletChart.Row, on canvas: ChartCanvas) -> String {
    row.value.map { canvas.amount($0, row.unit) } ?? canvas.catalogue.text(.chartNoValue)
  }

  /// A text in each row, so many tenths of a pixel below its first line.
  private func column(_ texts: [String], x: Int, below: Int, room: Int) -> String {
    texts.enumerated().map { index, text in
      let line = fittedLabel(text, width: room, lines: 1).first ?? ""
      return "<text x=\"\(x)\" y=\"\(pixels(top(index) + 170 + below))\">\(svgText(line))</text>\n"
    }.joined()
  }

  private func lights(of rows: [BulletChart.Row], on canvas: ChartCanvas) -> String {
    rows.enumerated().map { index, row in
      "<use href=\"#\(row.light.id(on: canvas))\" x=\"4\" y=\"\(pixels(top(index) + 230))\"/>\n"
    }.joined()
  }

  private func group(_ attributes: String, _ content: String) -> String {
    "<g \(attributes)>\n\(content)</g>\n"
  }
}
