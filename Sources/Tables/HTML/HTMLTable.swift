// SPDX-License-Identifier: Apache-2.0

/// One open table of a page: its rows, cells and caption, on their way to its own writer.
final class HTMLTable {
  let sheet: HTMLSheet
  let writer: SheetWriter
  private let dateSystem: DateSystem
  @exclusivity(unchecked) private var grid = HTMLGrid()
  @exclusivity(unchecked) private var text = HTMLText()
  @exclusivity(unchecked) private var marks: HTMLMarks?
  @exclusivity(unchecked) private var isInRow = false
  @exclusivity(unchecked) private var isInCaption = false
  @exclusivity(unchecked) private var isWanted = true
  /// Another table that begins between its cells ends it, before its own end tag.
  @exclusivity(unchecked) private(set) var isOver = false
  /// How deep the elements stand, among all that are open, that show no text, keep white space, or
  /// are spaces of Excel's; 0 for none.
  @exclusivity(unchecked) private var hiddenDepth = 0
  @exclusivity(unchecked) private var preformattedDepth = 0
  @exclusivity(unchecked) private var spacesDepth = 0

  init(_ sheets: HTMLSheets, limits: TableLimits, dateSystem: DateSystem) {
    sheet = sheets.add()
    writer = SheetWriter(limits: limits, sink: sheet)
    self.dateSystem = dateSystem
  }

  var isInCell: Bool { marks != nil }
  /// Whether text, and another table, belongs into it.
  var takesText: Bool { marks != nil || isInCaption }

  // MARK: - Rows and cells

  func beginRow(line: Int) throws(TableProblem) {
    try endRow()
    isInRow = true
    grid.beginRow()
    try writer.beginRow(grid.row, line: line)
  }

  func endRow() throws(TableProblem) {
    try endCell()
    endCaption()
    guard isInRow else { return }
    isInRow = false
    try writer.endRow()
    grid.endRow()
    try writeAreas()
  }

  func endRowGroup() throws(TableProblem) {
    try endRow()
    grid.endRowGroup()
    try writeAreas()
  }

  private func writeAreas() throws(TableProblem) {
    guard !grid.areas.isEmpty else { return }
    for area in grid.takeAreas() { try writer.merge(rows: area.rows, columns: area.columns) }
  }

  func beginCell(_ marks: HTMLMarks, line: Int) throws(TableProblem) {
    try endCell()
    if !isInRow { try beginRow(line: line) }
    let column = grid.place(
      columnSpan: marks.columnSpan, rowSpan: marks.rowSpan, columns: writer.limits.columns)
    isWanted = try writer.beginCell(column)
    beginText()
    self.marks = marks
  }

  func endCell() throws(TableProblem) {
    guard let marks else { return }
    self.marks = nil
    guard isWanted else { return }
    if let noted = marks.noted {
      try writer.append(noted)
    } else {
      if text.isBlank { return }
      try writer.append(text.bytes)
    }
    switch marks.value {
    case .number: endNumber()
    case .date(let format): writer.endSerialDate(format, dateSystem)
    case .boolean: writer.endBoolean()
    case .error: writer.endError()
    case .text, nil: writer.endCell(.text)
    }
  }

  /// Excel writes zeros in front of some numbers (`x:num="00.35"`), and others thousands separators.
  private func endNumber() {
    writer.changeCell { bytes, start in
      bytes.trimBlanks(from: start)
      bytes.dropThousandsSeparators(from: start)
      let sign = start < bytes.count && bytes[start] == UInt8(ascii: "-") ? start + 1 : start
      while sign + 1 < bytes.count, bytes[sign] == 48, (48...57).contains(bytes[sign + 1]) {
        bytes.remove(at: sign)
      }
    }
    writer.endNumber(isBinary: false)
  }

  /// Ends all that is open. Further calls do nothing.
  func end() throws(TableProblem) {
    guard !isOver else { return }
    try endRowGroup()
    isOver = true
  }

