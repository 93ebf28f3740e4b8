// SPDX-License-Identifier: Apache-2.0

/// Writes an OpenDocument spreadsheet's rows and cells, and counts where they stand.
///
/// Each `table-cell` and each `covered-table-cell` takes one column, or as many as it is repeated;
/// spans shift nothing (§9.1.4, §9.1.5). The row and the cell are begun with the writer only when
/// there is something in them: a million empty ones at a sheet's end are one step.
///
/// A covered cell keeps its own content, as the standard says that spreadsheets do. It is delivered
/// in its place, as its sender wrote it; the merged area around it tells that no one sees it.
final class OpenDocumentCells {
  private let names: OpenDocumentNames
  private let writer: SheetWriter

  @exclusivity(unchecked) private var row = 1
  @exclusivity(unchecked) private var rowCount = 1
  @exclusivity(unchecked) private var rowIsOpen = false
  /// Areas that begin in the open row, if the row is repeated.
  private var areas: [(columns: ClosedRange<Int>, height: Int)] = []

  /// The open cell stands in these columns.
  @exclusivity(unchecked) private var columns = 1...1
  @exclusivity(unchecked) private var cell = OpenCell()
  @exclusivity(unchecked) private var content = OpenDocumentText()

  private struct OpenCell {
    var type = OpenDocumentCell.ValueType.none
    /// Whether the value is what the paragraphs show; else it is there already.
    var showsText = false
    /// What the value is if the paragraphs show no error: `0` or nothing.
    var orElse: StaticString?
    var isError = false
    /// Begun with the writer, in one of its columns or in none that is wanted.
    var isOpen = false
    var isWanted = false
  }

  init(names: OpenDocumentNames, writer: SheetWriter) {
    self.names = names
    self.writer = writer
  }

  func beginSheet() {
    row = 1
    rowCount = 1
  }

  // MARK: - Rows

  func beginRow(_ element: XMLElement) throws(TableProblem) {
    let repeated = element.attribute(names.rowsRepeated, in: names.table)
    rowCount = try repeated.map(openDocumentCount) ?? 1
    rowIsOpen = false
    columns = 0...0
    areas.removeAll(keepingCapacity: true)
  }

  func endRow() throws(TableProblem) {
    if rowCount > 1 { try repeatAreas() }
    if rowIsOpen { try writer.endRow(copies: rowCount - 1) }
    row += rowCount
  }

  private func repeatAreas() throws(TableProblem) {
    guard !areas.isEmpty else { return }
    try writer.countRepetition(64 * areas.count, times: rowCount - 1)
    for other in row + 1..<row + rowCount {
      for area in areas {
        try writer.merge(rows: other...other + area.height - 1, columns: area.columns)
      }
    }
  }

  // MARK: - Cells

  /// Whether the open cell's paragraphs are looked at.
  var showsText: Bool { cell.showsText }

  func beginCell(_ element: XMLElement) throws(TableProblem) {
    let first = columns.upperBound + 1
    cell = OpenCell()
    guard element.hasAttributes else {
      columns = first...first
      cell.showsText = true
      content.beginCell()
      return
    }
    let tag = try OpenDocumentCell(element, names)
    columns = first...first + tag.columns - 1
    if tag.columnSpan > 1 || tag.rowSpan > 1 { try beginArea(tag) }
    cell.type = tag.type
    cell.isError = tag.isError
    content.beginCell()
    try beginValue(tag)
  }

  private func beginArea(_ tag: OpenDocumentCell) throws(TableProblem) {
    let left = columns.lowerBound
    let across = left...left + tag.columnSpan - 1
    try writer.merge(rows: row...row + tag.rowSpan - 1, columns: across)
    if rowCount > 1 { areas.append((across, tag.rowSpan)) }
  }

  /// A value is in the tag or in the paragraphs.
  ///
  /// Before LibreOffice could say that a value is an error, it and others wrote the number 0 or an
  /// empty text, and the error's name only as what is shown.
  private func beginValue(_ tag: OpenDocumentCell) throws(TableProblem) {
    if tag.type == .void { return }
    guard let value = tag.value, !tag.isError, tag.type != .none else {
      cell.showsText = true
      return
    }
    if tag.hasFormula {
      if tag.type == .number && value.equals("0") { cell.orElse = "0" }
      if tag.type == .string && value.isEmpty { cell.orElse = "" }
      cell.showsText = cell.orElse != nil
      if cell.showsText { return }
    }
    if try openCell() { try writer.append(value) }
  }

  /// Begins the cell with the writer, in the first of its columns that is wanted.
  /// - Returns: whether there is one.
  private func openCell() throws(TableProblem) -> Bool {
    if cell.isOpen { return cell.isWanted }
    cell.isOpen = true
    if !rowIsOpen {
      try writer.beginRow(row)
      rowIsOpen = true
    }
    for column in columns where try writer.beginCell(column) {
      cell.isWanted = true
      break
    }
    return cell.isWanted
  }

  func beginParagraph() throws(TableProblem) {
    if try openCell() { content.beginParagraph(writer) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    if cell.isWanted { try content.append(bytes, to: writer) }
  }

  /// Blanks that count.
  func blanks(_ blank: UInt8, _ count: Int) throws(TableProblem) {
    if cell.isWanted { try content.append(blank, count: count, to: writer) }
  }

  func endCell() throws(TableProblem) {
    if let value = cell.orElse, try openCell() { settle(on: value) }
    guard cell.isWanted, writer.cellLength > 0 else { return }
    if cell.isError { nameError() }
    endValue()
    try writer.repeatCell(through: columns.upperBound)
  }

  /// What the paragraphs show is an error or does not count.
  private func settle(on value: StaticString) {
    if OpenDocumentErrors.englishName(of: shownText) != nil {
      cell.isError = true
    } else {
      replaceText(with: UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    }
  }

  private func nameError() {
    if let name = OpenDocumentErrors.englishName(of: shownText) { replaceText(with: name.utf8) }
  }

  private func endValue() {
    if cell.isError { return writer.endError() }
    switch cell.type {
    case .number: writer.endNumber(isBinary: true)
    case .date: endDate()
    case .time: endTime()
    case .boolean: writer.endBoolean()
    case .string, .none, .void: writer.endCell(.text)
    }
  }

  private func endDate() {
    let date = writer.changeCell { bytes, start in openDocumentDate(bytes[start...]) }
    guard let date else { return writer.endBadValue("a date") }
    replaceText(with: date)
    writer.endCell(.date)
  }

  private func endTime() {
    let time = writer.changeCell { bytes, start in openDocumentTime(bytes[start...]) }
    guard let time else { return writer.endBadValue("a duration") }
    replaceText(with: time)
    writer.endCell(.date)
  }

  // MARK: - The open cell's text

  private var shownText: String {
    writer.changeCell { bytes, start in String(decoding: bytes[start...].prefix(64), as: UTF8.self)
    }
  }

  private func replaceText(with text: some Collection<UInt8>) {
    writer.changeCell { bytes, start in bytes.replaceSubrange(start..., with: text) }
  }
}
