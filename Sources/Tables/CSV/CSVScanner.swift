// SPDX-License-Identifier: Apache-2.0

/// Finds rows and cells in a text that lies whole in memory, without copying it: a cell is where it
/// begins and ends. Only in a quoted cell with a doubled quote, or with text behind the closing
/// quote, is the text moved together in place.
///
/// It looks at eight bytes at once. Rows and lines are counted from 1 in the text.
struct CSVScanner {
  enum Outcome {
    case done
    /// A quoted cell is still open at the end of the text; go on with more of it.
    case openQuote
    /// Go on with more memory for cells.
    case moreCells
    case problem(TableProblem)
  }

  private let separator: UInt8
  private let separators: UInt64
  private let limits: TableLimits
  private let isWanted: [Bool]?

  /// Where the next cell begins.
  private(set) var position: Int
  private var rowStart: Int
  /// Cells of the open row, also those that nobody wants.
  private var column = 0
  /// Rows that have begun. Empty lines are rows too.
  private(set) var rowCount = 0
  /// Line ends that have been passed.
  private(set) var lineCount = 0
  /// Line ends inside of quotes in the open row.
  private var linesInRow = 0
  /// Rows that hold anything, and those of them that hold a separator.
  private(set) var filledRows = 0
  private(set) var separatedRows = 0
  private var cellCount = 0

  init(separator: UInt8, limits: TableLimits, wanted: ColumnSelection?, start: Int) {
    self.separator = separator
    separators = UInt64(separator) &* 0x0101_0101_0101_0101
    self.limits = limits
    isWanted = wanted?.isWanted
    position = start
    rowStart = start
  }

  /// Goes on to `end`, which lies right behind a line's end or at the end of the file.
  ///
  /// - Parameters:
  ///   - batch: its `bytes` hold the text, with eight bytes more.
  ///   - isLast: whether the file ends there.
  mutating func scan(_ batch: RowBatch, upTo end: Int, isLast: Bool) -> Outcome {
    while true {
      var outcome = Outcome.done
      let room = min(max(end - position, 0) + 16, 4096)
      batch.writeCells(room: room) { cells, bytes, rows in
        bytes.withUnsafeMutableBufferPointer { text in
          guard let base = text.baseAddress else { return }
          outcome = scan(base, upTo: end, cells, &rows, isLast: isLast)
        }
        return cellCount
      }
      guard case .moreCells = outcome else { return outcome }
    }
  }

  private mutating func scan(
    _ text: UnsafeMutablePointer<UInt8>, upTo end: Int,
    _ cells: UnsafeMutableBufferPointer<Cell>, _ rows: inout [RowBatch.RowMark], isLast: Bool
  ) -> Outcome {
    if position < end && text[position] == quote {
      if let outcome = scanQuoted(text, upTo: end, cells, &rows, isLast: isLast) { return outcome }
    }
    var base = position
    while base < end {
      if cells.count - cellCount < 8 { return .moreCells }
      var marks = marks(in: text + base, separators)
      while marks != 0 {
        let at = base + marks.trailingZeroBitCount >> 3
        marks &= marks - 1
        if at >= end { break }
        let byte = text[at]
        if byte == separator {
          if let problem = endCell(at, cells) { return .problem(problem) }
          position = at + 1
        } else if isLineEnd(byte) {
          if let problem = endLine(text, at, cells, &rows) { return .problem(problem) }
        } else {
          continue
        }
        if position < end && text[position] == quote {
          if let outcome = scanQuoted(text, upTo: end, cells, &rows, isLast: isLast) {
            return outcome
          }
          base = position
          marks = 0
          // The loop's step comes behind it.
          base -= 8
        }
      }
      base += 8
    }
    return isLast ? finish(end, cells, &rows) : .done
  }
}

extension CSVScanner {
  /// - Returns: the problem of a limit that the cell, which ends before `at`, goes past.
  @inline(__always)
  private mutating func endCell(
    _ at: Int, _ cells: UnsafeMutableBufferPointer<Cell>
  ) -> TableProblem? {
    column += 1
    if column > limits.columns { return limit("columns", limits.columns) }
    if at - position > limits.cellBytes { return limit("cellBytes", limits.cellBytes) }
    store(position, at, cells)
    return nil
  }

  @inline(__always)
  private mutating func store(
    _ start: Int, _ end: Int, _ cells: UnsafeMutableBufferPointer<Cell>
  ) {
    if let isWanted, column <= isWanted.count, !isWanted[column - 1] { return }
    cells[cellCount] = Cell(column: column, kind: .text, start: start, end: end)
    cellCount += 1
  }

  /// Ends the row at a line end, or passes over the second half of a CRLF.
  @inline(__always)
  private mutating func endLine(
    _ text: UnsafeMutablePointer<UInt8>, _ at: Int, _ cells: UnsafeMutableBufferPointer<Cell>,
    _ rows: inout [RowBatch.RowMark]
  ) -> TableProblem? {
    if column == 0 && at == position {
      // Nothing in the row: half of a CRLF, or an empty line.
      let isHalf =
        text[at] == lineFeed && at == rowStart && at > 0 && text[at - 1] == carriageReturn
      if !isHalf {
        rowCount += 1
        lineCount += 1
      }
    } else {
      if let problem = endCell(at, cells) { return problem }
      if let problem = endRow(at, &rows) { return problem }
      lineCount += 1
    }
    position = at + 1
    rowStart = at + 1
    return nil
  }

