// SPDX-License-Identifier: Apache-2.0

/// What every reader writes to: sheets, rows from the top, cells from the left.
///
/// It keeps the bounds that hold in all formats, leaves out the columns that nobody wants, gathers
/// rows into batches and hands these on. A cell is written in three steps: `beginCell`, its text
/// into `append`, then `endCell`; one that turns out to be nothing is simply not ended.
final class SheetWriter {
  /// A batch is handed on when it holds so much.
  private static let batchBytes = 64 << 10
  private static let batchRows = 2048

  let limits: TableLimits
  private let sink: any BatchSink
  // Unchecked where it changes with every cell: only the reader's own thread comes near it.
  @exclusivity(unchecked) private var batch = RowBatch()
  /// Those that did not stop the reading, in the order found.
  private(set) var problems: [TableProblem] = []

  private(set) var sheetName: String?
  /// Counted from 1; 0 before the first.
  private(set) var sheetNumber = 0
  /// The open row's number, or the last one's; 0 before a sheet's first.
  @exclusivity(unchecked) private(set) var rowNumber = 0
  @exclusivity(unchecked) private var line = 0
  /// The columns of the open sheet that the receiver looks at; `nil` for all.
  @exclusivity(unchecked) private(set) var wanted: ColumnSelection?
  @exclusivity(unchecked) private var rowStart = 0
  @exclusivity(unchecked) private var firstCell = 0
  @exclusivity(unchecked) private var cellStart = 0
  /// Where the open cell goes past a bound.
  @exclusivity(unchecked) private var largest = 0
  @exclusivity(unchecked) private var column = 0
  @exclusivity(unchecked) private var isInOrder = true
  @exclusivity(unchecked) private var rowIsOpen = false
  /// What repeated cells and rows have grown to.
  private var repeatedBytes = 0

  init(limits: TableLimits, sink: any BatchSink) {
    self.limits = limits
    self.sink = sink
  }

  /// Notes a problem that does not stop the reading.
  func report(_ problem: TableProblem) {
    if problems.count < limits.problems { problems.append(problem) }
  }

  // MARK: - Sheets

  func beginTable(_ table: TableDescription) { add(.table(table)) }

  func beginSheet(name: String?, isVisible: Bool = true) {
    sheetName = name
    sheetNumber += 1
    rowNumber = 0
    column = 0
    wanted = nil
    add(.sheet(SheetDescription(name: name, number: sheetNumber, isVisible: isVisible)))
  }

  func sheetIsHidden() { add(.sheetIsHidden) }

  func endSheet() { add(.endOfSheet) }

  /// - Parameters:
  ///   - rows: counted from 1.
  ///   - columns: counted from 1.
  func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws(TableProblem) {
    if rows.upperBound > limits.rows { throw limit("rows", limits.rows) }
    if columns.upperBound > limits.columns { throw limit("columns", limits.columns) }
    add(.merge(MergedArea(rows: rows, columns: columns)))
    // A sheet of nothing but merged areas must not grow a batch for ever; an open row stays whole.
    if batch.events.count >= SheetWriter.batchRows && !rowIsOpen { try flush() }
  }

  private func add(_ event: RowBatch.Event) {
    batch.events.append((batch.rows.count, event))
  }

  // MARK: - Rows

  /// - Parameters:
  ///   - number: counted from 1; greater than that of the row before.
  ///   - line: where it begins in the file, counted from 1; `nil` in formats without lines.
  func beginRow(_ number: Int, line: Int? = nil) throws(TableProblem) {
    column = 0
    if number > limits.rows { throw limit("rows", limits.rows) }
    if number <= rowNumber {
      throw problem(.damagedTable, "row \(number) comes after row \(rowNumber)")
    }
    rowNumber = number
    self.line = line ?? 0
    rowStart = batch.bytes.count
    firstCell = batch.cellCount
    isInOrder = true
    rowIsOpen = true
  }

  /// Begins the cell in `column`, counted from 1.
  /// - Returns: `false` where nobody wants the column: then neither text nor end need be written.
  @discardableResult
  func beginCell(_ column: Int) throws(TableProblem) -> Bool {
    if column > limits.columns {
      self.column = column
      throw limit("columns", limits.columns)
    }
    if column <= self.column { isInOrder = false }
    self.column = column
    cellStart = batch.bytes.count
    largest = min(cellStart + limits.cellBytes, rowStart + limits.rowBytes)
    guard let wanted else { return true }
    return wanted.contains(column)
  }

  /// Appends to the open cell's text.
  func append(_ text: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    batch.bytes.append(contentsOf: text)
    if batch.bytes.count > largest { throw largeCell }
  }

  func append(_ text: some Collection<UInt8>) throws(TableProblem) {
    batch.bytes.append(contentsOf: text)
    if batch.bytes.count > largest { throw largeCell }
  }

  func append(_ byte: UInt8) { batch.bytes.append(byte) }

