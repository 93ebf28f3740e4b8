// SPDX-License-Identifier: Apache-2.0

/// Reads many files, as many at once as there are cores: each from its beginning to its end on one
/// thread, with a receiver of its own. The same calls as `readTable` for each would make.
///
/// Small files are read first, then the large ones, each in their order: so the last large one finds the
/// cores free that no other file needs any more.
///
/// - Parameters:
///   - count: how many files; each is known by its index, counted from 0.
///   - open: opens a file, on any thread; also to ask for its size.
///   - receiver: makes the receiver of a file, on the thread that reads it.
///   - finished: takes a receiver behind all that it was told, with the file's size in bytes and its
///     problems as `readTable` returns them. On that thread still, so several may be called at once
///     and in any order.
package func readEachTable<Receiver: TableReceiver & SendableMetatype>(
  _ count: Int, options: TableOptions = TableOptions(),
  open: @escaping @Sendable (Int) throws(ByteSourceError) -> any ByteSource,
  receiver: @escaping @Sendable (Int) -> Receiver,
  finished:
    @escaping @Sendable (
      _ receiver: Receiver, _ file: Int, _ size: Int, _ problems: [TableProblem]
    ) -> Void
) {
  let order = smallFirst(count, open: open)
  let next = Monitor(0)
  let work: @Sendable () -> Void = {
    while true {
      let place = next.change { next in
        next += 1
        return next - 1
      }
      guard place < count else { return }
      let file = order[place]
      var own = options
      // The last files share the cores that find no other.
      own.cores = max(1, options.cores / (count - place))
      let receiver = receiver(file)
      do throws(ByteSourceError) {
        let source = try open(file)
        let problems = readTable(from: source, options: own, to: receiver)
        finished(receiver, file, source.size, problems)
      } catch {
        finished(receiver, file, 0, [TableProblem(.unreadable, detail: error.reason)])
      }
    }
  }
  let others = (1..<max(1, min(options.cores, count))).compactMap { _ in Worker(work) }
  work()
  for worker in others { worker.join() }
}

/// The files in the order of reading. One that cannot be opened is small.
private func smallFirst(
  _ count: Int, open: (Int) throws(ByteSourceError) -> any ByteSource
) -> [Int] {
  var (small, large): ([Int], [Int]) = ([], [])
  for file in 0..<count {
    let size = (try? open(file))?.size ?? 0
    if size < 1 << 20 { small.append(file) } else { large.append(file) }
  }
  return small + large
}
