// SPDX-License-Identifier: Apache-2.0
import Glibc

/// One piece of a worksheet part, to be read as a document of its own.
struct WorksheetPiece: Sendable {
  /// What the part has there.
  let bytes: [UInt8]
  /// Put before and behind it.
  let head: [UInt8]
  let tail: [UInt8]
  let wanted: ColumnSelection?

  /// What came of reading it.
  struct Outcome: Sendable {
    var batches: [RowBatch] = []
    /// Those that did not stop the reading.
    var problems: [TableProblem] = []
    /// Whether the piece is a document, and its rows have numbers of their own.
    var isWhole = false
    /// 0 where it has no rows.
    var firstRow = 0
    var lastRow = 0
    var lineEnds = 0
  }

  func read(
    _ workbook: XLSXWorkbook, sheet: String?, limits: TableLimits, spare: [RowBatch]
  ) -> Outcome {
    let sink = KeepingSink(wanted, spare: spare)
    let writer = SheetWriter(limits: limits, sink: sink)
    var outcome = Outcome()
    outcome.lineEnds = bytes.lineEnds
    do throws(TableProblem) {
      writer.beginSheet(name: sheet)
      try writer.flush()
      sink.batches = []
      let text = try TextStream(part: JoinedStream([head, bytes, tail]))
      var handler: WorksheetHandler?
      try XMLParser(text, limits: limits).parse { names in
        let made = WorksheetHandler(names, workbook: workbook, writer: writer)
        made.isPiece = !head.isEmpty
        handler = made
        return made
      }
      try writer.flush()
      outcome.isWhole = true
      outcome.firstRow = handler?.firstRow ?? 0
      outcome.lastRow = handler?.row ?? 0
    } catch {
      // Whatever it is, reading the part in one go from here on says it, and where.
    }
    outcome.batches = sink.batches
    outcome.problems = writer.problems
    return outcome
  }
}

/// Keeps all batches.
private final class KeepingSink: BatchSink {
  var batches: [RowBatch] = []
  private let wanted: ColumnSelection?
  private var spare: [RowBatch]

  init(_ wanted: ColumnSelection?, spare: [RowBatch]) {
    self.wanted = wanted
    self.spare = spare
  }

  func take(_ batch: inout RowBatch) -> Bool {
    batches.append(batch)
    batch = spare.popLast() ?? RowBatch()
    return true
  }

  func wantedColumns(ofSheet number: Int) -> ColumnSelection? { wanted }
}

extension [UInt8] {
  /// How many LF there are. Mostly a part has one.
  var lineEnds: Int {
    withUnsafeBytes { bytes in
      var count = 0
      var rest = bytes[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = memchr(start, 10, rest.count)
      {
        count += 1
        rest = rest.dropFirst(UnsafeRawPointer(found) - start + 1)
      }
      return count
    }
  }
}
