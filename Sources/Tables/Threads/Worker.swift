// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A thread of the system's that does one piece of work.
///
/// Not a Swift task: readers wait for each other, which tasks must not.
final class Worker {
  private var thread = pthread_t()

  /// The cores there are.
  static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// - Returns: `nil` where the system has no thread to give; then the caller works alone.
  init?(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    let status = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    if status != 0 {
      box.release()
      return nil
    }
  }

  /// Waits until the work is done. Must be called, once.
  func join() { pthread_join(thread, nil) }

  private final class Work: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
