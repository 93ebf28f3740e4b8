// SPDX-License-Identifier: Apache-2.0

/// Bars that lie in rows: the name at the left, the value behind the bar, one scale along all rows.
struct ChartRows: Sendable {
  /// The names in lines.
  let labels: [[String]]
  private let values: [String]
  let left: Int
  private let right: Int
  private let scale: ChartScale
  private let rowHeight: Int

  private let top: Int

  private static let axisHeight = 30

  /// - Parameters:
  ///   - numbers: The values that stand behind the bars.
  ///   - values: Where bars and marks begin and end, in thousandths.
  ///   - top: What is above the rows, in pixels.
  init(
    names: [String], numbers: [ChartNumber], around values: [Int], top: Int = 8,
    on canvas: ChartCanvas
  ) {
    self.top = top
    let longest = names.map { labelWidth(cut($0, to: 60)) }.max() ?? 0
    let nameWidth = min(max(longest + 4, 40), canvas.size.width * 3 / 10)
    labels = names.map { fittedLabel($0, width: nameWidth, lines: 2) }
    self.values = numbers.map { canvas.amount($0, "") }
    left = (nameWidth + 16) * 10
    let valueWidth = min((self.values.map { labelWidth($0) }.max() ?? 0) + 12, 190)
    right = canvas.width - valueWidth * 10
    let finest = ChartNumber.finestStep(of: numbers)
    let rough = ChartScale(around: values, finest: finest)
    let tickWidth =
      (rough.labels(in: canvas.catalogue.language).map { labelWidth($0) }.max() ?? 0) + 14
    scale = ChartScale(
      around: values, finest: finest, intervals: max(1, min(6, (right - left) / 10 / tickWidth - 1))
    )
    rowHeight = labels.contains { $0.count > 1 } ? 36 : 27
  }

  /// In pixels.
  var height: Int { top + labels.count * rowHeight + Self.axisHeight }

  func x(_ thousandths: Int) -> Int { scale.place(thousandths, from: left, to: right) }
  func middle(_ row: Int) -> Int { (top + row * rowHeight) * 10 + rowHeight * 5 }
  func barTop(_ row: Int) -> Int { middle(row) - 80 }
  func barBottom(_ row: Int) -> Int { middle(row) + 80 }

  /// At least a hair wide, so that a zero is seen.
  func bar(at row: Int, from first: Int, to last: Int) -> String {
    let (start, end) = (min(x(first), x(last)), max(x(first), x(last)))
    return barPath(x: start, y: barTop(row), width: max(5, end - start), height: 160)
  }

  /// Upright lines at the ticks, their labels below.
  func grid(on canvas: ChartCanvas) -> String {
    let bottom = (top + labels.count * rowHeight) * 10
    let lines = scale.ticks.map { tick in
      (isZero: tick == 0, path: "M\(pixels(x(tick))) \(pixels(top * 10))V\(pixels(bottom))")
    }
    let texts = zip(scale.ticks, scale.labels(in: canvas.catalogue.language)).map { tick, label in
      "<text x=\"\(pixels(x(tick)))\" y=\"\(pixels(bottom + 180))\">\(svgText(label))</text>\n"
    }
    return stroked(lines.filter { !$0.isZero }.map(\.path).joined(), canvas.palette.grid)
      + stroked(lines.filter(\.isZero).map(\.path).joined(), canvas.palette.text, width: "1.2")
      + "<g text-anchor=\"middle\" fill=\"\(canvas.palette.muted)\">\n\(texts.joined())</g>\n"
  }

  /// - Parameters:
  ///   - bold: Which rows are, such as the total.
  ///   - ends: Where each row's value stands behind, in thousandths.
  func texts(bold: [Bool], ends: [Int], on canvas: ChartCanvas) -> String {
    let names = labels.indices.map { name(at: $0, isBold: bold[$0]) }
    let values = zip(self.values, ends).enumerated().map { row, item in
      "<text x=\"\(pixels(x(item.1) + 60))\" y=\"\(pixels(middle(row) + 42))\""
        + (bold[row] ? " font-weight=\"600\"" : "") + ">\(svgText(item.0))</text>\n"
    }
    let text = canvas.palette.text
    return "<g fill=\"\(text)\">\n\(names.joined())\(values.joined())</g>\n"
  }

  private func name(at row: Int, isBold: Bool) -> String {
    let lines = labels[row]
    let first = middle(row) + 42 - 70 * (lines.count - 1)
    let spans = lines.enumerated().map { index, line in
      "<tspan x=\"4\" y=\"\(pixels(first + 140 * index))\">\(svgText(line))</tspan>"
    }
    return "<text\(isBold ? " font-weight=\"600\"" : "")>\(spans.joined())</text>\n"
  }
}
