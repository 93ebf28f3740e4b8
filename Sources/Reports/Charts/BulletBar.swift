// SPDX-License-Identifier: Apache-2.0

/// The paths of one row of a bullet chart.
struct BulletBar {
  private let row: BulletChart.Row
  private let left: Int
  private let right: Int
  private let middle: Int
  private let lowest: Int
  private let highest: Int

  init(_ row: BulletChart.Row, _ layout: BulletLayout, at index: Int) {
    self.row = row
    left = layout.barLeft
    right = layout.barRight
    middle = layout.barMiddle(index)
    let target = row.target.thousandths
    let numbers = [row.value, row.expected].compactMap { $0?.thousandths } + [target]
    // A fifth of the bar beyond the target, so that most rows have it at the same place.
    let beyond = target + target / 4
    lowest = min(0, numbers.min() ?? 0, beyond)
    highest = max(lowest == 0 ? 1 : 0, numbers.max() ?? 0, beyond)
  }

  private func x(_ thousandths: Int) -> Int {
    let part = Int128(thousandths - lowest) * Int128(right - left) / Int128(highest - lowest)
    return left + Int(part)
  }

  var track: String { barPath(x: left, y: middle - 70, width: right - left, height: 140) }

  var value: String {
    guard let value = row.value else { return "" }
    let (start, end) = (min(x(0), x(value.thousandths)), max(x(0), x(value.thousandths)))
    return barPath(x: start, y: middle - 35, width: max(5, end - start), height: 70)
  }

  var target: String {
    "M\(pixels(x(row.target.thousandths))) \(pixels(middle - 90))v18"
  }

  var expected: String {
    row.expected.map { Self.triangle(x: x($0.thousandths), y: middle + 75) } ?? ""
  }

  /// Only where values may be below it; else it is the bar's left end.
  var zero: String { lowest < 0 ? "M\(pixels(x(0))) \(pixels(middle - 90))v18" : "" }

  /// With its tip at the place.
  static func triangle(x: Int, y: Int) -> String { "M\(pixels(x)) \(pixels(y))l4 7h-8z" }
}
