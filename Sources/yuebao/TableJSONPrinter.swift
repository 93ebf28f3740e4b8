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
    for (key, value) in [
      ("{\"file\":", file), (",\"format\":", format), (",\"encoding\":", encoding),
    ] {
      output.write(key)
      output.writeJSON(value)
    }
    output.write(",\"sheets\":[")
  }

  func beginSheet(_ sheet: SheetDescription) {
    isInSheet = true
    nextRow = firstRow
    isVisible = sheet.isVisible
    // SpreadsheetML may still say that it is not, behind the rows.
    hasPrintedVisibility = format != .spreadsheetML || !isVisible
    output.write(sheetCount == 0 ? "\n{\"name\":" : ",\n{\"name\":")
    output.writeJSON(sheet.name)
    if hasPrintedVisibility { printVisibility() }
    output.write(",\"rows\":[")
    sheetCount += 1
  }

  func print(_ cells: ArraySlice<Cell>, inRow number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let lastColumn = cells.last?.column ?? 0
    while nextRow < number {
      output.write(nextRow == firstRow ? "\n[]" : ",\n[]")
      nextRow += 1
    }
    output.write(number == firstRow ? "\n[" : ",\n[")
    var column = 1
    for cell in cells {
      let gap = cell.column - column
      let text = cell.text(in: bytes)
      var place = output.room(for: 5 * gap + 16 + UnsafeMutablePointer.jsonRoom(for: text.count))
      for _ in 0..<gap { place.write("null,") }
      place.writeJSON(cell.kind, text)
      column = cell.column + 1
      if column <= lastColumn { place.write(UInt8(ascii: ",")) }
      output.wrote(upTo: place)
    }
    output.write("]")
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

extension UnsafeMutablePointer<UInt8> {
  fileprivate mutating func writeJSON(_ kind: Cell.Kind, _ text: UnsafeBufferPointer<UInt8>) {
    if text.isEmpty { return write("null") }
    switch kind {
    case .text, .date: writeJSONText(text)
    case .number: writeJSONNumber(text)
    case .boolean: write(text.first == UInt8(ascii: "T") ? "true" : "false")
    case .error:
      write("{\"error\":")
      writeJSONText(text)
      write(UInt8(ascii: "}"))
    }
  }
}
