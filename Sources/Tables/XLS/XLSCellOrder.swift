// SPDX-License-Identifier: Apache-2.0

/// The places of a sheet's cells in its stream, to be read from the top and from the left.
struct XLSCellOrder {
  struct Place {
    /// Counted from 0.
    let row: Int
    let column: Int
    let position: Int
  }

  /// Row, column and position of each, in 16, 16 and 32 bits: in their order as numbers too.
  private var keys: [UInt64] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func append(row: Int, column: Int, _ position: Int) throws(TableProblem) {
    if keys.count == limit { throw .limit("unorderedCells", limit) }
    guard column <= 0xFFFF, position <= 0xFFFF_FFFF else {
      throw TableProblem(.damagedTable, detail: "a cell that no workbook can have")
    }
    keys.append(UInt64(row) << 48 | UInt64(column) << 32 | UInt64(position))
  }

  /// In order; of a cell that was written more than once, the last one.
  mutating func sorted() -> some Sequence<Place> {
    keys.sort()
    let keys = keys
    return keys.indices.lazy
      .filter { $0 + 1 == keys.count || keys[$0] >> 32 != keys[$0 + 1] >> 32 }
      .map { index in
        let key = keys[index]
        return Place(
          row: Int(key >> 48), column: Int(key >> 32 & 0xFFFF), position: Int(key & 0xFFFF_FFFF))
      }
  }
}
