// SPDX-License-Identifier: Apache-2.0

/// Where a reader's batches go, on the reader's thread.
protocol BatchSink: AnyObject {
  /// Takes what is in the batch and leaves an empty one in its place.
  /// - Returns: `false` where the receiver wants no more.
  func take(_ batch: inout RowBatch) -> Bool

  /// What the receiver has last said that it wants of the sheet with this number, counted from 1.
  func wantedColumns(ofSheet number: Int) -> ColumnSelection?
}

/// Delivers at once, on the thread that reads.
final class DirectSink: BatchSink {
  private let receiver: any TableReceiver
  /// How many sheets have begun.
  private var sheets = 0

  init(_ receiver: any TableReceiver) { self.receiver = receiver }

  func take(_ batch: inout RowBatch) -> Bool {
    sheets += batch.sheetCount
    batch.deliver(to: receiver)
    batch.clear()
    return receiver.wantsMore
  }

  func wantedColumns(ofSheet number: Int) -> ColumnSelection? {
    number == sheets ? receiver.wantedColumns : nil
  }
}

extension RowBatch {
  /// How many sheets begin in it.
  var sheetCount: Int {
    events.count {
      if case .sheet = $0.event { true } else { false }
    }
  }
}