  @inline(__always)
  private mutating func endRow(_ at: Int, _ rows: inout [RowBatch.RowMark]) -> TableProblem? {
    if at - rowStart > limits.rowBytes { return limit("rowBytes", limits.rowBytes) }
    rowCount += 1
    filledRows += 1
    if column > 1 { separatedRows += 1 }
    rows.append(.init(number: rowCount, line: lineCount + 1, cellsEnd: cellCount))
    lineCount += linesInRow
    linesInRow = 0
    column = 0
    return nil
  }

  /// Ends the last row of a file that has no line end there.
  private mutating func finish(
    _ end: Int, _ cells: UnsafeMutableBufferPointer<Cell>, _ rows: inout [RowBatch.RowMark]
  ) -> Outcome {
    guard column > 0 || position < end else { return .done }
    guard cellCount < cells.count else { return .moreCells }
    if let problem = endCell(end, cells) ?? endRow(end, &rows) { return .problem(problem) }
    position = end
    rowStart = end
    return .done
  }

  private func limit(_ name: String, _ value: Int) -> TableProblem {
    .limit(name, value, row: rowCount + 1, column: max(column, 1), line: lineCount + 1)
  }
}

// MARK: - Quoted cells

extension CSVScanner {
  /// Reads quoted cells from `position`, one after another as long as they follow each other.
  /// - Returns: `nil` where a cell without quotes comes next.
  private mutating func scanQuoted(
    _ text: UnsafeMutablePointer<UInt8>, upTo end: Int,
    _ cells: UnsafeMutableBufferPointer<Cell>, _ rows: inout [RowBatch.RowMark], isLast: Bool
  ) -> Outcome? {
    while position < end && text[position] == quote {
      if cells.count - cellCount < 8 { return .moreCells }
      guard let cell = quotedCell(text, upTo: end, isLast: isLast) else {
        if isLast { return .problem(unterminated) }
        if end - position > limits.cellBytes {
          column += 1
          return .problem(limit("cellBytes", limits.cellBytes))
        }
        return .openQuote
      }
      column += 1
      if column > limits.columns { return .problem(limit("columns", limits.columns)) }
      if cell.contentEnd - position > limits.cellBytes {
        return .problem(limit("cellBytes", limits.cellBytes))
      }
      store(position + 1, cell.contentEnd, cells)
      linesInRow += cell.lines
      position = cell.end + 1
      if cell.end == end || isLineEnd(text[cell.end]) {
        if let problem = endRow(cell.end, &rows) { return .problem(problem) }
        if cell.end < end { lineCount += 1 } else { position = end }
        rowStart = position
        if position < end, text[position - 1] == carriageReturn, text[position] == lineFeed {
          position += 1
          rowStart += 1
        }
      }
    }
    return nil
  }

  /// Finds the end of the quoted cell at `position`.
  ///
  /// A doubled quote is one; what follows the closing quote is text too: `"a"b` is `ab`.
  /// - Returns: where its text ends, where the separator, the line's end or the file's end behind
  ///   it lies, and how many line ends are in it; `nil` where it does not end before `end`.
  private func quotedCell(
    _ text: UnsafeMutablePointer<UInt8>, upTo end: Int, isLast: Bool
  ) -> (contentEnd: Int, end: Int, lines: Int)? {
    var target = position + 1
    var source = target
    var lines = 0
    // First without changing anything: the cell may go on behind this text.
    guard let close = closingQuote(text, from: source, upTo: end, isLast: isLast, &lines) else {
      return nil
    }
    var tail = close + 1
    while tail < end, text[tail] != separator, !isLineEnd(text[tail]) { tail += 1 }
    if tail == end && !isLast { return nil }
    while source < close {
      if text[source] == quote { source += 1 }
      if target != source { text[target] = text[source] }
      target += 1
      source += 1
    }
    source = close + 1
    while source < tail {
      text[target] = text[source]
      target += 1
      source += 1
    }
    return (target, tail, lines)
  }

  /// - Returns: `nil` where none is there, or where the next byte, not known yet, may double it.
  private func closingQuote(
    _ text: UnsafeMutablePointer<UInt8>, from start: Int, upTo end: Int, isLast: Bool,
    _ lines: inout Int
  ) -> Int? {
    var base = start
    while base < end {
      var marks = marks(in: text + base, 0x2222_2222_2222_2222)
      var next = base + 8
      while marks != 0 {
        let at = base + marks.trailingZeroBitCount >> 3
        marks &= marks - 1
        if at >= end { return nil }
        if text[at] == quote {
          if at + 1 == end && !isLast { return nil }
          guard at + 1 < end && text[at + 1] == quote else { return at }
          next = at + 2
          break
        } else if text[at] == carriageReturn
          || text[at] == lineFeed && text[at - 1] != carriageReturn
        {
          lines += 1
        }
      }
      base = next
    }
    return nil
  }

  private var unterminated: TableProblem {
    TableProblem(
      .unterminatedQuote, detail: "the quote is still open at the end of the file",
      row: rowCount + 1, column: column + 1, line: lineCount + linesInRow + 1)
  }
}

/// The high bit of each of eight bytes that is the pattern's byte or less than 14, exactly: line
/// ends are, and the other control bytes are rare.
@inline(__always)
private func marks(in text: UnsafeMutablePointer<UInt8>, _ pattern: UInt64) -> UInt64 {
  let word = UInt64(
    littleEndian: UnsafeRawPointer(text).loadUnaligned(as: UInt64.self))
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  let difference = word ^ pattern
  let different = ((difference & low) &+ low) | difference
  let large = ((word & low) &+ 0x7272_7272_7272_7272) | word
  return ~(different & large) & 0x8080_8080_8080_8080
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
