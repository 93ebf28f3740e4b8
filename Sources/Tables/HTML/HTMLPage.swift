// SPDX-License-Identifier: Apache-2.0

/// Finds the tables of a page and what stands in them.
///
/// libxml2 closes elements by the rules of HTML 4. So this goes by what begins: a cell ends where
/// the next one, a row, a row group or another caption of its table begins, whatever is still open
/// in it. An end of something that is over already means nothing.
final class HTMLPage: HTMLHandler {
  private let names: HTMLNames
  private let sheets: HTMLSheets
  private let limits: TableLimits
  /// From the outermost to the innermost.
  @exclusivity(unchecked) private var tables: [HTMLTable] = []
  private var styles = HTMLStyles()
  private var dateSystem = DateSystem.from1900
  /// How deep the element stands in which no text counts; 0 for none.
  @exclusivity(unchecked) private var passedOverDepth = 0
  @exclusivity(unchecked) private var isInStyleSheet = false
  private var hasFrames = false
  /// The pages with the sheets of a workbook, which its frame page links to.
  private var linkedSheets: [String] = []

  init(_ names: HTMLNames, _ sheets: HTMLSheets, limits: TableLimits) {
    self.names = names
    self.sheets = sheets
    self.limits = limits
  }

  private var table: HTMLTable? {
    guard let table = tables.last, !table.isOver else { return nil }
    return table
  }

  /// The sheet of the innermost table.
  var openSheet: HTMLSheet? { tables.last?.sheet }

  func start(_ element: HTMLElement) throws(TableProblem) {
    guard passedOverDepth == 0 else { return }
    let role = names.role(of: element.name)
    switch role {
    case .table: try beginTable(element)
    case .cell: try table?.beginCell(HTMLMarks(element, names, styles), line: element.line)
    case .row: try table?.beginRow(line: element.line)
    case .rowGroup: try table?.endRowGroup()
    case .caption: try table?.beginCaption()
    case .styleSheet, .passedOver: passedOverDepth = element.depth
    case .frame: hasFrames = true
    case .page: noteLink(element)
    case .lineBreak, .block, .preformatted, .inline: break
    }
    isInStyleSheet = role == .styleSheet
    table?.beginMarkup(role, element, names)
  }

  func end(_ name: XMLName, depth: Int, isCutOff: Bool) throws(TableProblem) {
    let role = names.role(of: name)
    if passedOverDepth > 0 {
      guard passedOverDepth == depth else { return }
      passedOverDepth = 0
      if isInStyleSheet { styles.endSheet() }
      isInStyleSheet = false
      if isCutOff { throw cutOff("a script, a style sheet or a list") }
      return
    }
    table?.endMarkup(role, depth: depth)
    switch role {
    case .table:
      if isCutOff && tables.last?.isOver == false { throw cutOff("a table") }
      try endTable(depth: depth)
    case .cell: try table?.endCell()
    case .row: try table?.endRow()
    case .rowGroup: try table?.endRowGroup()
    case .caption: table?.endCaption()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    if passedOverDepth == 0 { try table?.append(bytes) }
  }

  func rawText(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInStyleSheet { styles.append(bytes) }
  }

  /// libxml2 leaves such characters out.
  func invalidCharacter(_ words: String) throws(TableProblem) {
    guard passedOverDepth == 0, let table, table.isInCell else { return }
    throw table.writer.problem(.controlByte, words)
  }

  /// Office keeps what it has to say of a workbook in comments such as `[if gte mso 9]><xml>`.
  func comment(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.first == UInt8(ascii: "[") else { return }
    let notes = HTMLWorkbookNotes(Array(bytes))
    sheets.listedNames += notes.sheetNames
    if notes.counts1904 { dateSystem = .from1904 }
  }

  /// The page is over.
  func finish() throws(TableProblem) {
    if table != nil { throw cutOff("a table") }
    if !sheets.isEmpty { return }
    if hasFrames || !linkedSheets.isEmpty {
      let files = linkedSheets.isEmpty ? "" : ": \(linkedSheets.joined(separator: ", "))"
      throw .unsupported(
        "a frame page (HTML) without a table, whose sheets are in other files\(files)")
    }
    guard sheets.hasTable else { throw .unsupported("a web page (HTML) without a table") }
    sheets.addEmptySheet()
  }

  /// After a problem: what is open ends where it has come to.
  func abandon() throws(TableProblem) {
    for table in tables {
      try sheets.end(table.sheet, table.writer, isOutermost: false)
    }
  }

  private func cutOff(_ place: String) -> TableProblem {
    let detail = "the file ends inside \(place)"
    return table?.writer.problem(.damagedTable, detail)
      ?? TableProblem(.damagedTable, detail: detail)
  }
}

// MARK: - Tables

extension HTMLPage {
  private func beginTable(_ element: HTMLElement) throws(TableProblem) {
    if let outer = table, !outer.takesText { try outer.end() }
    let table = HTMLTable(sheets, limits: limits, dateSystem: dateSystem)
    element.forEachAttribute { name, value in
      guard let value else { return }
      if name == names.title { table.sheet.title = singleLine(value) }
      if name == names.id { table.sheet.id = singleLine(value) }
    }
    tables.append(table)
  }

  private func endTable(depth: Int) throws(TableProblem) {
    guard let table = tables.popLast() else { return }
    try table.end()
    try sheets.end(table.sheet, table.writer, isOutermost: tables.isEmpty)
    // A table is a block in the cell around it.
    self.table?.endMarkup(.block, depth: depth)
  }

  private func singleLine(_ value: UnsafeBufferPointer<UInt8>) -> String {
    value.split(whereSeparator: isBlank).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  /// `<link id="shLink" href="sheet001.htm">` and `<meta name="Excel Workbook Frameset">`.
  private func noteLink(_ element: HTMLElement) {
    var isSheet = false
    var target: String?
    element.forEachAttribute { name, value in
      guard let value else { return }
      if name == names.id { isSheet = value.equals("shLink") }
      if name == names.reference { target = String(decoding: value.prefix(256), as: UTF8.self) }
      if name == names.name && value.equals("Excel Workbook Frameset") { hasFrames = true }
    }
    if isSheet, let target, linkedSheets.count < 100 { linkedSheets.append(target) }
  }
}
