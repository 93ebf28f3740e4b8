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
    var rows = [[Int32]](repeating: [], count: positions.count)
    for (row, division) in ofRow.enumerated() where division >= 0 {
      rows[Int(division)].append(Int32(row))
    }
    self.rows = rows
  }
}
