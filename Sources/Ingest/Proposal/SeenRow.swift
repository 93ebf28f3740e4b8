// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// One of a sheet's first rows, kept until it is known which of them are the header.
struct SeenRow {
  let texts: RowTexts
  /// Of the same cells.
  let sights: [CellSight]
  /// How many merged areas the file had told of when the row came.
  let mergedBefore: Int
  let isNote: Bool

  init(_ row: borrowing Row, mergedBefore: Int) {
    texts = RowTexts(row, firstColumns: SheetStudy.mostColumns)
    var sights: [CellSight] = []
    for cell in texts.cells {
      sights.append(CellSight(cell.text, kind: row.cell(at: cell.column)?.kind ?? .text))
    }
    self.sights = sights
    self.mergedBefore = mergedBefore
    isNote = SheetContext.isNote(texts)
  }

  /// Whether it counts the columns: 甲, 乙, 1, 2 …
  var isNumbering: Bool {
    guard let first = texts.cells.first?.text else { return false }
    if HeaderText.folded(first) == HeaderText.columnNumbering { return true }
    let numbers = texts.cells.compactMap { Int($0.text) }
    return numbers.count >= 3 && numbers.count == texts.cells.count
      && zip(numbers, 1...).allSatisfy { $0 == $1 }
  }

  /// Whether it has the texts of a header: two or more, no numbers, no fields such as `单位：千元`.
  /// Periods count as texts.
  var mayBeHeader: Bool {
    guard texts.cells.count >= 2, !isNote, !isNumbering, !hasFields else { return false }
    var hasText = false
    var years: Set<String> = []
    for (cell, sight) in zip(texts.cells, sights) {
      switch sight.kind {
      case .missing: return false
      case .text: hasText = true
      case .number:
        guard sight.isPeriod, years.insert(cell.text).inserted else { return false }
      }
    }
    return hasText || years.count > 2
  }

  /// Whether half of its cells or more are labels that their values follow.
  private var hasFields: Bool {
    let fields = texts.cells.count { cell in
      let folded = HeaderText.folded(cell.text)
      return folded.hasSuffix(":") || folded.contains("单位:")
        || (texts.cells.count == 2 && folded.contains(":") && !folded.hasPrefix("其中:"))
    }
    return fields > 0 && fields * 2 >= texts.cells.count
  }

  /// Whether it has a number in one of the columns.
  func hasNumbers(in columns: Set<Int>) -> Bool {
    zip(texts.cells, sights).contains { cell, sight in
      sight.kind == .number && columns.contains(cell.column)
    }
  }
}

extension RowTexts {
  /// Without what stands to the right of the first columns: finding a header in them takes time
  /// that grows with the square of its columns.
  fileprivate init(_ row: borrowing Row, firstColumns: Int) {
    number = row.number
    line = row.line
    var cells: [(column: Int, text: String)] = []
    for cell in row.cells where cell.column <= firstColumns {
      let text = CellText.trimmed(row.text(of: cell))
      if !text.isEmpty { cells.append((cell.column, text)) }
    }
    self.cells = cells
  }
}

extension SheetContext {
  /// Whether a row's first text marks it as a note or a line of signatures, whatever the layout.
  static func isNote(_ row: RowTexts) -> Bool {
    guard let first = row.cells.first else { return false }
    return notes.contains(where: HeaderText.folded(first.text).hasPrefix)
  }
}
