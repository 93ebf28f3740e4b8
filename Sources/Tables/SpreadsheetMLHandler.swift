// SPDX-License-Identifier: Apache-2.0

/// Follows a SpreadsheetML document from element to element.
///
/// Only the elements that hold a table are entered: Workbook › Worksheet › Table › Row › Cell ›
/// Data, and WorksheetOptions › Visible. All others are passed over with all that is in them, so
/// a Comment's Data is not the cell's; inside Data every element is rich text.
struct SpreadsheetMLHandler: XMLHandler {
  private enum Place {
    case document, workbook, worksheet, table, row, cell, data, options, visible
    case richText, ignored
  }

  private let names: SpreadsheetMLNames
  private let limits: TableLimits
  private let receiver: any TableReceiver
  private var grid: SpreadsheetMLGrid
  /// The elements that are open, the document first.
  private var places = [Place.document]
  private var visibility: [UInt8] = []
  private var sheetIsVisible = true

  init(names: SpreadsheetMLNames, limits: TableLimits, receiver: any TableReceiver) {
    self.names = names
    self.limits = limits
    self.receiver = receiver
    grid = SpreadsheetMLGrid(names: names, limits: limits)
  }

  mutating func start(_ element: XMLElement) throws(TableProblem) {
    let place = place(of: element)
    if place == .ignored && places.count == 1 {
      throw TableProblem(.malformedXML, detail: "the root element is not a Workbook")
    }
    if places.count > limits.depth { throw .limit("depth", limits.depth, sheet: grid.sheet) }
    places.append(place)
    switch place {
    case .worksheet: beginSheet(element)
    case .table: try grid.beginTable(element)
    case .row: try grid.beginRow(element)
    case .cell: try grid.beginCell(element)
    case .data: try grid.beginData(element)
    case .visible: visibility.removeAll(keepingCapacity: true)
    case .document, .workbook, .options, .richText, .ignored: break
    }
  }

  mutating func end() throws(TableProblem) {
    switch places.removeLast() {
    case .worksheet: receiver.endSheet()
    case .row: if grid.endRow() { receiver.receive(grid.row) }
    case .cell: grid.endCell()
    case .data: grid.endData()
    case .visible: readVisibility()
    case .document, .workbook, .table, .options, .richText, .ignored: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    switch places.last {
    case .data, .richText: try grid.append(bytes)
    case .visible: visibility.append(contentsOf: bytes.prefix(32))
    case .table, .row, .cell: try grid.refuseText(bytes)
    default: break
    }
  }

  private func place(of element: XMLElement) -> Place {
    switch places.last {
    case .document: isSpreadsheet(names.workbook, element) ? .workbook : .ignored
    case .workbook: isSpreadsheet(names.worksheet, element) ? .worksheet : .ignored
    case .worksheet:
      if isSpreadsheet(names.table, element) {
        .table
      } else {
        isExcel(names.worksheetOptions, element) ? .options : .ignored
      }
    case .table: isSpreadsheet(names.row, element) ? .row : .ignored
    case .row: isSpreadsheet(names.cell, element) ? .cell : .ignored
    case .cell: isSpreadsheet(names.data, element) ? .data : .ignored
    case .options: isExcel(names.visible, element) ? .visible : .ignored
    case .data, .richText: .richText
    case .visible, .ignored, nil: .ignored
    }
  }

  private func isSpreadsheet(_ name: XMLName, _ element: XMLElement) -> Bool {
    element.name == name && element.namespace == names.spreadsheet
  }

  private func isExcel(_ name: XMLName, _ element: XMLElement) -> Bool {
    element.name == name && element.namespace == names.excel
  }
}

extension SpreadsheetMLHandler {
  private mutating func beginSheet(_ element: XMLElement) {
    let name = element.attribute(names.name, in: names.spreadsheet)
    let visibility = element.attribute(names.visible, in: names.spreadsheet)
    sheetIsVisible = visibility.map { !isHidden($0) } ?? true
    grid.beginSheet(name: name.map { String(decoding: $0, as: UTF8.self) })
    receiver.beginSheet(
      SheetDescription(name: grid.sheet, number: grid.sheetNumber, isVisible: sheetIsVisible))
  }

  private mutating func readVisibility() {
    guard sheetIsVisible, isHidden(visibility) else { return }
    sheetIsVisible = false
    receiver.sheetIsHidden()
  }

  private func isHidden(_ text: some Collection<UInt8>) -> Bool {
    text.elementsEqual("SheetHidden".utf8) || text.elementsEqual("SheetVeryHidden".utf8)
  }
}