  // MARK: - Text

  func beginCaption() throws(TableProblem) {
    try endRow()
    guard sheet.caption == nil else { return }
    isInCaption = true
    beginText()
  }

  func endCaption() {
    guard isInCaption else { return }
    isInCaption = false
    if !text.isBlank { sheet.caption = String(decoding: text.bytes, as: UTF8.self) }
  }

  private func beginText() {
    text.clear()
    hiddenDepth = 0
    preformattedDepth = 0
    spacesDepth = 0
  }

  func append(_ piece: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    guard takesText, isWanted || isInCaption, hiddenDepth == 0, marks?.noted == nil else { return }
    if spacesDepth > 0 {
      text.appendSpaces(piece)
    } else if preformattedDepth > 0 {
      text.appendPreformatted(piece)
    } else {
      text.append(piece)
    }
    if text.bytes.count > writer.limits.cellBytes {
      throw writer.limit("cellBytes", writer.limits.cellBytes)
    }
  }

  /// An element inside of a cell begins.
  func beginMarkup(_ role: HTMLNames.Role, _ element: HTMLElement, _ names: HTMLNames) {
    guard takesText else { return }
    if element.hasAttributes {
      if hiddenDepth == 0 && element.isHidden(names) { hiddenDepth = element.depth }
      if spacesDepth == 0 && element.isRunOfSpaces(names) { spacesDepth = element.depth }
    }
    guard hiddenDepth == 0 else { return }
    switch role {
    case .lineBreak: text.breakLine()
    case .block: text.breakBlock()
    case .preformatted:
      text.breakBlock()
      if preformattedDepth == 0 { preformattedDepth = element.depth }
    default: break
    }
  }

  func endMarkup(_ role: HTMLNames.Role, depth: Int) {
    guard takesText else { return }
    if hiddenDepth == 0 && (role == .block || role == .preformatted) { text.breakBlock() }
    if hiddenDepth == depth { hiddenDepth = 0 }
    if preformattedDepth == depth { preformattedDepth = 0 }
    if spacesDepth == depth { spacesDepth = 0 }
  }
}

extension HTMLElement {
  fileprivate func isHidden(_ names: HTMLNames) -> Bool {
    var isHidden = false
    forEachAttribute { name, value in
      if name == names.hidden { isHidden = true }
      if name == names.style, let value, value.holdsStyle("display:none") { isHidden = true }
    }
    return isHidden
  }

  fileprivate func isRunOfSpaces(_ names: HTMLNames) -> Bool {
    var isRun = false
    forEachAttribute { name, value in
      if name == names.style, let value, value.holdsStyle("mso-spacerun:yes") { isRun = true }
    }
    return isRun
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a style attribute holds a declaration, which is given without blanks and in lower case.
  fileprivate func holdsStyle(_ declaration: StaticString) -> Bool {
    guard count >= declaration.utf8CodeUnitCount else { return false }
    let wanted = UnsafeBufferPointer(
      start: declaration.utf8Start, count: declaration.utf8CodeUnitCount)
    let text = lazy.filter { !isBlank($0) }.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    return Array(text).firstRange(of: Array(wanted)) != nil
  }
}

extension [UInt8] {
  /// `1,234,567.8` becomes `1234567.8`; anything else stays.
  fileprivate mutating func dropThousandsSeparators(from start: Int) {
    let comma = UInt8(ascii: ",")
    guard self[start...].contains(comma) else { return }
    let sign = start < count && self[start] == UInt8(ascii: "-") ? 1 : 0
    let whole = self[(start + sign)...].prefix { $0 != UInt8(ascii: ".") }
    let groups = whole.split(separator: comma, omittingEmptySubsequences: false)
    let isGrouped =
      (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { $0.allSatisfy { (48...57).contains($0) } }
    if isGrouped { self[start...].removeAll { $0 == comma } }
  }
}
