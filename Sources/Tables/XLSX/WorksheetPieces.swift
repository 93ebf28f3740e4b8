// SPDX-License-Identifier: Apache-2.0

/// Reads a large worksheet part in pieces, on several threads, and puts the pieces together.
///
/// The thread that called unpacks and cuts (`WorksheetCutter`), hands pieces to parsers and takes
/// what they read in the part's order. A piece that turns out not to be a document of its own has
/// been cut wrongly, or the part is damaged there. All before it was right, so the rest is then
/// read in one go from where that piece begins: the rows and the problems are the same as of a part
/// that was never cut.
final class WorksheetPieces {
  private struct State {
    var jobs: [(index: Int, piece: WorksheetPiece, spare: [RowBatch])] = []
    var outcomes: [Int: WorksheetPiece.Outcome] = [:]
    var isStopped = false
  }

  private let cores: Int
  private let workbook: XLSXWorkbook
  private let writer: SheetWriter
  private let cutter: WorksheetCutter
  private let state = Monitor(State())
  /// Handed to the parsers and not taken back, in order.
  private var pending: [[UInt8]] = []
  private var nextIndex = 0
  private var spare: [RowBatch] = []
  // Of the pieces that were taken:
  private var lastRow = 0
  private var byteCount = 0
  private var lineCount = 0

  init(
    _ stream: any ByteStream, _ workbook: XLSXWorkbook, writer: SheetWriter, cores: Int,
    pieceSize: Int = WorksheetCutter.pieceSize
  ) {
    self.workbook = workbook
    self.writer = writer
    self.cores = cores
    cutter = WorksheetCutter(stream, pieceSize: pieceSize)
  }

  func read() throws(TableProblem) {
    let workers = (0..<cores).compactMap { _ in startThread() }
    defer {
      state.change { $0.isStopped = true }
      for worker in workers { worker.join() }
    }
    var isWhole = !workers.isEmpty
    var hasEnded = false
    while isWhole, !hasEnded, let (bytes, isLast) = cutter.next() {
      hand(bytes, isLast: isLast)
      hasEnded = isLast
      if pending.count > workers.count + 1 { isWhole = try takeFirst() }
    }
    while isWhole, !pending.isEmpty { isWhole = try takeFirst() }
    if !isWhole || !hasEnded { try readRest() }
  }

  // MARK: - Pieces

  private func hand(_ bytes: [UInt8], isLast: Bool) {
    let piece = WorksheetPiece(
      bytes: bytes, head: nextIndex == 0 ? [] : cutter.head, tail: isLast ? [] : cutter.tail,
      wanted: writer.wanted)
    let index = nextIndex
    let spare = spare
    self.spare = []
    state.change { $0.jobs.append((index, piece, spare)) }
    pending.append(bytes)
    nextIndex += 1
  }

  /// Waits for the first piece that is pending, and hands on its rows.
  /// - Returns: `false` where it was no document; then it stays pending.
  private func takeFirst() throws(TableProblem) -> Bool {
    let index = nextIndex - pending.count
    let outcome = state.wait { $0.outcomes.removeValue(forKey: index) }
    let hasRows = outcome.lastRow > 0
    guard outcome.isWhole, !hasRows || outcome.firstRow > lastRow else { return false }
    byteCount += pending.removeFirst().count
    lineCount += outcome.lineEnds
    if hasRows { lastRow = outcome.lastRow }
    for problem in outcome.problems { writer.report(problem) }
    for var batch in outcome.batches {
      try writer.handOn(&batch)
      batch.clear()
      if spare.count < 16 { spare.append(batch) }
    }
    return true
  }

  private func startThread() -> Worker? {
    let state = state
    let workbook = workbook
    let sheet = writer.sheetName
    let limits = writer.limits
    return Worker {
      while true {
        let job = state.wait { state -> (index: Int, piece: WorksheetPiece, spare: [RowBatch])?? in
          if state.isStopped { return .some(nil) }
          return state.jobs.isEmpty ? nil : .some(state.jobs.removeFirst())
        }
        guard let job else { return }
        let outcome = job.piece.read(workbook, sheet: sheet, limits: limits, spare: job.spare)
        state.change { $0.outcomes[job.index] = outcome }
      }
    }
  }

  // MARK: - What could not be cut

  private func readRest() throws(TableProblem) {
    let head = byteCount == 0 ? [] : cutter.head
    do throws(TableProblem) {
      let text = try TextStream(part: JoinedStream([head] + pending, then: cutter.rest))
      try XMLParser(text, limits: writer.limits).parse { names in
        let handler = WorksheetHandler(names, workbook: workbook, writer: writer)
        handler.row = lastRow
        return handler
      }
    } catch {
      throw error.moved(lines: lineCount - head.lineEnds, bytes: byteCount - head.count)
    }
  }
}

extension TableProblem {
  fileprivate func moved(lines: Int, bytes: Int) -> TableProblem {
    TableProblem(
      kind, detail: detail, sheet: sheet, row: row, column: column, line: line.map { $0 + lines },
      byteOffset: byteOffset.map { $0 + bytes })
  }
}
