// SPDX-License-Identifier: Apache-2.0

/// Reads many files side by side, on the cores there are, and delivers them one after another in
/// their order, on this thread: the same calls as `readTable` for each would make.
///
/// - Parameters:
///   - count: how many files; each is known by its index, counted from 0.
///   - open: opens a file, on any thread, not long before it is read.
///   - receiver: makes the receiver of a file, when its turn has come.
///   - finished: takes a file's size, in bytes, and its problems as `readTable` returns them, behind
///     all that its receiver was told.
package func readTables(
  _ count: Int, options: TableOptions = TableOptions(),
  open: @escaping @Sendable (Int) throws(ByteSourceError) -> any ByteSource,
  receiver: (Int) -> any TableReceiver,
  finished: (_ file: Int, _ size: Int, _ problems: [TableProblem]) -> Void
) {
  let reading = ReadingAhead(count: count, options: options, open: open)
  let threads = min(options.cores, count) > 1 ? options.cores : 0
  let workers = (0..<threads).compactMap { _ in Worker { reading.work() } }
  for file in 0..<count {
    if workers.isEmpty { reading.workOnce() }
    let (size, problems) = reading.deliver(file, to: receiver(file))
    finished(file, size, problems)
  }
  for worker in workers { worker.join() }
}

/// The files that threads read ahead of the one whose turn it is.
private final class ReadingAhead: Sendable {
  /// What became of a file that a thread has taken up.
  private enum Taken {
    /// It is read into a channel.
    case channel(BatchChannel)
    /// It is read by all threads when its turn has come: a large delimited file.
    case atItsTurn(any ByteSource)
    case failed(TableProblem)
  }

  private struct State {
    /// The next file that no thread has taken up.
    var next = 0
    /// Files before this one have been delivered.
    var delivered = 0
    var taken: [Int: (size: Int, Taken)] = [:]
  }

  private let count: Int
  private let options: TableOptions
  private let open: @Sendable (Int) throws(ByteSourceError) -> any ByteSource
  private let state = Monitor(State())

  init(
    count: Int, options: TableOptions,
    open: @escaping @Sendable (Int) throws(ByteSourceError) -> any ByteSource
  ) {
    self.count = count
    self.options = options
    self.open = open
  }

  /// Takes up files until there are none, not too far ahead of the one whose turn it is.
  func work() {
    while true {
      let file = state.wait { state -> Int?? in
        guard state.next < count else { return .some(nil) }
        guard state.next <= state.delivered + options.cores else { return nil }
        state.next += 1
        return state.next - 1
      }
      guard let file else { return }
      take(file, readsAhead: true)
    }
  }

  /// Takes up the next file, on the thread that receives.
  func workOnce() {
    let file = state.change { state in
      state.next += 1
      return state.next - 1
    }
    take(file, readsAhead: false)
  }

  private func take(_ file: Int, readsAhead: Bool) {
    let source: any ByteSource
    do throws(ByteSourceError) { source = try open(file) } catch {
      put(file, 0, .failed(TableProblem(.unreadable, detail: error.reason)))
      return
    }
    guard readsAhead else { return put(file, source.size, .atItsTurn(source)) }
    var own = options
    own.cores = 1
    do throws(TableProblem) {
      let recognised = try RecognisedFile(source, own)
      if recognised.format == .csv && source.size >= 4 << 20 {
        return put(file, source.size, .atItsTurn(source))
      }
      let channel = BatchChannel(capacity: 8 << 20)
      put(file, source.size, .channel(channel))
      channel.close(recognised.read(limits: options.limits, into: channel))
    } catch {
      put(file, source.size, .failed(error))
    }
  }

  private func put(_ file: Int, _ size: Int, _ taken: Taken) {
    state.change { $0.taken[file] = (size, taken) }
  }

  /// Delivers one file; they must come in their order.
  func deliver(
    _ file: Int, to receiver: any TableReceiver
  ) -> (size: Int, problems: [TableProblem]) {
    let (size, taken) = state.wait { $0.taken.removeValue(forKey: file) }
    defer { state.change { $0.delivered = file + 1 } }
    switch taken {
    case .channel(let channel): return (size, channel.deliver(to: receiver))
    case .atItsTurn(let source):
      return (size, readTable(from: source, options: options, to: receiver))
    case .failed(let problem): return (size, [problem])
    }
  }
}
