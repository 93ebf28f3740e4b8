// SPDX-License-Identifier: Apache-2.0

/// Rows on their way from a reader to the receiver, and what is told between them.
///
/// A class, so that its memory is used again and again and never copied. It is one thread's at a
/// time: whoever hands it on does not touch it any more.
final class RowBatch: @unchecked Sendable {
  struct RowMark: Sendable {
    var number: Int
    /// 0 for none.
    var line: Int
    /// Its cells lie before this place in `cells`, behind those of the row before.
    var cellsEnd: Int
  }

  enum Event: Sendable {
    case table(TableDescription)
    case sheet(SheetDescription)
    case sheetIsHidden
    case merge(MergedArea)
    case endOfSheet
  }

  // Unchecked: one thread's, and no method calls another while it changes them.
  @exclusivity(unchecked) var bytes: [UInt8] = []
  /// The first `cellCount` are meant; memory behind them is kept for the next use.
  @exclusivity(unchecked) private(set) var cells: [Cell] = []
  @exclusivity(unchecked) private(set) var cellCount = 0
  @exclusivity(unchecked) var rows: [RowMark] = []
  /// In their order, each before the row of this index.
  var events: [(beforeRow: Int, event: Event)] = []
  /// Added to the number and the line of each row: a piece of a file does not know its own.
  var firstRow = 0
  var firstLine = 0

  var isEmpty: Bool { rows.isEmpty && events.isEmpty }

  /// Empties it and keeps its memory, unless that has become large.
  func clear() {
    let isLarge = bytes.capacity > 4 << 20 || cells.capacity > 1 << 18
    bytes.removeAll(keepingCapacity: !isLarge)
    if isLarge { cells = [] }
    cellCount = 0
    rows.removeAll(keepingCapacity: !isLarge)
    events.removeAll(keepingCapacity: true)
    firstRow = 0
    firstLine = 0
  }

  /// Roughly what it holds in memory.
  var size: Int { bytes.count + 16 * cellCount + 24 * rows.count + 64 * events.count }

  func append(_ cell: Cell) {
    if cellCount < cells.count { cells[cellCount] = cell } else { cells.append(cell) }
    cellCount += 1
  }

  /// The cells from `start` on, in another order.
  func sortCells(from start: Int) {
    cells[start..<cellCount].sort { $0.column < $1.column }
  }

  /// Lets the caller write cells fast: into memory for at least `room` of them behind the first
  /// `cellCount`, and returns how many there are then.
  func writeCells(
    room: Int, _ write: (UnsafeMutableBufferPointer<Cell>, inout [UInt8], inout [RowMark]) -> Int
  ) {
    if cells.count < cellCount + room {
      let empty = Cell(column: 0, kind: .text, start: 0, end: 0)
      cells += repeatElement(empty, count: max(cellCount + room, 2 * cells.count) - cells.count)
    }
    cellCount = cells.withUnsafeMutableBufferPointer { write($0, &bytes, &rows) }
  }

  /// Tells the receiver all of it, in order.
  func deliver(to receiver: any TableReceiver) {
    var row = Row()
    row.bytes = bytes
    row.allCells = cells
    var nextEvent = 0
    var cellsStart = 0
    for (index, mark) in rows.enumerated() {
      while nextEvent < events.count && events[nextEvent].beforeRow <= index {
        events[nextEvent].event.deliver(to: receiver)
        nextEvent += 1
      }
      row.number = firstRow + mark.number
      row.line = mark.line > 0 ? firstLine + mark.line : nil
      row.ownCells = cellsStart..<mark.cellsEnd
      cellsStart = mark.cellsEnd
      receiver.receive(row)
    }
    for rest in events[nextEvent...] { rest.event.deliver(to: receiver) }
  }
}

extension RowBatch.Event {
  fileprivate func deliver(to receiver: any TableReceiver) {
    switch self {
    case .table(let table): receiver.beginTable(table)
    case .sheet(let sheet): receiver.beginSheet(sheet)
    case .sheetIsHidden: receiver.sheetIsHidden()
    case .merge(let area): receiver.merge(area)
    case .endOfSheet: receiver.endSheet()
    }
  }
}
