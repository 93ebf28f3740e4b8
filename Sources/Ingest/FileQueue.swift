// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Files that threads have read, until all files before them have been taken over: so that what comes
/// of them does not hang on which thread was first.
final class FileQueue: Sendable {
  private struct Read {
    let reader: FileReader
    let size: Int
  }

  private struct State: @unchecked Sendable {
    /// Touched with the state only, so by one thread at a time.
    let ingest: ReturnsIngest
    var next = 0
    var waiting: [Int: Read] = [:]
  }

  private let state: Mutex<State>

  init(_ ingest: ReturnsIngest) { state = Mutex(State(ingest: ingest)) }

  /// - Parameter reader: handed over whole: the thread that read it does not touch it any more.
  func add(_ reader: FileReader, of file: Int, size: Int) {
    nonisolated(unsafe) let read = Read(reader: reader, size: size)
    state.withLock { state in
      state.waiting[file] = read
      while let next = state.waiting.removeValue(forKey: state.next) {
        state.ingest.add(next.reader, size: next.size)
        state.next += 1
      }
    }
  }
}
