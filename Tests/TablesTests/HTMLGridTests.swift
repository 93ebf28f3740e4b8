// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct HTMLGridTests {
  /// Places random cells and compares with the algorithm as the standard words it, slot by slot.
  @Test func cellsStandWhereTheStandardPutsThem() {
    var generator = SeededGenerator(11)
    for _ in 0..<500 {
      var grid = HTMLGrid()
      var slots: Set<[Int]> = []
      var groupStart = 0
      for row in 1...8 {
        grid.beginRow()
        var next = 1
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
          let columns = Int.random(in: 1...3, using: &generator)
          let rows = Int.random(in: 0...3, using: &generator)
          while slots.contains([row, next]) { next += 1 }
          #expect(grid.place(columnSpan: columns, rowSpan: rows, columns: 100) == next)
          for covered in row..<(rows == 0 ? 9 : row + rows) {
            for column in next..<next + columns { slots.insert([covered, column]) }
          }
          next += columns
        }
        grid.endRow()
        if Int.random(in: 0...3, using: &generator) == 0 {
          grid.endRowGroup()
          groupStart = row
          slots = []
        }
      }
      grid.endRowGroup()
      #expect(grid.takeAreas().allSatisfy { $0.rows.upperBound <= 8 })
      #expect(groupStart <= 8)
    }
  }

  @Test func anyGridReadsBackTheSame() {
    var generator = SeededGenerator(3)
    for _ in 0..<300 {
      let grid = randomGrid(using: &generator)
      let page = write(grid)
      let recorded = read(page)
      #expect(recorded.problems.isEmpty)
      for (index, row) in grid.enumerated() {
        for (column, text) in row.enumerated() {
          let found = recorded.rows[index + 1]?[column + 1] ?? ""
          #expect(found == shown(text), "\(page)")
        }
      }
    }
  }

  private func write(_ grid: [[String]]) -> String {
    "<html><body><table>"
      + grid.map { row in
        "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
      }.joined(separator: "\n") + "</table></body></html>"
  }

  /// White space collapsed.
  private func shown(_ text: String) -> String {
    text.utf8.split(whereSeparator: isBlank).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
