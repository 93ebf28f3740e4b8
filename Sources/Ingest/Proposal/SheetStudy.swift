// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Looks at one sheet, row by row: keeps the first rows until the header is found in them, then
/// counts what stands in the columns below it.
///
/// Memory does not grow with the number of rows.
struct SheetStudy {
  /// As many as `FileReader` looks through for a header.
  private static let firstRows = 60
  /// Columns that are looked at, counted from the left.
  static let mostColumns = 1000
  /// Different texts that are kept of all columns together.
  private static let mostTexts = 100_000
  /// Rows of a form that are kept one by one; more are no form.
  private static let mostFormRows = 2000
  private static let mostMerged = 10_000

  /// A row of a form: its texts by column.
  struct FormRow {
    let number: Int
    let texts: [Int: String]
    let hasNumbers: Bool
  }

  private(set) var sheet: SheetDescription
  private let file: String
  private var first: [SeenRow] = []
  private var merged: [MergedArea] = []
  private var isDecided = false
  private(set) var header: HeaderGuess?
  /// By column.
  private(set) var columns: [Int: ColumnCounts] = [:]
  /// Rows below the header with two or more cells, notes and numberings left out.
  private(set) var dataRows = 0
  /// First texts of rows that are notes, and how many.
  private(set) var notes: [String] = []
  private(set) var noteRows = 0
  private(set) var formRows: [FormRow] = []
  private var known: Set<Int> = []
  private var isForm = false
  private var keptTexts = 0

  init(_ sheet: SheetDescription, file: String) {
    self.sheet = sheet
    self.file = file
  }

  mutating func add(_ row: borrowing Row) {
    let seen = SeenRow(row, mergedBefore: merged.count)
    guard !seen.texts.cells.isEmpty else { return }
    if isDecided { return count(seen) }
    first.append(seen)
    if first.count == Self.firstRows { decide() }
  }

  mutating func add(_ area: MergedArea) {
    if merged.count < Self.mostMerged { merged.append(area) }
  }

  mutating func finish() { if !isDecided { decide() } }

  private mutating func decide() {
    isDecided = true
    header = HeaderGuess.find(in: first, merged: merged, file: file, sheet: sheet.name)
    if let header {
      known = Set(header.header.columns.map(\.column))
      isForm = ProposedField.unit(header.preamble) != nil
      for row in first[(header.rows.upperBound + 1)...] { count(row) }
    }
    first = []
  }

  private mutating func count(_ row: SeenRow) {
    guard header != nil, !row.isNumbering else { return }
    if row.isNote {
      noteRows += 1
      if notes.count < 3, let text = row.texts.cells.first?.text { notes.append(text) }
      return
    }
    if isForm, formRows.count < Self.mostFormRows { formRows.append(FormRow(row)) }
    guard row.texts.cells.count >= 2 else { return }
    dataRows += 1
    for (cell, sight) in zip(row.texts.cells, row.sights) where known.contains(cell.column) {
      let keeps = (sight.kind == .text || sight.isPeriod) && keptTexts < Self.mostTexts
      if columns[cell.column, default: ColumnCounts()].add(cell.text, sight, keepingTexts: keeps) {
        keptTexts += 1
      }
    }
  }
}

extension SheetStudy.FormRow {
  fileprivate init(_ row: SeenRow) {
    number = row.texts.number
    texts = Dictionary(row.texts.cells.map { ($0.column, $0.text) }) { first, _ in first }
    hasNumbers = row.sights.contains { $0.kind == .number }
  }
}
