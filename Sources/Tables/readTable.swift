// SPDX-License-Identifier: Apache-2.0

/// Reads one file of any known format, recognised by its content and never by its name.
///
/// One pass; memory does not grow with the file. Large files are read on other threads, ahead of
/// the receiver, which is called on this one. Rows that were delivered before a fatal problem stay
/// delivered: whoever receives them discards them.
/// - Returns: every problem in the order found; empty when the file was read whole. At most one is
///   fatal, and then it is the last.
package func readTable(
  from source: any ByteSource, options: TableOptions = TableOptions(),
  to receiver: any TableReceiver
) -> [TableProblem] {
  // Below this, a thread costs more than it brings.
  let isLarge = source.size >= 1 << 20
  let recognised: RecognisedFile
  do throws(TableProblem) {
    recognised = try RecognisedFile(source, options)
  } catch {
    return [error]
  }
  if recognised.format == .csv || !isLarge || options.cores == 1 {
    return recognised.read(limits: options.limits, into: DirectSink(receiver))
  }
  return readAhead(recognised, options, to: receiver)
}

/// Reads on a thread of its own, so that reading and receiving overlap.
private func readAhead(
  _ recognised: RecognisedFile, _ options: TableOptions, to receiver: any TableReceiver
) -> [TableProblem] {
  let channel = BatchChannel(capacity: 4 << 20)
  // Handed over whole: this thread does not touch it any more.
  nonisolated(unsafe) let recognised = recognised
  let worker = Worker {
    channel.close(recognised.read(limits: options.limits, into: channel))
  }
  guard let worker else {
    return recognised.read(limits: options.limits, into: DirectSink(receiver))
  }
  let problems = channel.deliver(to: receiver)
  worker.join()
  return problems
}
