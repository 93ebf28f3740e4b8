// SPDX-License-Identifier: Apache-2.0

/// The way of batches from the thread that reads to the thread that receives, in order.
///
/// It holds a bounded amount; the reader waits where the receiver does not keep up.
final class BatchChannel: BatchSink, Sendable {
  private struct State {
    var waiting: [RowBatch] = []
    /// What those hold in memory.
    var size = 0
    /// Emptied batches, whose memory the reader uses again.
    var spare: [RowBatch] = []
    var wanted: ColumnSelection?
    /// The sheet that `wanted` speaks of.
    var wantedSheet = 0
    var isClosed = false
    var isWanted = true
    var problems: [TableProblem] = []
  }

  private let capacity: Int
  private let state = Monitor(State())

  /// - Parameter capacity: bytes of batches that it holds; one larger batch alone passes.
  init(capacity: Int) { self.capacity = capacity }

  // MARK: - The reader's side

  func take(_ batch: inout RowBatch) -> Bool {
    let full = batch
    batch = RowBatch()
    let answer: (isWanted: Bool, spare: RowBatch?) = state.wait { state in
      guard state.isWanted else { return (false, nil) }
      guard state.waiting.isEmpty || state.size + full.size <= capacity else { return nil }
      state.waiting.append(full)
      state.size += full.size
      return (true, state.spare.popLast())
    }
    if let spare = answer.spare { batch = spare }
    return answer.isWanted
  }

  func wantedColumns(ofSheet number: Int) -> ColumnSelection? {
    state.look { $0.wantedSheet == number ? $0.wanted : nil }
  }

  /// Nothing more comes.
  func close(_ problems: [TableProblem]) {
    state.change { state in
      state.isClosed = true
      state.problems = problems
    }
  }

  // MARK: - The receiver's side

  /// Delivers all that comes, until the reader closes.
  /// - Returns: the reader's problems.
  func deliver(to receiver: any TableReceiver) -> [TableProblem] {
    var sheets = 0
    while let batch = next() {
      sheets += batch.sheetCount
      batch.deliver(to: receiver)
      batch.clear()
      let (wanted, goesOn) = (receiver.wantedColumns, receiver.wantsMore)
      state.change { state in
        if state.spare.count < 4 { state.spare.append(batch) }
        state.wanted = wanted
        state.wantedSheet = sheets
        state.isWanted = goesOn
        if !goesOn { state.waiting = [] }
      }
    }
    return state.look(\.problems)
  }

  private func next() -> RowBatch? {
    state.wait { state -> RowBatch?? in
      if state.waiting.isEmpty { return state.isClosed ? .some(nil) : nil }
      let batch = state.waiting.removeFirst()
      state.size -= batch.size
      return batch
    }
  }
}
