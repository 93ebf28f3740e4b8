// SPDX-License-Identifier: Apache-2.0

/// Follows a worksheet part (ECMA-376 part 1, §18.3): `worksheet` › `sheetData` › `row` › `c` › `v`
/// or `is`, and `mergeCells` behind the rows.
///
/// A row without `r` follows the row before, a cell without `r` the cell before. Formulas are
/// passed over; the value that was cached for one is the cell's.
final class WorksheetHandler: OfficeXMLHandler {
  private enum Place {
    case document, worksheet, rows, row, cell, value, inline, run, text, merges, merge
  }

  private enum Kind {
    case number, shared, text, inline, boolean, error, date
  }

  private let workbook: XLSXWorkbook
  private let writer: SheetWriter
  private let names: WorksheetNames
  @exclusivity(unchecked) private var place = Place.document

  /// The open row's number, or the last one's; 0 before the first.
  @exclusivity(unchecked) var row = 0
  /// 0 where there is no row.
  @exclusivity(unchecked) private(set) var firstRow = 0
  /// Whether other rows come before the first one, so that it must say its own number.
  var isPiece = false
  @exclusivity(unchecked) private var column = 0
  @exclusivity(unchecked) private var isWanted = true
  @exclusivity(unchecked) private var hasValue = false
  @exclusivity(unchecked) private var kind = Kind.number
  @exclusivity(unchecked) private var dateFormat: DateFormat?
  /// The number of a shared text, digit by digit; `nil` once it is none.
  @exclusivity(unchecked) private var sharedIndex: Int?
  @exclusivity(unchecked) private var sharedDigits = 0
  @exclusivity(unchecked) private var textIsInRun = false
  @exclusivity(unchecked) private var textStart = 0
  @exclusivity(unchecked) private var mayHaveEscapes = false

  init(_ names: XMLNames, workbook: XLSXWorkbook, writer: SheetWriter) {
    self.workbook = workbook
    self.writer = writer
    self.names = WorksheetNames(names)
    super.init(names, transitional: spreadsheetNamespace, strict: strictSpreadsheetNamespace)
  }

  override func enter(_ element: XMLElement) throws(TableProblem) -> Bool {
    let name = element.name
    switch place {
    case .cell where name == names.value: return beginValue()
    case .row where name == names.cell: try beginCell(element)
    case .rows where name == names.row: try beginRow(element)
    case .cell where name == names.inline: return beginInline()
    case .inline where name == names.text, .run where name == names.text: beginText()
    case .inline where name == names.run: place = .run
    case .merges where name == names.merge: try merge(element)
    case .worksheet where name == names.rows: place = .rows
    case .worksheet where name == names.merges: place = .merges
    case .document where name == names.worksheet: place = .worksheet
    default: return false
    }
    return true
  }

  override func leave() throws(TableProblem) {
    switch place {
    case .value:
      place = .cell
      if isWanted { try endValue() }
    case .cell: place = .row
    case .row:
      place = .rows
      try writer.endRow()
    case .text: endText()
    case .run: place = .inline
    case .inline:
      place = .cell
      endInline()
    case .merge: place = .merges
    case .rows, .merges: place = .worksheet
    case .worksheet, .document: place = .document
    }
  }

  override func take(_ text: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    guard isWanted else { return }
    switch place {
    case .value where kind == .shared: readSharedIndex(text)
    case .value: try writer.append(text)
    case .text:
      if text.contains(UInt8(ascii: "_")) { mayHaveEscapes = true }
      try writer.append(text)
    default: break
    }
  }

  private func damaged(_ detail: String) -> TableProblem { writer.problem(.damagedTable, detail) }

  private func damagedRow(_ detail: String, at row: Int) -> TableProblem {
    TableProblem(
      .damagedTable, detail: detail, sheet: writer.sheetName, row: row > 0 ? row : nil)
  }
}

// MARK: - Rows and cells

extension WorksheetHandler {
  private func beginRow(_ element: XMLElement) throws(TableProblem) {
    place = .row
    column = 0
    if let reference = element.attribute(names.reference, in: unprefixed) {
      guard let number = reference.count32, number > 0 else {
        throw damagedRow("a row with the number \"\(shown(reference))\"", at: row)
      }
      if number <= row { throw damagedRow("row \(number) comes after row \(row)", at: number) }
      row = number
    } else {
      if isPiece && row == 0 { throw damagedRow("a row without a number", at: row) }
      row += 1
    }
    if firstRow == 0 { firstRow = row }
    try writer.beginRow(row)
  }

  private func beginCell(_ element: XMLElement) throws(TableProblem) {
    place = .cell
    hasValue = false
    kind = .number
    dateFormat = nil
    if let reference = element.attribute(names.reference, in: unprefixed) {
      try readReference(reference)
    } else {
      column += 1
    }
    isWanted = try writer.beginCell(column)
    guard isWanted else { return }
    if let type = element.attribute(names.type, in: unprefixed) { kind = try kind(of: type) }
    if kind == .number, let style = element.attribute(names.style, in: unprefixed) {
      dateFormat = try dateFormat(of: style)
    }
  }

