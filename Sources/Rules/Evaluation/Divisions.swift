// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The rows of a table by their 2-digit division.
struct Divisions {
  /// A division with fewer values has no median.
  static let fewest = 5

  /// For each row the position of its division in `rows`, or −1.
  let ofRow: [Int32]
  /// The rows of each division.
  let rows: [[Int32]]

  init(_ industries: RuleTexts) {
    var positions: [String: Int32] = [:]
    let ofText = industries.values.map { text -> Int32 in
      guard text.utf8.count >= 2 else { return -1 }
      let division = String(text.prefix(2))
      let position = positions[division] ?? Int32(positions.count)
      positions[division] = position
      return position
    }
    ofRow = industries.codes.map { $0 < 0 ? -1 : ofText[Int($0)] }
    rows = Self.rows(ofRow, count: positions.count)
  }
  /// The rows of each division, in their order: counted first, then put where they belong.
  private static func rows(_ ofRow: [Int32], count: Int) -> [[Int32]] {
    var ends = [Int](repeating: 0, count: count + 1)
    for division in ofRow { ends[Int(division) + 1] += 1 }
    // Rows without a division come first.
    for place in 1..<ends.count { ends[place] += ends[place - 1] }
    var nexts = [0] + ends.dropLast()
    var sorted = [Int32](repeating: 0, count: ofRow.count)
    for (row, division) in ofRow.enumerated() {
      let place = nexts[Int(division) + 1]
      sorted[place] = Int32(truncatingIfNeeded: row)
      nexts[Int(division) + 1] = place + 1
    }
    return (0..<count).map { Array(sorted[ends[$0]..<ends[$0 + 1]]) }
  }
}