  private var largeCell: TableProblem {
    let isCell = batch.bytes.count - cellStart > limits.cellBytes
    return isCell ? limit("cellBytes", limits.cellBytes) : limit("rowBytes", limits.rowBytes)
  }

  /// The length of the open cell's text, in bytes.
  var cellLength: Int { batch.bytes.count - cellStart }

  /// Lets the caller change the open cell's text, which begins at the given place of the array and
  /// ends with it.
  func changeCell<Result>(_ change: (inout [UInt8], Int) -> Result) -> Result {
    change(&batch.bytes, cellStart)
  }

  /// Ends the open cell. A number, date, boolean or error without text is an empty one.
  func endCell(_ kind: Cell.Kind) {
    batch.append(Cell(column: column, kind: kind, start: cellStart, end: batch.bytes.count))
  }

  /// Ends the row; one without cells is not delivered.
  func endRow() throws(TableProblem) {
    if !isInOrder { try sortCells() }
    if batch.cellCount > firstCell {
      batch.rows.append(.init(number: rowNumber, line: line, cellsEnd: batch.cellCount))
    }
    column = 0
    rowIsOpen = false
    if batch.bytes.count >= SheetWriter.batchBytes || batch.rows.count >= SheetWriter.batchRows
      || batch.events.count >= SheetWriter.batchRows
    {
      try flush()
    }
  }

  // MARK: - Repetition

  /// Writes the cell that was ended last again, in all columns up to `last`.
  func repeatCell(through last: Int) throws(TableProblem) {
    guard last > column, batch.cellCount > firstCell else { return }
    if last > limits.columns {
      column = limits.columns + 1
      throw limit("columns", limits.columns)
    }
    try countRepetition(16, times: last - column)
    let cell = batch.cells[batch.cellCount - 1]
    for other in column + 1...last where wanted?.contains(other) != false {
      batch.append(Cell(column: other, kind: cell.kind, start: cell.start, end: cell.end))
    }
    column = last
  }

  /// Ends the row and writes its cells again in as many rows below it.
  func endRow(copies: Int) throws(TableProblem) {
    guard copies > 0, batch.cellCount > firstCell else { return try endRow() }
    if copies > limits.rows - rowNumber { throw limit("rows", limits.rows) }
    if !isInOrder { try sortCells() }
    let bytes = Array(batch.bytes[rowStart...])
    let cells = Array(batch.cells[firstCell..<batch.cellCount])
    try countRepetition(16 * cells.count + bytes.count, times: copies)
    let (start, line) = (rowStart, line)
    try endRow()
    for _ in 0..<copies {
      try beginRow(rowNumber + 1, line: line > 0 ? line : nil)
      batch.bytes += bytes
      for cell in cells {
        let cellStart = cell.start - start + rowStart
        batch.append(
          Cell(
            column: cell.column, kind: cell.kind, start: cellStart,
            end: cellStart + cell.end - cell.start))
      }
      try endRow()
    }
  }

  /// A few bytes can say that a cell stands in billions of places.
  func countRepetition(_ bytes: Int, times: Int) throws(TableProblem) {
    let (added, overflows) = bytes.multipliedReportingOverflow(by: times)
    if overflows || added > limits.repeatedBytes - repeatedBytes {
      throw limit("repeatedBytes", limits.repeatedBytes)
    }
    repeatedBytes += added
  }

  /// Some programs write a row's cells in any order.
  private func sortCells() throws(TableProblem) {
    batch.sortCells(from: firstCell)
    let sorted = batch.cells[firstCell..<batch.cellCount]
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.column == right.column {
      column = left.column
      throw problem(.damagedTable, "a cell that stands twice in its row")
    }
  }

  /// Hands on what is there. Called at the end of a reading too.
  func flush() throws(TableProblem) {
    guard !batch.isEmpty else { return }
    let goesOn = sink.take(&batch)
    wanted = sink.wantedColumns(ofSheet: sheetNumber)
    if !goesOn { throw .notWanted }
  }

  /// Hands on rows that the reader has put together itself, behind what is there.
  func handOn(_ rows: inout RowBatch) throws(TableProblem) {
    try flush()
    rowNumber = rows.firstRow + (rows.rows.last?.number ?? 0)
    let goesOn = sink.take(&rows)
    wanted = sink.wantedColumns(ofSheet: sheetNumber)
    if !goesOn { throw .notWanted }
  }

  // MARK: - Problems

  /// A problem in the open sheet, at the open row and cell where there are such.
  func problem(_ kind: TableProblem.Kind, _ detail: String) -> TableProblem {
    TableProblem(
      kind, detail: detail, sheet: sheetName, row: rowNumber > 0 ? rowNumber : nil,
      column: column > 0 ? column : nil, line: line > 0 ? line : nil)
  }

  func limit(_ name: String, _ value: Int) -> TableProblem {
    problem(.limitExceeded, TableLimits.detail(name, value))
  }
}
