// SPDX-License-Identifier: Apache-2.0

/// Follows a SpreadsheetML document from element to element.
///
/// Only the elements that hold a table are entered: Workbook › Worksheet › Table › Row › Cell ›
/// Data, and WorksheetOptions › Visible. All others are passed over with all that is in them, so
/// a Comment's Data is not the cell's; inside Data every element is rich text.
final class SpreadsheetMLHandler: XMLHandler {
  private enum Place {
    case document, workbook, worksheet, table, row, cell, data, options, visible
    case richText, ignored
  }

  private let limits: TableLimits
  private let receiver: any TableReceiver
  private var grid: SpreadsheetMLGrid
  /// The elements that are open, the document first.
  private var places = [Place.document]
  private var visibility: [UInt8] = []
  private var sheetIsVisible = true

  init(limits: TableLimits, receiver: any TableReceiver) {
    self.limits = limits
    self.receiver = receiver
    grid = SpreadsheetMLGrid(limits: limits)
  }

  func start(_ element: XMLElement) throws(TableProblem) {
    let place = place(of: element)
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

  func end() throws(TableProblem) {
    switch places.removeLast() {
    case .worksheet: receiver.endSheet()
    case .row: if grid.endRow() { receiver.receive(grid.row) }
    case .cell: grid.endCell()
    case .data: grid.endData()
    case .visible: readVisibility()
    case .document, .workbook, .table, .options, .richText, .ignored: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    switch places.last {
    case .data, .richText: try grid.append(bytes)
    case .visible: visibility.append(contentsOf: bytes.prefix(32))
    default: break
    }
  }

  private func place(of element: XMLElement) -> Place {
    switch places.last {
    case .document: element.isNamed("Workbook") ? .workbook : .ignored
    case .workbook: element.isSpreadsheet("Worksheet") ? .worksheet : .ignored
    case .worksheet:
      if element.isSpreadsheet("Table") {
        .table
      } else {
        element.isNamed("WorksheetOptions") && element.isIn(excel) ? .options : .ignored
      }
    case .table: element.isSpreadsheet("Row") ? .row : .ignored
    case .row: element.isSpreadsheet("Cell") ? .cell : .ignored
    case .cell: element.isSpreadsheet("Data") ? .data : .ignored
    case .options: element.isNamed("Visible") && element.isIn(excel) ? .visible : .ignored
    case .data, .richText: .richText
    case .visible, .ignored, nil: .ignored
    }
  }
}

extension SpreadsheetMLHandler {
  private func beginSheet(_ element: XMLElement) {
    let name = element.spreadsheetAttribute("Name")
    sheetIsVisible = element.spreadsheetAttribute("Visible").map { !isHidden($0) } ?? true
    grid.beginSheet(name: name.map { String(decoding: $0, as: UTF8.self) })
    receiver.beginSheet(
      SheetDescription(name: grid.sheet, number: grid.sheetNumber, isVisible: sheetIsVisible))
  }

  private func readVisibility() {
    guard sheetIsVisible, isHidden(visibility) else { return }
    sheetIsVisible = false
    receiver.sheetIsHidden()
  }

  private func isHidden(_ text: some Collection<UInt8>) -> Bool {
    text.elementsEqual("SheetHidden".utf8) || text.elementsEqual("SheetVeryHidden".utf8)
  }
}

private let excel: StaticString = "urn:schemas-microsoft-com:office:excel"
private let spreadsheet: StaticString = "urn:schemas-microsoft-com:office:spreadsheet"

extension XMLElement {
  func isSpreadsheet(_ name: StaticString) -> Bool { isNamed(name) && isIn(spreadsheet) }

  /// Attributes without namespace count too: Excel takes them.
  func spreadsheetAttribute(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    attribute(name, in: spreadsheet)
  }
}
