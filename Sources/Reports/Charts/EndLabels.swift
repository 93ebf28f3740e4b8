// SPDX-License-Identifier: Apache-2.0

/// Value and name at the end of a line.
struct EndLabel: Hashable, Sendable {
  /// The line's end.
  let end: ChartPlace
  /// Empty where the name says all.
  let value: String
  let name: String
  let colour: String
}

extension ChartCanvas {
  /// Room for end labels, in tenths of a pixel: what they need, and no more than the frame gives.
  func rightMargin(for texts: [String]) -> Int {
    min(size.right, max(60, (texts.map { labelWidth(cut($0, to: 100)) }.max() ?? 0) + 28)) * 10
  }

  func rightMargin(for series: [GrowthSeries]) -> Int {
    rightMargin(
      for: series.map(\.name)
        + series.compactMap { line in line.drawn.last.map { amount($0.number, "%") } })
  }

  /// The labels at the right, moved apart, each with a leader.
  ///
  /// - Parameters:
  ///   - edge: Where they begin, in tenths of a pixel.
  ///   - limits: The plot's top and bottom.
  ///   - lines: At most so many for a name; as there is room without it.
  func endLabels(
    _ labels: [EndLabel], at edge: Int, within limits: ClosedRange<Int>, lines most: Int? = nil
  ) -> String {
    let room = (width - edge) / 10 - 4
    let most = most ?? (labels.count > 4 ? 2 : 3)
    let lines = labels.map { fittedLabel($0.name, width: room, lines: most) }
    let counts = zip(labels, lines).map { $1.count + ($0.value.isEmpty ? 0 : 1) }
    let places = spreadLabels(
      labels.map(\.end.y), heights: counts.map { 150 * $0 + 30 }, within: limits)
    return labels.indices.map { index in
      leader(labels[index], to: ChartPlace(x: edge - 40, y: places[index]))
        + endLabel(
          labels[index], lines[index],
          // The lines stand 15 pixels apart, centred on the place.
          at: ChartPlace(x: edge, y: places[index] - 75 * counts[index] + 115))
    }.joined()
  }

  private func leader(_ label: EndLabel, to place: ChartPlace) -> String {
    // A level one that short would be a dot.
    let isLevel = abs(place.y - label.end.y) < 10
    guard place.x - label.end.x > (isLevel ? 140 : 80) else { return "" }
    let start = ChartPlace(x: label.end.x + 80, y: label.end.y)
    return stroked("M\(start.svg)L\(place.svg)", label.colour, width: ".75")
  }

  private func endLabel(_ label: EndLabel, _ lines: [String], at place: ChartPlace) -> String {
    let x = pixels(place.x)
    var text = "<text x=\"\(x)\" y=\"\(pixels(place.y))\" fill=\"\(label.colour)\">"
    if !label.value.isEmpty {
      let value = fittedLabel(label.value, width: (width - place.x) / 10, lines: 1).first ?? ""
      text += "<tspan font-weight=\"600\">\(svgText(value))</tspan>"
    }
    for (index, line) in lines.enumerated() {
      let isFirst = index == 0 && label.value.isEmpty
      text += "<tspan x=\"\(x)\" dy=\"\(isFirst ? 0 : 15)\">\(svgText(line))</tspan>"
    }
    return text + "</text>\n"
  }
}
