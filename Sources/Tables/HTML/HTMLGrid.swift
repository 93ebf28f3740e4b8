// SPDX-License-Identifier: Apache-2.0

/// Where the cells of a table stand, by the algorithm that forms a table (HTML Living Standard,
/// §4.9.12.1): a cell takes the first column that no cell from above covers.
struct HTMLGrid {
  private struct Growing {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  /// Counted from 1; 0 before the first.
  private(set) var row = 0
  /// The last column that a cell of the row stands in, counted from 1.
  private var column = 0
  /// By column, counted from 0: the last row that a cell from above covers there.
  private var coveredThrough: [Int] = []
  /// The greatest of these.
  private var lastCovered = 0
  /// Areas of more than one row that are not over yet.
  private var growing: [Growing] = []
  /// Areas that are known now, in the order in which they ended.
  private(set) var areas: [MergedArea] = []

  mutating func beginRow() {
    row += 1
    column = 0
  }

  /// Places a cell.
  /// - Parameters:
  ///   - rowSpan: 0 for all the rows to the end of the row group.
  ///   - columns: the most there may be.
  /// - Returns: its column, counted from 1, which may be just beyond the most.
  mutating func place(columnSpan: Int, rowSpan: Int, columns most: Int) -> Int {
    var first = column + 1
    if lastCovered >= row {
      while first <= coveredThrough.count, coveredThrough[first - 1] >= row { first += 1 }
    }
    column = first + columnSpan - 1
    guard columnSpan > 1 || rowSpan != 1, column <= most else { return first }
    let lastRow = rowSpan == 0 ? Int.max : row + rowSpan - 1
    if lastRow == row {
      areas.append(MergedArea(rows: row...row, columns: first...column))
    } else {
      growing.append(Growing(rows: row...lastRow, columns: first...column))
      cover(first...column, through: lastRow)
    }
    return first
  }

  private mutating func cover(_ columns: ClosedRange<Int>, through lastRow: Int) {
    if coveredThrough.count < columns.upperBound {
      coveredThrough += repeatElement(0, count: columns.upperBound - coveredThrough.count)
    }
    for column in columns {
      coveredThrough[column - 1] = max(coveredThrough[column - 1], lastRow)
    }
    lastCovered = max(lastCovered, lastRow)
  }

  mutating func endRow() {
    guard growing.contains(where: { $0.rows.upperBound <= row }) else { return }
    for area in growing where area.rows.upperBound <= row { end(area) }
    growing.removeAll { $0.rows.upperBound <= row }
  }

  /// No cell covers a row of another group.
  mutating func endRowGroup() {
    guard !growing.isEmpty else { return }
    for area in growing { end(area) }
    growing.removeAll(keepingCapacity: true)
    coveredThrough.removeAll(keepingCapacity: true)
    lastCovered = 0
  }

  private mutating func end(_ area: Growing) {
    let rows = area.rows.lowerBound...min(area.rows.upperBound, row)
    if rows.count > 1 || area.columns.count > 1 {
      areas.append(MergedArea(rows: rows, columns: area.columns))
    }
  }

  /// Empties `areas`.
  mutating func takeAreas() -> [MergedArea] {
    defer { areas.removeAll(keepingCapacity: true) }
    return areas
  }
}
