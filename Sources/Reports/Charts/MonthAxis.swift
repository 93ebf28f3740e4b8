// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The axis of time. Every calendar month has its place, January too, so that distances are time.
struct MonthAxis: Hashable, Sendable {
  /// Month numbers.
  let first: Int
  let last: Int
  /// In tenths of a pixel.
  let left: Int
  let right: Int

  /// - Returns: `nil` without a period.
  init?(_ periods: [Period], left: Int, right: Int) {
    guard let first = periods.map(\.monthNumber).min(), let last = periods.map(\.monthNumber).max()
    else { return nil }
    self.first = first
    self.last = last
    self.left = left
    self.right = right
  }

  private var count: Int { last - first + 1 }

  /// What a month takes.
  var slot: Int { (right - left) / count }

  /// The middle of a period's last month.
  func x(_ period: Period) -> Int { x(monthNumber: period.monthNumber) }

  private func x(monthNumber: Int) -> Int {
    left + (2 * (monthNumber - first) + 1) * (right - left) / (2 * count)
  }

  /// Before a period's last month.
  func edge(before period: Period) -> Int {
    left + (period.monthNumber - first) * (right - left) / count
  }
}

// MARK: - Labels

extension MonthAxis {
  /// What the labels below the plot take, in pixels.
  static let labelHeight = 46

  /// Months as they fit, years under them, the current period in bold.
  func labels(below bottom: Int, current: Period?, on canvas: ChartCanvas) -> String {
    var texts = months(sparing: current).map { number in
      "<text x=\"\(pixels(x(monthNumber: number)))\" y=\"\(pixels(bottom + 180))\">"
        + "\(Self.month(number))</text>\n"
    }
    for number in years {
      let words = canvas.catalogue.text(.chartYear, ["year": String((number - 1) / 12)])
      texts.append(
        "<text x=\"\(pixels(yearPlace(number)))\" y=\"\(pixels(bottom + 370))\""
          + " font-size=\"12\">\(svgText(words))</text>\n")
    }
    var text =
      "<g font-size=\"11\" text-anchor=\"middle\" fill=\"\(canvas.palette.muted)\">\n"
      + texts.joined() + "</g>\n"
    if let current, (first...last).contains(current.monthNumber) {
      text += canvas.label(
        Self.month(current.monthNumber), at: ChartPlace(x: x(current), y: bottom + 180), .middle,
        size: 11, isBold: true)
    }
    return text
  }

  /// Under its month, but not over the edges, where another panel may be: a year in Chinese is 40
  /// pixels wide.
  private func yearPlace(_ number: Int) -> Int {
    max(left + 170, min(x(monthNumber: number), right - 170))
  }

  private static func month(_ number: Int) -> String {
    let month = (number - 1) % 12 + 1
    return month == 2 ? "1—2" : String(month)
  }

  /// All months but January, or the last of each quarter or half year, or none.
  private func months(sparing current: Period?) -> [Int] {
    // Of one month, 22 pixels; a year's two digits and a dash need no more.
    guard let step = [1, 3, 6].first(where: { $0 * (right - left) / count >= 220 }) else {
      return []
    }
    return (first...last).filter { number in
      let isTooNear = current.map { abs(x($0) - x(monthNumber: number)) < 220 } ?? false
      return !isTooNear && number % step == 0 && (number - 1) % 12 != 0
    }
  }

  /// Where a year's name stands: under its first month, at least 48 pixels from the next.
  private var years: [Int] {
    var places: [Int] = []
    for number in first...last where number == first || number % 12 == 2 {
      // A year of which only the last months are shown gives way to a whole one.
      let next = number + (14 - number % 12) % 12
      let isCrowded =
        number == first && next > number && next <= last
        && yearPlace(next) - yearPlace(number) < 480
      let isNearLast =
        places.last.map { yearPlace(number) - yearPlace($0) < 480 } ?? false
      if !isCrowded, !isNearLast { places.append(number) }
    }
    return places
  }
}
