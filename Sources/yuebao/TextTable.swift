// SPDX-License-Identifier: Apache-2.0

/// A table for a terminal: columns aligned by what they hold, also with Chinese text.
struct TextTable {
  var header: [String]
  /// Columns that are aligned right: numbers.
  var rightAligned: Set<Int>
  var rows: [[String]] = []

  var lines: [String] {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].displayWidth }.max() ?? 0
    }
    return ([header] + rows).map { row in
      let cells = row.indices.map { column in
        row[column].padded(to: widths[column], alignedRight: rightAligned.contains(column))
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
