// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The first row of a table that defines something: the headers of its columns.
final class DefinitionHeader {
  typealias Cell = (column: Int, text: String)

  /// By column, counted from 0, folded; empty where there is none.
  let headers: [String]
  /// By header as asked for; 0 where there is none.
  private var columns: [String: Int] = [:]

  /// - Parameter cells: with their columns counted from 1; none for a table without a row.
  init(_ cells: [Cell] = []) {
    var headers = Array(repeating: "", count: cells.map(\.column).max() ?? 0)
    for cell in cells { headers[cell.column - 1] = HeaderText.folded(cell.text) }
    self.headers = headers
  }

  var isEmpty: Bool { headers.isEmpty }
  var width: Int { headers.count }

  /// The cells whose header stands in a column before theirs too.
  func repeated(_ cells: [Cell]) -> [Cell] {
    var met: Set<String> = []
    return cells.filter { cell in
      let header = HeaderText.folded(cell.text)
      return !header.isEmpty && !met.insert(header).inserted
    }
  }

  /// Counted from 1; of one that stands twice, the last; `nil` where there is none.
  func column(of header: String) -> Int? {
    if let known = columns[header] { return known == 0 ? nil : known }
    let place = headers.lastIndex(of: HeaderText.folded(header))
    columns[header] = place.map { $0 + 1 } ?? 0
    return place.map { $0 + 1 }
  }

  /// A finding for each of `wanted` that no column has, with the nearest header.
  func missing(_ wanted: [String], in file: String) -> [Finding] {
    wanted.filter { !headers.contains(HeaderText.folded($0)) }.map { header in
      Finding(
        .missingColumn, at: Location(file: file, row: 1),
        [
          "header": header,
          "suggestion": suggestion(for: HeaderText.folded(header), among: headers) ?? "",
        ])
    }
  }
}
