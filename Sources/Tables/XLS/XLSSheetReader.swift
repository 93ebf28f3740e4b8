// SPDX-License-Identifier: Apache-2.0

/// Reads the cells of one sheet after the other.
///
/// Excel writes cells from the top and from the left, and so they go to the writer as they come.
/// Whether they do is found out first, by going through the sheet's records once without looking
/// at their values. Where they do not, as some programs write them, their places are sorted: 8
/// bytes for each cell (`XLSCellOrder`).
final class XLSSheetReader {
  /// What a sheet's first record says that it is.
  static let worksheet = 0x0010

  private let workbook: XLSWorkbook
  private let records: BIFFRecords
  private let writer: SheetWriter
  /// A text on its way.
  private var text: [UInt8] = []

  init(_ workbook: XLSWorkbook, _ records: BIFFRecords, _ writer: SheetWriter) {
    self.workbook = workbook
    self.records = records
    self.writer = writer
  }

  func read(_ sheet: XLSWorkbook.Sheet) throws(TableProblem) {
    writer.beginSheet(name: sheet.name, isVisible: sheet.isVisible)
    do throws(TableProblem) {
      try begin(sheet)
      let start = records.position + 4 + records.length
      if try isInOrder() {
        records.seek(to: start)
        try readInOrder()
      } else {
        try readSorted(from: start)
      }
      records.seek(to: start)
      try readMergedAreas()
    } catch {
      throw error.isPlaced ? error : writer.problem(error.kind, error.detail)
    }
    writer.endSheet()
  }

  private func begin(_ sheet: XLSWorkbook.Sheet) throws(TableProblem) {
    records.seek(to: sheet.position)
    guard try records.next(), records.type == .begin else {
      throw writer.problem(.damagedTable, "the sheet does not begin where the workbook says")
    }
  }

  // MARK: - Records

  /// Goes to the sheet's next record. Charts in it have records of their own, which are passed over.
  /// - Returns: `false` at the sheet's end.
  private func advance() throws(TableProblem) -> Bool {
    var depth = 0
    while try records.next() {
      switch records.type {
      case .begin: depth += 1
      case .end:
        if depth == 0 { return false }
        depth -= 1
      default: if depth == 0 { return true }
      }
    }
    throw writer.problem(.damagedTable, "the sheet has no end")
  }

  /// The columns, counted from 0, that the current record has cells in; `nil` where it is about
  /// something else.
  private func columns() throws(TableProblem) -> ClosedRange<Int>? {
    switch records.type {
    case .blank, .number, .packedNumber, .text, .richText, .sharedText, .booleanOrError, .formula,
      .formula3, .formula4:
      let column = try records.integer16(at: 2)
      return column...column
    case .blanks, .packedNumbers:
      let first = try records.integer16(at: 2)
      // What it says to be the last column is wrong in some files; its length is not.
      let size = records.type == .blanks ? 2 : 6
      let count = (records.length - 6) / size
      return count > 0 ? first...first + count - 1 : nil
    default: return nil
    }
  }

  private func isInOrder() throws(TableProblem) -> Bool {
    var last = -1
    while try advance() {
      guard let columns = try columns() else { continue }
      let row = try records.integer16(at: 0) << 17
      if row + columns.lowerBound <= last { return false }
      last = row + columns.upperBound
    }
    return true
  }

  private func readMergedAreas() throws(TableProblem) {
    while try advance() {
      guard records.type == .mergedCells else { continue }
      for index in 0..<(try records.integer16(at: 0)) {
        let start = 2 + 8 * index
        let rows = try (records.integer16(at: start), records.integer16(at: start + 2))
        let columns = try (records.integer16(at: start + 4), records.integer16(at: start + 6))
        guard rows.0 <= rows.1, columns.0 <= columns.1 else { continue }
        try writer.merge(
          rows: rows.0 + 1...rows.1 + 1, columns: columns.0 + 1...columns.1 + 1)
      }
    }
  }

  // MARK: - Order

  private func readInOrder() throws(TableProblem) {
    var openRow = -1
    while try advance() {
      guard let columns = try columns() else { continue }
      let row = try records.integer16(at: 0)
      if row != openRow {
        if openRow >= 0 { try writer.endRow() }
        try writer.beginRow(row + 1)
        openRow = row
      }
      for column in columns { try writeCell(column, firstColumn: columns.lowerBound) }
    }
    if openRow >= 0 { try writer.endRow() }
  }

  private func readSorted(from start: Int) throws(TableProblem) {
    records.seek(to: start)
    var order = XLSCellOrder(limit: writer.limits.unorderedCells)
    while try advance() {
      guard let columns = try columns() else { continue }
      let row = try records.integer16(at: 0)
      for column in columns { try order.append(row: row, column: column, records.position) }
    }
    records.isScattered = true
    defer { records.isScattered = false }
    var openRow = -1
    for place in order.sorted() {
      if place.row != openRow {
        if openRow >= 0 { try writer.endRow() }
        try writer.beginRow(place.row + 1)
        openRow = place.row
      }
      records.seek(to: place.position)
      guard try records.next(), let columns = try columns() else { continue }
      try writeCell(place.column, firstColumn: columns.lowerBound)
    }
    if openRow >= 0 { try writer.endRow() }
  }

