// SPDX-License-Identifier: Apache-2.0

/// A course as a line of blocks, one a period: `▁▃▅ ▇█`.
struct TextSparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")
  static let breakMark: Character = "│"

  /// The blocks from the lowest value to the highest.
  ///
  /// - Parameters:
  ///   - digits: printed values, all with as many decimals, by period; `nil` for a missing one, which is
  ///     a blank. One of more than 38 digits is a blank, too.
  ///   - marked: before which of them, counted from 0, a break mark stands.
  ///   - spaced: before which of them a column is kept for marks, so that lines stand under each other.
  static func line(_ digits: [String?], marked: Set<Int> = [], spaced: Set<Int> = []) -> String {
    let values = digits.map { $0.flatMap { Int128($0.filter { $0 != "." }) } }
    let known = values.compactMap(\.self)
    let (low, high) = (known.min() ?? 0, known.max() ?? 0)
    var line = ""
    for (index, value) in values.enumerated() {
      if marked.contains(index) {
        line.append(breakMark)
      } else if spaced.contains(index) {
        line.append(" ")
      }
      line.append(value.map { blocks[height(of: $0, from: low, to: high)] } ?? " ")
    }
    return line
  }

  /// 0…7; a course that does not move lies in the middle.
  private static func height(of value: Int128, from low: Int128, to high: Int128) -> Int {
    guard low < high else { return 3 }
    // Differences of 128-bit numbers need the sign's bit, eight times as much more.
    let range = UInt128(truncatingIfNeeded: high &- low)
    let rise = UInt128(truncatingIfNeeded: value &- low).multipliedFullWidth(by: 8)
    return min(7, Int(range.dividingFullWidth(rise).quotient))
  }
}
