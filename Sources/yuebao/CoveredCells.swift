// SPDX-License-Identifier: Apache-2.0
import Tables

/// Which cells of a sheet lie under a merged area: in it, and not its top-left cell.
struct CoveredCells {
  /// Areas whose first row is still to come, in the order of that row.
  private var waiting: ArraySlice<MergedArea> = []
  /// By column, counted from 0: the last row that an area covers, and the last row in which one
  /// begins at its left edge.
  private var coveredUntil: [Int] = []
  private var beginsIn: [Int] = []
  private var lastRow = 0

  /// - Parameter areas: those that are known already.
  init(_ areas: [MergedArea] = []) {
    waiting = areas.sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
  }

  mutating func add(_ area: MergedArea) {
    let place =
      waiting.lastIndex { $0.rows.lowerBound <= area.rows.lowerBound }.map { $0 + 1 }
      ?? waiting.startIndex
    waiting.insert(area, at: place)
  }

  /// Goes on to a row; rows come from the top.
  /// - Returns: whether any of its cells may be covered.
  mutating func begin(_ row: Int) -> Bool {
    while let area = waiting.first, area.rows.lowerBound <= row {
      waiting = waiting.dropFirst()
      if area.rows.upperBound >= row { open(area) }
    }
    return row <= lastRow
  }

  private mutating func open(_ area: MergedArea) {
    let missing = area.columns.upperBound - coveredUntil.count
    if missing > 0 {
      coveredUntil += repeatElement(0, count: missing)
      beginsIn += repeatElement(0, count: missing)
    }
    for column in area.columns {
      coveredUntil[column - 1] = max(coveredUntil[column - 1], area.rows.upperBound)
    }
    beginsIn[area.columns.lowerBound - 1] = area.rows.lowerBound
    lastRow = max(lastRow, area.rows.upperBound)
  }

  /// - Parameter column: counted from 1.
  func covers(_ column: Int, in row: Int) -> Bool {
    column <= coveredUntil.count && coveredUntil[column - 1] >= row && beginsIn[column - 1] != row
  }
}