  // MARK: - Cells

  /// Writes the current record's cell.
  /// - Parameters:
  ///   - column: counted from 0.
  ///   - firstColumn: the record's first one.
  private func writeCell(_ column: Int, firstColumn: Int) throws(TableProblem) {
    if records.type == .blank || records.type == .blanks { return }
    guard try writer.beginCell(column + 1) else { return }
    switch records.type {
    case .number: try writeNumber(records.number(at: 6), cellFormat: records.integer16(at: 4))
    case .packedNumber: try writePackedNumber(at: 4)
    case .packedNumbers: try writePackedNumber(at: 4 + 6 * (column - firstColumn))
    case .sharedText: try writeSharedText(records.integer32(at: 6))
    case .text, .richText: try writeText(at: 6)
    case .booleanOrError:
      let value = try records.byte(at: 6)
      if try records.byte(at: 7) == 0 { try writeBoolean(value) } else { try writeError(value) }
    case .formula, .formula3, .formula4: try writeFormula()
    default: break
    }
  }

  /// A number in 30 bits, whole or the upper ones of a binary64, perhaps to be divided by 100
  /// (§2.5.217).
  private func writePackedNumber(at offset: Int) throws(TableProblem) {
    let packed = UInt32(truncatingIfNeeded: try records.integer32(at: offset + 2))
    let isWhole = packed & 2 != 0
    let number =
      isWhole
      ? Double(Int32(bitPattern: packed) >> 2) : Double(bitPattern: UInt64(packed & ~3) << 32)
    let cellFormat = try records.integer16(at: offset)
    try writeNumber(packed & 1 != 0 ? number / 100 : number, cellFormat: cellFormat)
  }

  private func writeNumber(_ number: Double, cellFormat: Int) throws(TableProblem) {
    guard number.isFinite else {
      writer.report(writer.problem(.badValue, "a number that is none"))
      try writer.append("#NUM!".utf8)
      return writer.endCell(.error)
    }
    try writer.append(plainDigits(of: number).utf8)
    if let format = workbook.dateFormat(ofCellFormat: cellFormat) {
      writer.endSerialDate(format, workbook.dateSystem)
    } else {
      writer.endCell(.number)
    }
  }

  private func writeBoolean(_ value: Int) throws(TableProblem) {
    try writer.append((value == 0 ? "FALSE" : "TRUE").utf8)
    writer.endCell(.boolean)
  }

  private func writeError(_ code: Int) throws(TableProblem) {
    if let name = errorNames[code] {
      try writer.append(name.utf8)
    } else {
      writer.report(writer.problem(.badValue, "an error with the code \(code)"))
      try writer.append("#UNKNOWN!".utf8)
    }
    writer.endCell(.error)
  }

  /// The value that was calculated last (§2.5.133).
  private func writeFormula() throws(TableProblem) {
    guard try records.integer16(at: 12) == 0xFFFF else {
      return try writeNumber(records.number(at: 6), cellFormat: records.integer16(at: 4))
    }
    let value = try records.byte(at: 8)
    switch try records.byte(at: 6) {
    case 0: try writeFormulaText()
    case 1: try writeBoolean(value)
    case 2: try writeError(value)
    default: break
    }
  }

  // MARK: - Texts

  /// A formula's text stands in a record of its own, behind the formula.
  private func writeFormulaText() throws(TableProblem) {
    while let type = try records.nextType() {
      switch type {
      case .formulaText:
        _ = try records.next()
        return try writeText(at: 0)
      case .sharedFormula, .arrayFormula, .dataTable, .continuation: _ = try records.next()
      default: return
      }
    }
  }

  private func writeSharedText(_ index: Int) throws(TableProblem) {
    guard index < workbook.texts.count else {
      throw writer.problem(
        .damagedTable, "text \(index) of \(workbook.texts.count) that are shared")
    }
    if workbook.texts.isFaulty(index) { reportFault() }
    try endText(workbook.texts[index])
  }

  private func writeText(at offset: Int) throws(TableProblem) {
    text.removeAll(keepingCapacity: true)
    if let codePage = workbook.codePage {
      let count = try records.integer16(at: offset)
      try codePage.append(records.bytes(offset + 2..<offset + 2 + count), to: &text)
    } else {
      var reader = BIFFText(records, at: offset)
      try reader.append(to: &text)
      if reader.hasFault { reportFault() }
    }
    try endText(text[...])
  }

  /// An empty text is an empty cell.
  private func endText(_ text: ArraySlice<UInt8>) throws(TableProblem) {
    if text.isEmpty { return }
    try writer.append(text)
    writer.endCell(.text)
  }

  private func reportFault() {
    writer.report(writer.problem(.badValue, "half of a surrogate pair, which is no character"))
  }
}

/// By their codes (§2.5.10), in English whatever the workbook's language.
private let errorNames = [
  0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
  0x2A: "#N/A", 0x2B: "#GETTING_DATA",
]
