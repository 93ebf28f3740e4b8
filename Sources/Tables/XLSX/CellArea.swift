// SPDX-License-Identifier: Apache-2.0

/// A rectangle of cells, counted from 1, as `B2:C10` names it.
struct CellArea {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// - Returns: `nil` for a text that names no area.
  init?(_ reference: some Collection<UInt8>) {
    let corners = reference.filter { $0 != UInt8(ascii: "$") }.split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard corners.count <= 2, let first = CellArea.corner(corners[0]),
      let last = corners.count == 2 ? CellArea.corner(corners[1]) : first
    else { return nil }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }

  private static func corner(_ text: ArraySlice<UInt8>) -> (row: Int, column: Int)? {
    let letters = text.prefix { $0 | 0x20 >= 97 && $0 | 0x20 <= 122 }
    let digits = text.dropFirst(letters.count)
    guard (1...6).contains(letters.count), (1...9).contains(digits.count),
      digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1 & 0x1F) }
    let row = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return row > 0 ? (row, column) : nil
  }
}
