// SPDX-License-Identifier: Apache-2.0

/// Reads a delimited file piece by piece and puts the pieces together.
///
/// Threads read pieces ahead, each guessing where a row begins in its own (`CSVPieceReader`). The
/// thread that called takes them in the file's order. A piece whose guess was wrong, because a
/// quoted cell with a line end goes on into it, is read once more from where the one before ended.
final class CSVPieces: Sendable {
  /// Small, so that a piece stays in a core's cache from the disk to the receiver.
  static let pieceSize = 256 << 10

  /// Pieces whose characters are looked at to judge a guessed encoding.
  private static let judgedPieces = 16

  private struct State {
    /// The next piece that no thread has begun.
    var next = 0
    /// Pieces before this one have been taken.
    var taken = 0
    var ready: [Int: CSVPiece] = [:]
    var spare: [RowBatch] = []
    var wanted: ColumnSelection?
    var isStopped = false
  }

  /// What was learned from the pieces before.
  private struct Progress {
    var nextOffset: Int
    var rows = 0
    var lines: Int
    var filledRows = 0
    var separatedRows = 0
    var plausibility = GB18030Plausibility()
  }

  private let source: any ByteSource
  private let dialect: CSVDialect
  private let limits: TableLimits
  private let threads: Int
  private let pieceSize: Int
  private let state = Monitor(State())

  init(
    _ source: any ByteSource, _ dialect: CSVDialect, limits: TableLimits, cores: Int,
    pieceSize: Int = CSVPieces.pieceSize
  ) {
    self.source = source
    self.dialect = dialect
    self.limits = limits
    self.pieceSize = pieceSize
    let isLarge = source.size - dialect.start > 4 * pieceSize
    threads = isLarge && cores > 1 ? cores : 0
  }

  private var pieceCount: Int {
    max(0, (source.size - dialect.start + pieceSize - 1) / pieceSize)
  }

  private func range(ofPiece index: Int) -> Range<Int> {
    let start = dialect.start + index * pieceSize
    return start..<min(start + pieceSize, max(source.size, start))
  }

  func read(into writer: SheetWriter) throws(TableProblem) {
    var progress = Progress(nextOffset: dialect.start, lines: dialect.linesBefore)
    var own = try CSVPieceReader(source, dialect, limits: limits)
    let workers = startThreads()
    defer { stop(workers) }
    let isAhead = !workers.isEmpty
    for index in 0..<pieceCount {
      let nominal = range(ofPiece: index)
      var piece = isAhead ? waitForPiece(index) : nil
      if piece?.range.lowerBound != progress.nextOffset {
        if let wrong = piece { recycle(wrong.batch) }
        piece = nil
        guard progress.nextOffset < nominal.upperBound else { continue }
      }
      try take(
        piece
          ?? own.read(
            progress.nextOffset..<nominal.upperBound, startsAtRow: true, wanted: writer.wanted,
            countsCharacters: index < CSVPieces.judgedPieces, into: spareBatch()),
        &progress, writer)
    }
    try judgeSeparator(progress, writer)
    reportDoubt(progress, writer)
  }

  /// Hands on a piece's rows, then throws its problem.
  private func take(
    _ piece: consuming CSVPiece, _ progress: inout Progress, _ writer: SheetWriter
  ) throws(TableProblem) {
    var batch = piece.batch
    batch.firstRow = progress.rows
    batch.firstLine = progress.lines
    progress.plausibility.add(piece.plausibility)
    var problem = piece.problem?.moved(rows: progress.rows, lines: progress.lines)
    if progress.rows + piece.rowCount > limits.rows {
      problem = cut(batch, after: limits.rows - progress.rows)
    }
    progress.nextOffset = piece.range.upperBound
    progress.rows += piece.rowCount
    progress.lines += piece.lineCount
    progress.filledRows += piece.filledRows
    progress.separatedRows += piece.separatedRows
    if !batch.isEmpty { try writer.handOn(&batch) }
    batch.clear()
    let wanted = writer.wanted
    state.change { state in
      state.wanted = wanted
      state.spare.append(batch)
    }
    if let problem {
      reportDoubt(progress, writer)
      throw problem
    }
  }

  /// Leaves only the rows up to a number.
  private func cut(_ batch: RowBatch, after last: Int) -> TableProblem? {
    let first = batch.rows.firstIndex { $0.number > last }
    let line = first.map { batch.rows[$0].line + batch.firstLine }
    if let first { batch.rows.removeSubrange(first...) }
    return .limit("rows", limits.rows, line: line)
  }

  private func reportDoubt(_ progress: Progress, _ writer: SheetWriter) {
    if dialect.choice.isGuessed, let doubt = progress.plausibility.problem { writer.report(doubt) }
  }

  /// A separator that was found at the text's beginning must hold for most of the file.
  private func judgeSeparator(_ progress: Progress, _ writer: SheetWriter) throws(TableProblem) {
    guard dialect.isGuessed, progress.separatedRows > 0 else { return }
    guard progress.separatedRows * 2 < progress.filledRows, progress.filledRows > 1000 else {
      return
    }
    let name = String(decoding: [dialect.separator], as: UTF8.self)
    writer.report(
      TableProblem(
        .doubtfulSeparator,
        detail: "\"\(name)\" is in \(progress.separatedRows) of \(progress.filledRows) rows"))
  }
}

// MARK: - Threads

extension CSVPieces {
  private func startThreads() -> [Worker] {
    (0..<threads).compactMap { _ in Worker { [self] in readAhead() } }
  }

  /// What one thread does: pieces, in order, not too far ahead of the one that is waited for.
  private func readAhead() {
    guard var reader = try? CSVPieceReader(source, dialect, limits: limits) else { return }
    while true {
      let job = state.wait { state -> (index: Int, batch: RowBatch, wanted: ColumnSelection?)?? in
        if state.isStopped || state.next == pieceCount { return .some(nil) }
        guard state.next < state.taken + threads + 2 else { return nil }
        state.next += 1
        return (state.next - 1, state.spare.popLast() ?? RowBatch(), state.wanted)
      }
      guard let job else { return }
      let piece = reader.read(
        range(ofPiece: job.index), startsAtRow: job.index == 0, wanted: job.wanted,
        countsCharacters: job.index < CSVPieces.judgedPieces, into: job.batch)
      state.change { $0.ready[job.index] = piece }
    }
  }

  /// - Returns: `nil` where no thread reads it.
  private func waitForPiece(_ index: Int) -> CSVPiece? {
    state.wait { state -> CSVPiece?? in
      if let piece = state.ready.removeValue(forKey: index) {
        state.taken = index + 1
        return piece
      }
      return nil
    }
  }

  private func spareBatch() -> RowBatch {
    state.change { $0.spare.popLast() } ?? RowBatch()
  }

  private func recycle(_ batch: RowBatch) {
    batch.clear()
    state.change { $0.spare.append(batch) }
  }

  private func stop(_ workers: [Worker]) {
    state.change { $0.isStopped = true }
    for worker in workers { worker.join() }
  }
}

extension TableProblem {
  /// The same problem behind so many rows and lines.
  fileprivate func moved(rows: Int, lines: Int) -> TableProblem {
    TableProblem(
      kind, detail: detail, sheet: sheet, row: row.map { $0 + rows }, column: column,
      line: line.map { $0 + lines }, byteOffset: byteOffset)
  }
}
