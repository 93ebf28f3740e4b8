// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// SIGINT, SIGTERM and SIGHUP while a release is written: the run stops between two files, takes back
/// what is half-written, and then ends by the signal, as whoever sent it expects.
enum Interruption {
  /// The signal that came; 0 for none.
  private static let signal = Atomic<Int32>(0)

  /// From now on the signals no longer end the process by themselves.
  static func watch() {
    // Made before a signal can come: a handler may not make it.
    signal.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      Glibc.signal(number) { Interruption.signal.store($0, ordering: .relaxed) }
    }
  }

  /// - Throws: `Interrupted` where a signal has come.
  static func check() throws(Interrupted) {
    let number = signal.load(ordering: .relaxed)
    if number != 0 { throw Interrupted(signal: number) }
  }
}

struct Interrupted: Error {
  let signal: Int32

  /// Ends the process as the signal would have.
  func end() -> Never {
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
    exit(128 + signal)
  }
}
