// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// The results of `count` tasks, run on all cores, in the order of their numbers.
package func inParallel<Result: Sendable>(
  _ count: Int, _ task: @Sendable (Int) -> Result
) -> [Result] {
  let results = [Result?](unsafeUninitializedCapacity: count) { buffer, initialized in
    buffer.initialize(repeating: nil)
    initialized = count
    // Each task writes its own element.
    nonisolated(unsafe) let results = buffer
    DispatchQueue.concurrentPerform(iterations: count) { results[$0] = task($0) }
  }
  return results.compactMap(\.self)
}
