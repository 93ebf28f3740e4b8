// SPDX-License-Identifier: Apache-2.0
import Tables

/// Prints a file as JSON, one row a line. The shape is documented in Documentation/JSON.md.
final class TableJSONPrinter: TablePrinter {
  let output = StandardOutput()
  let showsVisibility = true
  private let file: String
  /// The first row that is printed.
  private let firstRow: Int
  private var format: TableFormat?
  private var hasBegun = false
  private var sheetCount = 0
  private var isInSheet = false
  private var isVisible = true
  private var hasPrintedVisibility = false
  private var nextRow = 1

  init(file: String, firstRow: Int) {
    self.file = file
    self.firstRow = firstRow
  }

  func beginTable(_ table: TableDescription) {
    format = table.format
    begin(format: table.format.rawValue, encoding: table.encoding.rawValue)
  }

  private func begin(format: String?, encoding: String?) {
    hasBegun = true
    output.write { [file] json in
      json += "{\"file\":".utf8
      json.appendJSON(file)
      json += ",\"format\":".utf8
      json.appendJSON(format)
      json += ",\"encoding\":".utf8
      json.appendJSON(encoding)
      json += ",\"sheets\":[".utf8
    }
  }

  func beginSheet(_ sheet: SheetDescription) {
    isInSheet = true
    nextRow = firstRow
    isVisible = sheet.isVisible
    // SpreadsheetML may still say that it is not, behind the rows.
    hasPrintedVisibility = format != .spreadsheetML || !isVisible
    output.write { [sheetCount] json in
      json += (sheetCount == 0 ? "\n{\"name\":" : ",\n{\"name\":").utf8
      json.appendJSON(sheet.name)
    }
    if hasPrintedVisibility { printVisibility() }
    output.write(",\"rows\":[")
    sheetCount += 1
  }

  func print(_ cells: ArraySlice<Cell>, inRow number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    while nextRow < number {
      let isFirst = nextRow == firstRow
      output.write { $0 += (isFirst ? "\n[]" : ",\n[]").utf8 }
      nextRow += 1
    }
    let isFirst = number == firstRow
    output.write { json in
      json += (isFirst ? "\n[" : ",\n[").utf8
      var column = 1
      for cell in cells {
        while column < cell.column {
          json += (column == 1 ? "null" : ",null").utf8
          column += 1
        }
        if column > 1 { json.append(UInt8(ascii: ",")) }
        json.append(cell, bytes)
        column += 1
      }
      json.append(UInt8(ascii: "]"))
    }
    nextRow = number + 1
  }

  func sheetIsHidden() { isVisible = false }

  func merge(_ area: MergedArea) {}

  func endSheet() {
    isInSheet = false
    output.write(nextRow > firstRow ? "\n]" : "]")
    if !hasPrintedVisibility { printVisibility() }
    output.write("}")
  }

  private func printVisibility() { output.write(",\"visible\":\(isVisible)") }

  func finish() {
    if !hasBegun { begin(format: nil, encoding: nil) }
    if isInSheet { endSheet() }
    output.write("\n]}\n")
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ cell: Cell, _ bytes: UnsafeBufferPointer<UInt8>) {
    let text = cell.text(in: bytes)
    if text.isEmpty {
      self += "null".utf8
      return
    }
    switch cell.kind {
    case .text, .date: appendJSONText(text)
    case .number: appendJSONNumber(text)
    case .boolean: self += (text.first == UInt8(ascii: "T") ? "true" : "false").utf8
    case .error:
      self += "{\"error\":".utf8
      appendJSONText(text)
      append(UInt8(ascii: "}"))
    }
  }
}