  /// Reads a reference such as `AB12`, whose row must be the open one.
  private func readReference(_ reference: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    var letters = 0
    var digits = 0
    for byte in reference {
      let letter = byte & 0xDF
      if digits == 0, (65...90).contains(letter), letters < 1 << 24 {
        letters = letters * 26 + Int(letter - 64)
      } else if (48...57).contains(byte), digits < 1 << 32 {
        digits = digits * 10 + Int(byte - 48)
      } else {
        throw damaged("a cell with the reference \"\(shown(reference))\"")
      }
    }
    if letters == 0 || digits != row {
      throw damaged("a cell with the reference \"\(shown(reference))\" in row \(row)")
    }
    column = letters
  }

  private func kind(of type: UnsafeBufferPointer<UInt8>) throws(TableProblem) -> Kind {
    if type.count == 1 {
      switch type[0] {
      case UInt8(ascii: "s"):
        sharedIndex = 0
        sharedDigits = 0
        return .shared
      case UInt8(ascii: "n"): return .number
      case UInt8(ascii: "b"): return .boolean
      case UInt8(ascii: "e"): return .error
      case UInt8(ascii: "d"): return .date
      default: break
      }
    }
    if type.equals("str") { return .text }
    if type.equals("inlineStr") { return .inline }
    throw damaged("a cell of the type \"\(shown(type))\"")
  }

  private func dateFormat(
    of style: UnsafeBufferPointer<UInt8>
  ) throws(TableProblem) -> DateFormat? {
    guard let index = style.count32 else {
      throw damaged("a cell with the format \"\(shown(style))\"")
    }
    // A workbook without any cell format is one whose cells need none.
    if workbook.dateFormats.isEmpty { return nil }
    guard index < workbook.dateFormats.count else {
      throw damaged("a cell with the format \(index) of \(workbook.dateFormats.count)")
    }
    return workbook.dateFormats[index]
  }

  private func shown(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: text.prefix(32), as: UTF8.self)
  }
}

// MARK: - Values

extension WorksheetHandler {
  /// - Returns: `false` for a second value.
  private func beginValue() -> Bool {
    if hasValue || kind == .inline { return false }
    hasValue = true
    place = .value
    return true
  }

  private func readSharedIndex(_ text: UnsafeBufferPointer<UInt8>) {
    guard var index = sharedIndex else { return }
    for byte in text {
      if isBlank(byte) { continue }
      guard (48...57).contains(byte), index < 1 << 32 else {
        sharedIndex = nil
        return
      }
      index = index * 10 + Int(byte - 48)
      sharedDigits += 1
    }
    sharedIndex = index
  }

  private func endValue() throws(TableProblem) {
    if kind == .shared { return try endShared() }
    if writer.cellLength == 0 { return }
    switch kind {
    case .number:
      if let dateFormat {
        writer.endSerialDate(dateFormat, workbook.dateSystem)
      } else {
        writer.endNumber(isBinary: true)
      }
    case .text:
      decodeEscapes(from: 0)
      writer.endCell(.text)
    case .boolean: writer.endBoolean()
    case .error: writer.endError()
    case .date: writer.endDate()
    case .shared, .inline: break
    }
  }

  private func endShared() throws(TableProblem) {
    if sharedDigits == 0 && sharedIndex != nil { return }
    guard let index = sharedIndex, let range = workbook.sharedTexts.range(of: index) else {
      let number = sharedIndex.map(String.init) ?? "that is no number"
      throw damaged("shared text \(number) of \(workbook.sharedTexts.count)")
    }
    if range.isEmpty { return }
    try writer.append(workbook.sharedTexts.bytes[range])
    writer.endCell(.text)
  }

  private func beginInline() -> Bool {
    if hasValue { return false }
    hasValue = true
    place = .inline
    return true
  }

  private func beginText() {
    textIsInRun = place == .run
    textStart = isWanted ? writer.cellLength : 0
    mayHaveEscapes = false
    place = .text
  }

  private func endText() {
    place = textIsInRun ? .run : .inline
    if isWanted, mayHaveEscapes { decodeEscapes(from: textStart) }
  }

  private func endInline() {
    if isWanted, writer.cellLength > 0 { writer.endCell(.text) }
  }

  private func decodeEscapes(from offset: Int) {
    let isWhole = writer.changeCell { bytes, start in bytes.decodeEscapes(from: start + offset) }
    if !isWhole {
      writer.report(writer.problem(.badValue, "an escape that is half a character"))
    }
  }
}

// MARK: - Merged areas

extension WorksheetHandler {
  private func merge(_ element: XMLElement) throws(TableProblem) {
    place = .merge
    guard let reference = element.attribute(names.mergeReference, in: unprefixed) else { return }
    let area = CellArea(reference)
    guard let area else { throw damaged("a merged area \"\(shown(reference))\"") }
    try writer.merge(rows: area.rows, columns: area.columns)
  }
}
