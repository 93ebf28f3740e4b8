// SPDX-License-Identifier: Apache-2.0

/// Reads delimited text (RFC 4180, and what people make of it).
///
/// CR, LF and CRLF end a row. A quote is special only at a cell's start; other quotes are text.
/// What follows a closing quote is text too: `"a"b` is `ab`. Line ends inside quotes stay as they
/// are. Nothing is trimmed. An empty line counts as a row and is not delivered.
///
/// Fast for rows without quotes that lie whole in one chunk, which are copied at once and cut in
/// place (`readPlainRow`); all others go through the states. Both must give the same rows.
struct CSVReader: TableReader {
  private enum State {
    case rowStart
    case cellStart
    /// In a cell without quotes, or behind the closing quote.
    case bare
    case quoted
    /// Behind a quote in a quoted cell: it closes the cell, or another follows and it is text.
    case quoteInQuoted
  }

  private let separator: UInt8
  private let limits: TableLimits
  private let receiver: any TableReceiver

  private var state = State.rowStart
  private var row = Row()
  private var cellStart = 0
  /// Counted from 1, line ends inside quotes counted.
  private var line = 1
  /// Where the open quoted cell begins.
  private var quoteLine = 1
  /// Whether the last byte was a CR: an LF then belongs to it.
  private var isAfterCR = false

  /// Opens the text's only sheet.
  init(separator: UInt8, limits: TableLimits, receiver: any TableReceiver) {
    self.separator = separator
    self.limits = limits
    self.receiver = receiver
    receiver.beginSheet(SheetDescription(name: nil, number: 1, isVisible: true))
  }

  mutating func read(_ text: Span<UInt8>) throws(TableProblem) {
    var position = 0
    while position < text.count {
      switch state {
      case .rowStart: position = try readRowStart(text, from: position)
      case .cellStart: position = readCellStart(text, from: position)
      case .bare: position = try readBare(text, from: position)
      case .quoted: position = try readQuoted(text, from: position)
      case .quoteInQuoted: position = readQuoteInQuoted(text, from: position)
      }
    }
  }

  mutating func finish() throws(TableProblem) {
    switch state {
    case .rowStart: break
    case .quoted:
      throw TableProblem(
        .unterminatedQuote, detail: "the quote is still open at the end of the file",
        row: row.number, column: row.cells.count + 1, line: quoteLine)
    case .cellStart, .bare, .quoteInQuoted:
      try endCell()
      deliver()
    }
    receiver.endSheet()
  }
}

extension CSVReader {
  private mutating func readRowStart(
    _ text: Span<UInt8>, from start: Int
  ) throws(TableProblem) -> Int {
    let byte = text[start]
    if isAfterCR && byte == lineFeed {
      isAfterCR = false
      return start + 1
    }
    row.number += 1
    row.line = line
    if row.number > limits.rows { throw .limit("rows", limits.rows, line: line) }
    if byte == lineFeed || byte == carriageReturn {
      endLine(byte)
      return start + 1
    }
    if let end = readPlainRow(text, from: start) {
      deliver()
      endLine(text[end])
      return end + 1
    }
    row.cells.removeAll(keepingCapacity: true)
    state = .cellStart
    return start
  }

  /// Reads a row without quotes that ends in this chunk.
  /// - Returns: where its line end is; `nil` for any other row, of which cells may be left over.
  private mutating func readPlainRow(_ text: Span<UInt8>, from start: Int) -> Int? {
    var cellStart = start
    var position = start
    if text[start] == quote { return nil }
    while position < text.count {
      let byte = text[position]
      if byte == separator {
        appendCell(from: cellStart - start, to: position - start)
        // Near a limit, the slow way finds which one and where.
        if row.cells.count >= limits.columns { return nil }
        cellStart = position + 1
        if cellStart < text.count && text[cellStart] == quote { return nil }
      } else if byte <= carriageReturn && (byte == lineFeed || byte == carriageReturn) {
        appendCell(from: cellStart - start, to: position - start)
        if position - start > limits.cellBytes { return nil }
        append(text, start..<position)
        return position
      }
      position += 1
    }
    return nil
  }

  private mutating func readCellStart(_ text: Span<UInt8>, from start: Int) -> Int {
    cellStart = row.bytes.count
    quoteLine = line
    let isQuote = text[start] == quote
    state = isQuote ? .quoted : .bare
    isAfterCR = false
    return isQuote ? start + 1 : start
  }

  private mutating func readBare(_ text: Span<UInt8>, from start: Int) throws(TableProblem) -> Int {
    var end = start
    while end < text.count, !isSeparatorOrLineEnd(text[end]) { end += 1 }
    append(text, start..<end)
    try checkCell()
    guard end < text.count else { return end }
    try endCell()
    state = .cellStart
    if text[end] == separator {
      // Now, not at the next byte: there may be none.
      cellStart = row.bytes.count
    } else {
      deliver()
      endLine(text[end])
    }
    return end + 1
  }

  private mutating func readQuoted(
    _ text: Span<UInt8>, from start: Int
  ) throws(TableProblem) -> Int {
    var end = start
    while end < text.count, text[end] != quote {
      let byte = text[end]
      if byte <= carriageReturn {
        if byte == carriageReturn || (byte == lineFeed && !isAfterCR) { line += 1 }
        isAfterCR = byte == carriageReturn
      } else if isAfterCR {
        isAfterCR = false
      }
      end += 1
    }
    append(text, start..<end)
    try checkCell()
    guard end < text.count else { return end }
    state = .quoteInQuoted
    isAfterCR = false
    return end + 1
  }

  private mutating func readQuoteInQuoted(_ text: Span<UInt8>, from start: Int) -> Int {
    guard text[start] == quote else {
      state = .bare
      return start
    }
    row.bytes.append(quote)
    state = .quoted
    return start + 1
  }
}

extension CSVReader {
  private func isSeparatorOrLineEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == lineFeed || byte == carriageReturn
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { row.bytes.append(contentsOf: $0) }
  }

  private mutating func appendCell(from start: Int, to end: Int) {
    row.cells.append(Cell(column: row.cells.count + 1, kind: .text, start: start, end: end))
  }

  private mutating func endCell() throws(TableProblem) {
    if row.cells.count == limits.columns { throw limit("columns", limits.columns) }
    appendCell(from: cellStart, to: row.bytes.count)
  }

  private func checkCell() throws(TableProblem) {
    if row.bytes.count - cellStart > limits.cellBytes { throw limit("cellBytes", limits.cellBytes) }
    if row.bytes.count > limits.rowBytes { throw limit("rowBytes", limits.rowBytes) }
  }

  private func limit(_ name: String, _ value: Int) -> TableProblem {
    .limit(name, value, row: row.number, column: row.cells.count + 1, line: row.line)
  }

  private mutating func deliver() {
    receiver.receive(row)
    row.bytes.removeAll(keepingCapacity: true)
    row.cells.removeAll(keepingCapacity: true)
  }

  private mutating func endLine(_ byte: UInt8) {
    line += 1
    isAfterCR = byte == carriageReturn
    state = .rowStart
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
